import fc from 'fast-check'
import type { Draw } from './draw.ts'
import { DAY, type Kind } from './model-deal.ts'

/**
 * One step of a sequence. What it means depends on where the deals stand: numbers are read as choices among what there
 * is, and 0 is the simplest of them. So any sequence is a possible one, and shrinks well.
 */
export interface Step {
  readonly what: number
  readonly turn: number
  readonly how: number
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.nat(),
  turn: fc.maxSafeNat(),
  how: fc.nat(),
})

const MOST_STEPS = 14

export const sequence: fc.Arbitrary<Step[]> = fc.array(step, {
  minLength: 1,
  maxLength: MOST_STEPS,
  size: 'max',
})

/** What a step can be besides a command on a deal. Only a file outlives what ends its application. */
export type Deed =
  | 'command'
  | 'clock'
  | 'doubt'
  | 'undo'
  | 'sweep'
  | 'begin'
  | 'tamper'
  | 'length'
  | 'restart'
  | 'kill'
  | 'import'

type Weights = readonly (readonly [weight: number, deed: Deed])[]
const IN_MEMORY: Weights = [
  [40, 'command'],
  [10, 'clock'],
  [5, 'undo'],
  [1, 'doubt'],
  [2, 'sweep'],
  [2, 'begin'],
  [1, 'tamper'],
  [1, 'length'],
]
const ON_FILE: Weights = [...IN_MEMORY, [5, 'restart'], [5, 'kill'], [5, 'import']]

export const deedOf = (draw: Draw, onFile: boolean): Deed => draw.weighted(onFile ? ON_FILE : IN_MEMORY)

/** How far the clock goes on, in milliseconds: often to the next deadline, to the millisecond. */
export function jumpOf(draw: Draw, untilDeadline: number | null): number {
  const near = (offset: number) => Math.max(0, (untilDeadline ?? 1) + offset)
  return draw.weighted([
    [2, 1],
    [2, DAY / 24],
    [2, DAY],
    [2, 5 * DAY],
    [1, 13 * DAY],
    [2, near(-1)],
    [4, near(0)],
    [1, near(1)],
  ])
}

/** How far the clock is set back to raise a doubt: more than the day that is forgiven (PROMISES 7.5). */
export const SET_BACK_MS = 2 * DAY

/** Every command on a deal, whether it has a chance or not. */
export const ANY_KIND: readonly Kind[] = [
  'accept',
  'decline',
  'edit',
  'set-team',
  'set-solutions',
  'invite-microsoft',
  'invite-partner',
  'record-answer',
  'mark-stage',
  'correct-stage',
  'win',
  'lose',
  'register',
  'record-review',
  'resubmit',
  'set-favorite',
]

/** Days an invitation may be answered, as somebody may set them. */
export const LENGTHS = [14, 7, 30, 1] as const
