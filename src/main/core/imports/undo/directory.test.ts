import { beforeEach, expect, test } from 'vitest'
import type { DirectoryFormat } from '#shared/domain/directory-tables.ts'
import type { ImportUndo } from '#shared/ipc/contract/exchange.ts'
import type { ReadExecutor } from '#main/db/executor.ts'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import { rawOf, scalarOf } from '../../../../../tests/support/database-content.ts'
import { createDeal } from '../../../../../tests/support/deal-commands.ts'
import { TABLES, importTable } from '../../../../../tests/support/directory-tables.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'
import { contentHash } from '../../integrity/content-hash.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const hash = () => contentHash(app.app.core.reader.db as unknown as ReadExecutor)
const people = () => Number(scalarOf(rawOf(app), 'SELECT count(*) FROM people'))
const bring = async (format: DirectoryFormat, table: string) =>
  (await importTable(app, format, table)).committed.batchId

async function undo(batchId: string): Promise<ImportUndo['entries']> {
  const would = await app.call('imports.undoPreview', { batchId })
  const { jobId } = await app.call('imports.undo', { batchId })
  const done = (await app.job(jobId)) as ImportUndo
  expect(done).toEqual(would)
  return done.entries
}

const PARTNERS = (second: string) =>
  `Name,Country,Partner ID,Contact first name,Contact last name,Contact phone,Contact email\n` +
  `Fabrikam,SE,6789,Ana,Silva,+46 1,ana@fabrikam.example\n${second}`

test.each(['customers-csv', 'partners-csv', 'solutions-csv'] as const)(
  'entries a table of %s brought leave again, and their people',
  async (format) => {
    await app.call('sample.load', {})
    const [before, persons] = [await hash(), people()]
    const batchId = await bring(format, TABLES[format])
    expect(await hash()).not.toBe(before)
    const { leave, stay } = await undo(batchId)
    expect(leave).toBeGreaterThan(0)
    expect(stay.count).toBe(0)
    expect([await hash(), people()]).toEqual([before, persons])
  },
)

test('entries a table changed get their columns back, and their contact', async () => {
  await bring('partners-csv', PARTNERS(''))
  const [before, persons] = [await hash(), people()]
  const changed = PARTNERS('Contoso,NL,1,,,,\n')
    .replace('Ana,Silva', 'Bo,Berg')
    .replace('Fabrikam,SE', 'Fabrikam,NO')
  const batchId = await bring('partners-csv', changed)
  expect(await undo(batchId)).toMatchObject({ leave: 1, back: 1, stay: { count: 0 } })
  expect([await hash(), people()]).toEqual([before, persons])
})

test('an entry that was changed since or that a deal names stays', async () => {
  const batchId = await bring('solutions-csv', `Name,Kind\nHarbour,own\nTide,own\nSpare,own\n`)
  const { rows } = await app.call('solutions.search', {})
  const idOf = (name: string) => rows.find((row) => row.name === name)!.id
  await createDeal(app, { solutions: [{ id: idOf('Harbour') }] })
  await app.call('solutions.save', { id: idOf('Tide'), name: 'Tide 2', kind: 'own' })
  const entries = await undo(batchId)
  expect(entries.leave).toBe(1)
  expect(entries.stay.rows.map(({ name, why }) => [name, why]).sort()).toEqual([
    ['Harbour', 'used'],
    ['Tide 2', 'changed'],
  ])
})
