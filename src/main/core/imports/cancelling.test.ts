import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { JobId } from '#shared/domain/ids.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { commit, fileOf, line, preview, startPreview } from '../../../../tests/support/bulk-csv.ts'
import { contentOf, rawOf } from '../../../../tests/support/database-content.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

let app: TestApplication
const file = fileOf(Array.from({ length: 900 }, (_, index) => line(`R-${index}`)))

beforeEach(async () => {
  app = await openApplication()
})

const filesKept = () => readdirSync(join(app.dataDir, 'files')).sort()

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

test('a preview cancelled half way leaves no row, no staged file and no errors file', async () => {
  const before = contentOf(rawOf(app))
  const job = await cancelled(() => startPreview(app, file))
  expect(job).toMatchObject({ state: 'cancelled', result: null })
  expect(job.done).toBeLessThan(900)
  expect(contentOf(rawOf(app))).toEqual(before)
  expect(filesKept()).toHaveLength(2)
})

test('a commit cancelled half way leaves nothing, and can be made again', async () => {
  const { importId } = await preview(app, file)
  const before = contentOf(rawOf(app))
  const events: string[] = []
  app.app.subscribe(({ name }) => events.push(name))
  const job = await cancelled(async () => (await app.call('imports.commit', { importId })).jobId)
  expect(job).toMatchObject({ state: 'cancelled', result: null })
  expect(job.done).toBeLessThan(900)
  expect(contentOf(rawOf(app))).toEqual(before)
  expect(events).not.toContain('deals.changed')
  expect(await commit(app, importId)).toMatchObject({ created: 900 })
})

test('a commit that fails half way leaves nothing, and can be made again', async () => {
  const { importId } = await preview(app, file)
  const before = contentOf(rawOf(app))
  rawOf(app).exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON main.deals WHEN NEW.name = 'Deal R-700'
                   BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
  const { jobId } = await app.call('imports.commit', { importId })
  await app.app.core.jobs.settled()
  expect(await app.call('jobs.get', { jobId })).toMatchObject({
    state: 'failed',
    error: { code: 'INTERNAL' },
  })
  expect(contentOf(rawOf(app))).toEqual(before)
  rawOf(app).exec('DROP TRIGGER full')
  expect(await commit(app, importId)).toMatchObject({ created: 900 })
})
