import { MOVEMENTS, type Movement } from '#shared/domain/report.ts'
import type { Money } from '#shared/domain/money.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import { type Fact, arrivedClosed, isOpen } from './fact.ts'
import { type DealSet, type Line, type Table, sumsOf, worth } from './lines.ts'

/** The pipeline at two moments, and which deals of each the report is about. */
export interface TwoMoments {
  readonly opening: ReadonlyMap<string, Fact>
  readonly closing: ReadonlyMap<string, Fact>
  /** Whether a deal fits the filters; `apart` leaves some of them out of account. */
  readonly fits: (fact: Fact, apart?: 'close-date' | 'status') => boolean
  /** Whether the filters say anything of close dates: then moving one moves the pipeline. */
  readonly closeDateMatters: boolean
  /** Last day of the report. */
  readonly to: CivilDate
  /** First day of the report. */
  readonly from: CivilDate
}

interface Step {
  readonly movement: Movement
  readonly fact: Fact
  /** What it adds to the pipeline. */
  readonly adds: readonly Money[]
}

const minus = ({ amount, currency }: Money): Money => ({ amount: -amount, currency })

/** What happened to the value of a deal that was in the pipeline. */
function revalued(before: Fact, after: Fact): Step[] {
  if (before.value.currency !== after.value.currency) {
    return [{ movement: 'currency-changed', fact: after, adds: [minus(before.value), after.value] }]
  }
  const amount = after.value.amount - before.value.amount
  if (amount === 0) return []
  const movement = amount > 0 ? 'value-up' : 'value-down'
  return [{ movement, fact: after, adds: [{ amount, currency: after.value.currency }] }]
}

/** Why a deal that was not in the pipeline came into it; null where it never did. */
function cameIn(before: Fact | undefined, after: Fact, moments: TwoMoments): Movement | null {
  const { fits } = moments
  if (isOpen(after)) {
    if (!fits(after)) return null
    if (!before) return 'new'
    return isOpen(before) && fits(before, 'close-date') ? 'pulled-in' : 'moved-in'
  }
  // It came and went within the report; what a file brought closed already was never in the pipeline.
  return !before && fits(after, 'status') && !arrivedClosed(after) ? 'new' : null
}

/** Why a deal is no longer in the pipeline; null where it still is. */
function wentOut(after: Fact, { fits }: TwoMoments): Movement | null {
  if (after.status !== 'received' && after.status !== 'accepted') return after.status
  if (fits(after)) return null
  return fits(after, 'close-date') ? 'slipped' : 'moved-out'
}

/** Close dates that left the period or came into it, where that moves no pipeline. */
function rescheduled(before: Fact, after: Fact, { from, to, closeDateMatters }: TwoMoments): Step[] {
  if (closeDateMatters) return []
  const inside = ({ closeDate }: Fact) => closeDate >= from && closeDate <= to
  if (inside(before) && after.closeDate > to) return [{ movement: 'slipped', fact: after, adds: [] }]
  if (before.closeDate > to && inside(after)) return [{ movement: 'pulled-in', fact: after, adds: [] }]
  return []
}

/** The steps of one deal from the first moment to the second: they add up to the difference. */
function stepsOf(before: Fact | undefined, after: Fact | undefined, moments: TwoMoments): Step[] {
  const wasIn = before !== undefined && isOpen(before) && moments.fits(before)
  if (!after) return wasIn ? [{ movement: 'removed', fact: before, adds: [minus(before.value)] }] : []
  const out = wentOut(after, moments)
  const leaving: Step[] = out === null ? [] : [{ movement: out, fact: after, adds: [minus(after.value)] }]
  if (wasIn) {
    const dates = out === null ? rescheduled(before, after, moments) : []
    return [...revalued(before, after), ...dates, ...leaving]
  }
  const movement = cameIn(before, after, moments)
  return movement ? [{ movement, fact: after, adds: [after.value] }, ...leaving] : []
}

const setOf = (steps: readonly Step[]): DealSet => ({
  deals: steps.map(({ fact }) => fact),
  sums: sumsOf(steps.flatMap(({ adds }) => adds)),
})

const pipelineOf = (facts: ReadonlyMap<string, Fact>, { fits }: TwoMoments): Fact[] =>
  [...facts.values()].filter((fact) => isOpen(fact) && fits(fact))

/** How the open pipeline came from one moment to another. In every currency the movements add up to the difference. */
export function changes(moments: TwoMoments): Table {
  const { opening, closing } = moments
  const ids = new Set([...opening.keys(), ...closing.keys()])
  const steps = [...ids].flatMap((id) => stepsOf(opening.get(id), closing.get(id), moments))
  const byMovement = Map.groupBy(steps, ({ movement }) => movement)
  const lines = MOVEMENTS.map((movement): Line => {
    const stock = movement === 'opening' ? opening : movement === 'closing' ? closing : null
    const deals = stock ? worth(pipelineOf(stock, moments)) : setOf(byMovement.get(movement) ?? [])
    return { key: movement, group: { movement }, figures: { deals, value: worth(deals.deals) }, measures: {} }
  })
  return { lines, totals: null }
}
