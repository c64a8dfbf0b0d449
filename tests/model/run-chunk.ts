import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { auditWorld } from './audit.ts'
import { Play } from './play.ts'
import { sequence } from './steps.ts'
import { type Tally, addTally, emptyTally } from './tally.ts'
import { type World, openWorld } from './world.ts'

/** Sequences that share one database, one after the other, each on deals of its own. */
export interface Chunk {
  readonly seed: number
  readonly sequences: number
  /** On a file: then restarts, kills and imports are among the steps. */
  readonly onFile: boolean
  /** Where fast-check found a failure before: plays that one sequence alone. */
  readonly path?: string
  /** SQL that breaks the database before the first step: whoever sees nothing then looks at nothing. */
  readonly sabotage?: string
}

export interface ChunkResult {
  readonly tally: Tally
  /** What went wrong, with the sequence shrunk as far as it goes and the words to play it again. */
  readonly violation: string | null
}

const IN_MEMORY = 250
const ON_FILE = 50
/** One sequence in so many is looked at down to the last column when it is over. */
const THOROUGH_EVERY = 8

/** The chunks of a run: all of it follows from the seed of the run. */
export function chunksOf(run: { seed: number; sequences: number; onFile: boolean }): Chunk[] {
  const size = run.onFile ? ON_FILE : IN_MEMORY
  const count = Math.ceil(run.sequences / size)
  return Array.from({ length: count }, (_, index) => ({
    seed: (run.seed * 1_000_000 + index) % 2 ** 31,
    sequences: Math.min(size, run.sequences - index * size),
    onFile: run.onFile,
  }))
}

const replayOf = ({ seed, sequences, onFile }: Chunk, path: string | null): string =>
  `npm run model -- --chunk ${seed}${onFile ? ' --file' : ''} ${path === null ? `--sequences ${sequences}` : `--path ${path}`}`

/** Every sequence moves the clock on. Ten years after its release the application doubts the date by itself. */
const LATEST = '2034-01-01'

async function playAll(open: () => Promise<World>, chunk: Chunk, sum: Tally): Promise<string | null> {
  const { seed, sequences: numRuns, path } = chunk
  let world = await open()
  if (chunk.sabotage !== undefined) world.app.core.writer.raw.exec(chunk.sabotage)
  // Once something has failed every look is a thorough one: shrinking must not lose it by looking less.
  let careful = path !== undefined
  const property = fc.asyncProperty(sequence, async (steps) => {
    if (world.clock.now() > LATEST) {
      await world.close()
      world = await open()
    }
    const tally = emptyTally()
    try {
      await new Play(world, tally).all(steps, careful || steps[0]!.how % THOROUGH_EVERY === 0)
    } catch (error) {
      careful = true
      throw error
    }
    addTally(sum, tally)
  })
  try {
    const result = await fc.check(property, { seed, numRuns, path })
    if (result.failed) {
      const { errorInstance, counterexamplePath } = result
      const what = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
      return `${what}\n${replayOf(chunk, counterexamplePath)}`
    }
    const fault = await auditWorld(world)
    return fault && `${fault}\n${replayOf(chunk, null)}`
  } finally {
    await world.close()
  }
}

/** Plays a chunk in a fresh database. */
export async function runChunk(chunk: Chunk): Promise<ChunkResult> {
  const tally = emptyTally()
  const folders: string[] = []
  const open = () => {
    const dataDir = chunk.onFile ? mkdtempSync(join(tmpdir(), 'tandem-model-')) : null
    if (dataDir !== null) folders.push(dataDir)
    return openWorld({ vetted: chunk.seed % 8 !== 0, checkOutputs: chunk.seed % 16 === 1, dataDir })
  }
  try {
    return { tally, violation: await playAll(open, chunk, tally) }
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}
