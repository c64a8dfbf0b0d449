import { parentPort, workerData } from 'node:worker_threads'
import { type Chunk, runChunk } from './run-chunk.ts'

/** Plays its share of the chunks of a run and tells what came of each. */
for (const chunk of workerData as readonly Chunk[]) {
  const result = await runChunk(chunk)
  parentPort!.postMessage(result)
  if (result.violation !== null) break
}
