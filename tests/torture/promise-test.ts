import type { Build } from '../support/build.ts'
import type { Random } from '../support/random.ts'

/** What every test of a promise is given. */
export interface Torture {
  readonly build: Build
  readonly full: boolean
  /** A folder that goes when the test ends. */
  readonly scratch: string
  /** Chance for what is not one run's own, repeatable by the seed. */
  readonly random: Random
}

/** One promise of PROMISES.md, put to the test so many times. Each run throws what it finds broken. */
export interface PromiseTest<State = unknown> {
  readonly id: string
  readonly title: string
  /** Attempts of a short and of a full run, and how many runs of the promise one attempt makes. */
  readonly attempts: { readonly short: number; readonly full: number }
  readonly runsEach: number
  /** Why this computer cannot do it; null when it can. */
  readonly impossible: () => string | null
  /** What all attempts share. */
  readonly prepare: (torture: Torture) => Promise<State>
  readonly attempt: (state: State, random: Random, attempt: number) => Promise<void>
  /** Looks at what the attempts left behind; gives what is worth telling. Throws what is broken. */
  readonly finish: (state: State) => Promise<string>
}

/** A promise that does not hold: what was found, in words. */
export class Broken extends Error {}

/** Throws when something does not hold. */
export function must(holds: boolean, otherwise: () => string): asserts holds {
  if (!holds) throw new Broken(otherwise())
}

export const always = (): null => null
