import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import { importLines, line } from '../../../../../tests/support/bulk-csv.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const DUNS = 'Customer D-U-N-S ID'
const numbers = () =>
  (rawOf(app).prepare('SELECT duns FROM customers ORDER BY duns').all() as { duns: string | null }[]).map(
    ({ duns }) => duns,
  )

test('an entry without a number gets that of a row with its name, country and city', async () => {
  await importLines(app, [line('R-1', { [DUNS]: '' })])
  expect(numbers()).toEqual([null])
  const lines = [line('R-2', { [DUNS]: '12345678' }), line('R-3', { [DUNS]: '' })]
  const { committed } = await importLines(app, lines)
  expect(committed).toMatchObject({ created: 2 })
  expect(numbers()).toEqual(['012345678'])
  const before = contentOf(rawOf(app))
  expect((await importLines(app, lines)).committed).toMatchObject({ unchanged: 2 })
  expect(contentOf(rawOf(app))).toEqual(before)
  const { jobId } = await app.call('imports.undo', { batchId: committed.batchId })
  await app.job(jobId)
  expect(numbers()).toEqual([null])
})

test('within one file too; another number is another customer', async () => {
  const rows = ['', '111111111', '222222222', ''].map((duns, index) => line(`R-${index}`, { [DUNS]: duns }))
  await importLines(app, rows)
  expect(numbers()).toEqual(['111111111', '222222222'])
  const again = rows.map((cells, index) => ({ ...cells, 'Referral ID': `S-${index}` }))
  await importLines(app, again)
  expect(numbers()).toEqual(['111111111', '222222222'])
})
