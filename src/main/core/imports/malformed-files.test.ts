import { expect, test } from 'vitest'
import { commit, upload } from '../../../../tests/support/bulk-csv.ts'
import { WHOLE_FILES, damaged } from '../../../../tests/support/damaged-file.ts'
import { contentOf, rawOf } from '../../../../tests/support/database-content.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { Random } from '../../../../tests/support/random.ts'

/** How many files of each kind; `npm run files` makes a long run of it. */
const FILES = Number(process.env['TANDEM_FILES'] ?? 100)
test.for(WHOLE_FILES)(
  '%s: damaged files are judged or refused, and a preview changes nothing',
  { timeout: 600_000 },
  async ([format, whole]) => {
    const app = await openApplication()
    const random = new Random(20261123)
    const empty = contentOf(rawOf(app))
    const ended = { done: 0, failed: 0 }
    let last: { importId: string; create: number; refused: number } | null = null
    for (let file = 0; file < FILES; file += 1) {
      const fileId = await upload(app, damaged(random, whole))
      const { jobId } = await app.call('imports.preview', { fileId, format })
      await app.app.core.jobs.settled()
      const job = app.app.core.jobs.get(jobId)
      if (job.state === 'failed') expect(job.error?.code, `file ${file}`).toBe('INVALID_INPUT')
      else {
        expect(job.state, `file ${file}`).toBe('done')
        last = job.result as unknown as typeof last
      }
      ended[job.state as keyof typeof ended] += 1
    }
    expect(contentOf(rawOf(app))).toEqual(empty)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(ended.done).toBeGreaterThan(0)
    expect(await commit(app, last!.importId)).toMatchObject({ created: last!.create, refused: last!.refused })
  },
)
