import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { JobId } from '#shared/domain/ids.ts'
import type { ImportFormat } from '#shared/ipc/contract/exchange.ts'
import { type TestApplication, testApplication } from '../support/application.ts'
import { upload } from '../support/bulk-csv.ts'
import { fileOf, line } from '../support/csv-lines.ts'
import { WHOLE_FILES, damaged } from '../support/damaged-file.ts'
import { contentOf, rawOf } from '../support/database-content.ts'
import { Random } from '../support/random.ts'

/**
 * `npm run files`: damaged files of every kind that can be imported, and imports cancelled at random points. A damaged file
 * is judged or refused, and its preview changes nothing; what is cancelled leaves nothing. Exit code 1 where that fails.
 * New objects have little room (package.json), so that the peak tells what is held and not how late it is collected.
 */
const { values } = parseArgs({
  options: {
    /** Damaged files of each kind. */
    files: { type: 'string', default: '10000' },
    /** Cancels of a preview, and as many of a commit. */
    cancels: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
})
const FILES = Number(values.files)
const CANCELS = Number(values.cancels)
const random = new Random(Number(values.seed))
/** A file is compared whole now and then: after each it would be most of the time. */
const COMPARE_EVERY = 100

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const hashOf = (app: TestApplication): string =>
  createHash('sha256')
    .update(JSON.stringify(contentOf(rawOf(app))))
    .digest('hex')
const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024)
let failures = 0

function fail(what: string): void {
  failures += 1
  say(`FAILED ${what}`)
}

async function damagedFiles(format: ImportFormat, whole: Buffer): Promise<void> {
  const app = await testApplication({ checkOutputs: false })
  const before = hashOf(app)
  const counts = { judged: 0, refused: 0, crashes: 0, partial: 0, polluted: 0 }
  let longest = 0
  for (let file = 0; file < FILES; file += 1) {
    const start = performance.now()
    const fileId = await upload(app, damaged(random, whole))
    const { jobId } = await app.call('imports.preview', { fileId, format })
    await app.app.core.jobs.settled()
    longest = Math.max(longest, performance.now() - start)
    const { state, error } = app.app.core.jobs.get(jobId)
    if (state === 'done') counts.judged += 1
    else if (error?.code === 'INVALID_INPUT') counts.refused += 1
    else counts.crashes += 1
    if (Object.keys(Object.prototype).length > 0) counts.polluted += 1
    if (file % COMPARE_EVERY === 0 && hashOf(app) !== before) counts.partial += 1
  }
  if (hashOf(app) !== before) counts.partial += 1
  await app.close()
  const { judged, refused, crashes, partial, polluted } = counts
  say(
    `${format}: ${FILES} damaged files, ${judged} judged, ${refused} refused, crashes ${crashes}, partial imports ${partial}, ` +
      `Object.prototype pollution ${polluted}, longest ${Math.round(longest)} ms, peak memory ${peakMb()} MB`,
  )
  if (crashes + partial + polluted > 0) fail(format)
}

/** Cancels a job once it has come so far; gives how it ended. */
async function cancelledAt(
  app: TestApplication,
  done: number,
  start: () => Promise<string>,
): Promise<string> {
  const stop = app.app.subscribe(({ name, payload }) => {
    if (name !== 'jobs.progressed') return
    const told = payload as { jobId: JobId; done: number }
    if (told.done >= done && app.app.core.jobs.get(told.jobId).state === 'running') {
      app.app.core.jobs.cancel(told.jobId)
    }
  })
  const jobId = await start()
  await app.app.core.jobs.settled()
  stop()
  return app.app.core.jobs.get(jobId as JobId).state
}

async function cancels(): Promise<void> {
  const rows = 2000
  const app = await testApplication({ checkOutputs: false })
  const fileId = await upload(app, fileOf(Array.from({ length: rows }, (_, index) => line(`R-${index}`))))
  const preview = async () =>
    (await app.call('imports.preview', { fileId, format: 'partner-center-csv' })).jobId
  const { importId } = (await app.job(await preview())) as { importId: string }
  const before = hashOf(app)
  const ended = { preview: 0, commit: 0 }
  let left = 0
  for (let turn = 0; turn < CANCELS; turn += 1) {
    // The last rows are told of when all is over: nothing is left to cancel then.
    const at = () => random.int(0, rows - 300)
    if ((await cancelledAt(app, at(), preview)) === 'cancelled') ended.preview += 1
    if (hashOf(app) !== before) left += 1
    const commit = async () => (await app.call('imports.commit', { importId })).jobId
    if ((await cancelledAt(app, at(), commit)) === 'cancelled') ended.commit += 1
    if (hashOf(app) !== before) left += 1
  }
  await app.close()
  say(
    `cancels: ${ended.preview} of ${CANCELS} previews and ${ended.commit} of ${CANCELS} commits stopped, something left ${left}`,
  )
  if (left > 0 || ended.preview < CANCELS || ended.commit < CANCELS) fail('cancels')
}

for (const [format, whole] of WHOLE_FILES) await damagedFiles(format, whole)
await cancels()
say(failures === 0 ? 'nothing failed' : `${failures} failed`)
process.exitCode = failures === 0 ? 0 : 1
