import { createHash } from 'node:crypto'
import { Random } from '../support/random.ts'
import type { Computer } from './computer.ts'
import { MemoryTandem } from './memory-tandem.ts'
import { type Fault, Violation } from './oracle.ts'
import { SqliteStore } from './sqlite-tandem.ts'
import type { Tandem } from './tandem.ts'
import { type Tally, World, emptyTally } from './world.ts'

export type Kind = 'memory' | 'sqlite'

/** A world that broke a promise, and how to live through it again. */
export interface Broken {
  readonly kind: Kind
  readonly world: number
  readonly fault: Fault | 'crash'
  readonly what: string
}

export interface Simulated {
  readonly kind: Kind
  readonly worlds: number
  readonly tally: Tally
  readonly broken: readonly Broken[]
  readonly seconds: number
}

/** Fewer steps where each costs a file of its own. */
const STEPS: Record<Kind, readonly [from: number, to: number]> = { memory: [6, 24], sqlite: [6, 14] }
const MOST_BROKEN = 20

/** Chance of one world alone: the same whether it is repeated with all the others or without. */
const randomOf = (seed: number, kind: Kind, world: number): Random =>
  new Random(createHash('sha256').update(`${seed} ${kind} ${world}`).digest().readUInt32BE())

/** Lives through one world; gives what it broke. */
async function liveThrough(
  random: Random,
  kind: Kind,
  makeTandem: (computer: Computer, reportsSuspends: boolean) => Tandem,
  tally: Tally,
  trace: ((line: string) => void) | null,
): Promise<Pick<Broken, 'fault' | 'what'> | null> {
  try {
    await new World(random, makeTandem, tally, trace).live(random.int(...STEPS[kind]))
    return null
  } catch (error) {
    if (error instanceof Violation) return { fault: error.fault, what: error.message }
    return { fault: 'crash', what: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** Lives through so many worlds of a kind, or through one of them again with a trace. */
export async function simulate(
  kind: Kind,
  seed: number,
  worlds: readonly number[] | number,
  trace: ((line: string) => void) | null = null,
): Promise<Simulated> {
  const startedMs = performance.now()
  const tally = emptyTally()
  const broken: Broken[] = []
  const numbers = typeof worlds === 'number' ? Array.from({ length: worlds }, (_, index) => index) : worlds
  const store = kind === 'sqlite' ? await SqliteStore.create() : null
  try {
    for (const world of numbers) {
      const fault = await liveThrough(
        randomOf(seed, kind, world),
        kind,
        (computer, reports) => store?.tandem(computer, reports) ?? new MemoryTandem(computer, reports),
        tally,
        trace,
      )
      await store?.clear()
      if (fault) broken.push({ kind, world, ...fault })
      if (broken.length >= MOST_BROKEN) break
    }
  } finally {
    await store?.remove()
  }
  return { kind, worlds: numbers.length, tally, broken, seconds: (performance.now() - startedMs) / 1000 }
}
