import { expect, onTestFinished, test } from 'vitest'
import type { JobControl } from '../core/jobs/job-control.ts'
import type { LongTask } from '../core/jobs/long-task.ts'
import type { LogEntry } from '../core/ports.ts'
import { JobsClient, type JobsLimits } from './jobs-client.ts'

const PREVIEW = { kind: 'preview-partner-center' } as LongTask
const EXPORT = { kind: 'export' } as LongTask
const control: JobControl = { progress: () => {}, cancelled: false }

/** A worker of a few lines, which answers `run` with what the body says; `tries` counts workers started so far. */
function clientOf(body: string, limits: JobsLimits): { client: JobsClient; log: LogEntry[] } {
  const script = `import { parentPort } from 'node:worker_threads'
    const answer = (id, value) => parentPort.postMessage({ kind: 'result', id, envelope: { ok: true, value } })
    parentPort.on('message', ({ kind, id, task }) => { if (kind === 'close') parentPort.close(); else { ${body} } })`
  const log: LogEntry[] = []
  const url = new URL(`data:text/javascript,${encodeURIComponent(script)}`)
  const client = new JobsClient(url, '/nowhere', (entry) => log.push(entry), limits)
  onTestFinished(() => client.close())
  return { client, log }
}

const GREEDY = `if (task.locale === 'en') return answer(id, 'read')
  const kept = []; for (;;) kept.push(new Array(100_000).fill(id + kept.length))`
const SILENT = `if (task.locale === 'en') return answer(id, 'read'); if (task.kind === 'export') setTimeout(() => answer(id, 'late'), 300)`

const refusal = (message: string) => ({
  code: 'INVALID_INPUT',
  details: { issues: [{ path: 'file', message }] },
})

test('a file that takes too much memory is refused, and the next one is read by a fresh worker', async () => {
  const { client, log } = clientOf(GREEDY, { heapMb: 32, silenceMs: 60_000 })
  await expect(client.run(PREVIEW, control)).rejects.toMatchObject(refusal('too-much-memory'))
  expect(log).toMatchObject([{ code: 'JOBS_WORKER_FAILED' }])
  expect(await client.run({ ...PREVIEW, locale: 'en' } as LongTask, control)).toBe('read')
})

test('what is no reading and takes too much memory has failed inside', async () => {
  const { client } = clientOf(GREEDY, { heapMb: 32, silenceMs: 60_000 })
  await expect(client.run(EXPORT, control)).rejects.toMatchObject({ code: 'INTERNAL' })
})

test('a file whose reading shows no sign of life is refused, and the next one is read', async () => {
  const { client } = clientOf(SILENT, { heapMb: 64, silenceMs: 100 })
  await expect(client.run(PREVIEW, control)).rejects.toMatchObject(refusal('too-slow'))
  expect(await client.run({ ...PREVIEW, locale: 'en' } as LongTask, control)).toBe('read')
})

test('writing and exporting may be silent for longer', async () => {
  const { client } = clientOf(SILENT, { heapMb: 64, silenceMs: 100 })
  expect(await client.run(EXPORT, control)).toBe('late')
})
