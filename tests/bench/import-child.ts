import { createReadStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Json } from '#shared/errors.ts'
import { startEngine } from '#main/workers/engine-client.ts'

/** Imports one file through the built engine and its jobs worker: time and memory of a whole process. */
const [engineHref, dataDir, csv] = process.argv.slice(2)
const POLL_MS = 5
const data = { dataDir: dataDir!, host: 'loopback', version: '0.0.0-bench', capabilities: [] } as const
const engine = await startEngine(new URL(engineHref!), data, (entry) => {
  process.stderr.write(`${JSON.stringify(entry)}\n`)
})

async function call<T>(name: string, input: Json): Promise<T> {
  const envelope = await engine.call(name, input)
  if (!envelope.ok) throw new Error(JSON.stringify(envelope.error))
  return envelope.value as T
}

async function job<T>(name: string, input: Json): Promise<T> {
  const { jobId } = await call<{ jobId: string }>(name, input)
  for (;;) {
    const { state, result, error } = await call<{ state: string; result: T; error: Json }>('jobs.get', {
      jobId,
    })
    if (state === 'done') return result
    if (state !== 'running' && state !== 'queued') throw new Error(JSON.stringify(error))
    await wait(POLL_MS)
  }
}

const { fileId } = await engine.files.put('deals.csv', createReadStream(csv!))
const start = performance.now()
const { importId } = await job<{ importId: string }>('imports.preview', {
  fileId,
  format: 'partner-center-csv',
})
const { created } = await job<{ created: number }>('imports.commit', { importId })
const ms = performance.now() - start
// Of the whole process, in kilobytes on every system Node runs on.
const residentMegabytes = process.resourceUsage().maxRSS / 1024
await engine.close()
process.stdout.write(JSON.stringify({ ms, created, residentMegabytes }))
