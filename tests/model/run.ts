import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { type Chunk, type ChunkResult, chunksOf, runChunk } from './run-chunk.ts'
import { addTally, emptyTally, tallyText } from './tally.ts'

/**
 * `npm run model`: random sequences of everything anybody can do to deals, played to the application on SQLite and to a
 * model of the rulebook side by side. Exit code 1 at the first violation, told with the command that repeats it.
 */
const { values } = parseArgs({
  options: {
    /** Sequences in memory. */
    sequences: { type: 'string', default: '10000' },
    /** Sequences on a file, with restarts, kills and imports. */
    files: { type: 'string', default: '0' },
    seed: { type: 'string' },
    workers: { type: 'string', default: '2' },
    /** One chunk alone, by its own seed, and one sequence of it alone, by its path. */
    chunk: { type: 'string' },
    path: { type: 'string' },
    file: { type: 'boolean', default: false },
  },
})
const TELL_EVERY_MS = 60_000
const seed = values.seed === undefined ? Date.now() % 2000 : Number(values.seed)
const startedMs = performance.now()
const sum = emptyTally()
const violations: string[] = []
let toldMs = startedMs

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const minutes = (): string => `${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes`

function take({ tally, violation }: ChunkResult): void {
  addTally(sum, tally)
  if (violation !== null) violations.push(violation)
  if (performance.now() - toldMs < TELL_EVERY_MS) return
  toldMs = performance.now()
  say(`${sum.sequences} sequences, ${sum.commands} commands, ${violations.length} violations, ${minutes()}`)
}

/** Deals the chunks out, one to each in turn; all stop when one finds a violation. */
async function inParallel(chunks: readonly Chunk[], count: number): Promise<void> {
  const workers = Array.from({ length: count }, (_, own) => {
    const workerData = chunks.filter((_chunk, index) => index % count === own)
    return new Worker(new URL('./worker.ts', import.meta.url), { workerData })
  })
  const stopAll = () => Promise.all(workers.map((worker) => worker.terminate()))
  await Promise.all(
    workers.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          worker.on('message', (result: ChunkResult) => {
            take(result)
            if (result.violation !== null) void stopAll()
          })
          worker.on('error', reject)
          worker.on('exit', () => resolve())
        }),
    ),
  )
}

if (values.chunk !== undefined) {
  const { path } = values
  const sequences = path === undefined ? Number(values.sequences) : 1
  take(await runChunk({ seed: Number(values.chunk), sequences, onFile: values.file, path }))
} else {
  say(`seed ${seed}`)
  const memory = chunksOf({ seed, sequences: Number(values.sequences), onFile: false })
  const files = chunksOf({ seed, sequences: Number(values.files), onFile: true })
  await inParallel([...memory, ...files], Number(values.workers))
}
say(tallyText(sum))
for (const violation of violations) say(`\nVIOLATION: ${violation}`)
say(`${violations.length} violations, ${values.chunk === undefined ? `seed ${seed}, ` : ''}${minutes()}`)
process.exitCode = violations.length > 0 ? 1 : 0
