import { parentPort, workerData } from 'node:worker_threads'
import { acquireLock } from '#main/db/open.ts'

/** A thread that asks for the lock of each folder at the same moment as its rival does, and tells which ones it got. */
interface Race {
  readonly folders: readonly string[]
  /** Counts who has arrived at each start line. */
  readonly arrivals: Int32Array<SharedArrayBuffer>
}

const { folders, arrivals } = workerData as Race

function meetRival(round: number): void {
  Atomics.add(arrivals, round, 1)
  while (Atomics.load(arrivals, round) < 2);
}

const won = folders.map((folder, round) => {
  meetRival(round)
  try {
    acquireLock(folder)
    return true
  } catch {
    return false
  }
})
// A thread that listens stays, and so do its locks, until it is ended.
parentPort!.on('message', () => undefined).postMessage(won)
