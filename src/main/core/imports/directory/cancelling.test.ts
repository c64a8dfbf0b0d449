import { beforeEach, expect, test } from 'vitest'
import type { JobId } from '#shared/domain/ids.ts'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import { previewTable, startTablePreview, tableOf } from '../../../../../tests/support/directory-tables.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'

let app: TestApplication
const ROWS = 900
const file = tableOf(
  ['Partner', 'Country', 'First name', 'Last name', 'Phone', 'E-mail'],
  Array.from({ length: ROWS }, (_, row) => [
    `P ${row}`,
    'NL',
    'Ana',
    `Silva ${row}`,
    '1',
    `a${row}@x.example`,
  ]),
)

beforeEach(async () => {
  app = await openApplication()
})

/** Cancels a job at its first sign of progress, then waits until it is over. */
async function cancelled(start: () => Promise<string>) {
  const stop = app.app.subscribe((event) => {
    if (event.name === 'jobs.progressed' && event.payload.done > 0)
      app.app.core.jobs.cancel(event.payload.jobId)
  })
  const jobId = await start()
  await app.app.core.jobs.settled()
  stop()
  return app.app.core.jobs.get(jobId as JobId)
}

test('a preview cancelled half way leaves nothing', async () => {
  const before = contentOf(rawOf(app))
  const job = await cancelled(() => startTablePreview(app, 'partners-csv', file))
  expect(job).toMatchObject({ state: 'cancelled', result: null })
  expect(job.done).toBeLessThan(ROWS)
  expect(contentOf(rawOf(app))).toEqual(before)
})

test('a commit cancelled or failing half way leaves nothing, no mapping either, and can be made again', async () => {
  const { importId } = await previewTable(app, 'partners-csv', file)
  const before = contentOf(rawOf(app))
  const commit = async () => (await app.call('imports.commit', { importId })).jobId
  const job = await cancelled(commit)
  expect(job).toMatchObject({ state: 'cancelled', result: null })
  expect(job.done).toBeLessThan(ROWS)
  expect(contentOf(rawOf(app))).toEqual(before)

  rawOf(app).exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON main.partners WHEN NEW.name = 'P 700'
                   BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
  const jobId = await commit()
  await app.app.core.jobs.settled()
  expect(app.app.core.jobs.get(jobId)).toMatchObject({ state: 'failed', error: { code: 'INTERNAL' } })
  expect(contentOf(rawOf(app))).toEqual(before)

  rawOf(app).exec('DROP TRIGGER full')
  expect(await app.job(await commit())).toMatchObject({ created: ROWS })
})
