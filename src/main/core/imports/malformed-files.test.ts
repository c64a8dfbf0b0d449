import { expect, test } from 'vitest'
import { DIRECTORY_FORMATS } from '#shared/domain/directory-tables.ts'
import type { ImportFormat } from '#shared/ipc/contract/exchange.ts'
import { commit, sampleBytes, upload } from '../../../../tests/support/bulk-csv.ts'
import { contentOf, rawOf } from '../../../../tests/support/database-content.ts'
import { TABLES } from '../../../../tests/support/directory-tables.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { Random } from '../../../../tests/support/random.ts'
import { referralBytes } from '../../../../tests/support/referrals.ts'

/** How many files of each kind; TANDEM_FILES=5000 makes a long run of it. */
const FILES = Number(process.env['TANDEM_FILES'] ?? 100)
const SCRAPS = [
  '"',
  ',',
  '\r\n',
  '\u0000',
  '{',
  '}',
  '[',
  ']',
  '\\u0000',
  '__proto__',
  'null',
  '1e999',
  '=1+1',
  '\ufeff',
]

/** A file damaged in a few places: cut short, bytes changed, pieces gone, twice or foreign. */
function damaged(random: Random, whole: Buffer): Buffer {
  let bytes: Buffer = Buffer.from(whole)
  for (let times = random.int(1, 5); times > 0; times -= 1) {
    const at = random.int(0, Math.max(0, bytes.length - 1))
    const to = Math.min(bytes.length, at + random.int(1, 400))
    bytes = random.pick<() => Buffer>([
      () => bytes.subarray(0, at),
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from([random.int(0, 255)]), bytes.subarray(at + 1)]),
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]),
      () => Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]),
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(SCRAPS)), bytes.subarray(at)]),
    ])()
  }
  return bytes
}

const KINDS: [ImportFormat, Buffer][] = [
  ['partner-center-csv', sampleBytes()],
  ['partner-center-json', referralBytes()],
  ...DIRECTORY_FORMATS.map((format): [ImportFormat, Buffer] => [format, Buffer.from(TABLES[format])]),
]

test.for(KINDS)(
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
