import { type Deal, isTerminal } from '#shared/domain/deal.ts'
import {
  type AnyStage,
  type BoardColumn,
  LADDERS,
  type Rung,
  markable,
  rungOf,
} from '#shared/domain/stages.ts'
import { DAY_MS, type Instant, msOf } from '#shared/domain/time.ts'
import type { Refusal } from '#shared/errors.ts'
import { familyOf } from './deal-type.ts'
import { refusal } from './refusal.ts'

/** How far a deal has come on its ladder: 0 for created and accepted, 5 for won; 0 while unanswered. */
export const stageOrder = (deal: Pick<Deal, 'stage' | 'assessment'>): number =>
  deal.stage ? (rungOf(familyOf(deal), deal.stage)?.order ?? 0) : 0

/** Percent of the current stage; 0 until an inbound deal is accepted (RULEBOOK 4). */
export const percentOf = (deal: Pick<Deal, 'stage' | 'assessment'>): number =>
  deal.stage ? (rungOf(familyOf(deal), deal.stage)?.percent ?? 0) : 0

/** The next stage a person would mark; null at the last one. */
export const nextStage = (deal: Pick<Deal, 'stage' | 'assessment'>): Rung | null =>
  markable(familyOf(deal)).find((rung) => rung.order === stageOrder(deal) + 1) ?? null

/** The stage a deal starts on: created when we made it, accepted when it came to us. */
export const baseStage = (deal: Pick<Deal, 'direction'>): 'created' | 'accepted' =>
  deal.direction === 'outbound' ? 'created' : 'accepted'

/** Whole days a running deal has been on its stage; null before it has one and once it has ended. */
export const daysInStage = (deal: Pick<Deal, 'status' | 'stageSince'>, now: Instant): number | null =>
  deal.status === 'accepted' ? Math.max(0, Math.floor((msOf(now) - msOf(deal.stageSince)) / DAY_MS)) : null

/** Where on the board a deal stands; null for declined and expired deals, which live in the lists. */
export function boardColumnOf(
  deal: Pick<Deal, 'status' | 'stage' | 'assessment' | 'direction'>,
): BoardColumn | null {
  if (deal.status === 'received' || deal.status === 'won' || deal.status === 'lost') return deal.status
  if (isTerminal(deal.status)) return null
  const order = stageOrder(deal)
  const rung = LADDERS[familyOf(deal)].find((candidate) => candidate.order === order)
  return (rung?.stage ?? 'created') as BoardColumn
}

/** Assessment stages still to be marked before Won (RULEBOOK 4.2, B3). Empty on a standard deal. */
export const openAssessmentStages = (deal: Pick<Deal, 'stage' | 'assessment'>): readonly AnyStage[] =>
  deal.assessment
    ? markable('assessment')
        .filter((rung) => rung.order > stageOrder(deal))
        .map((rung) => rung.stage)
    : []

/** Whether a deal may be marked at a stage: ahead on a standard deal (B2), exactly the next on an assessment (B3). */
export function stageMarkRefusal(deal: Deal, stage: AnyStage): Refusal | null {
  const rung = rungOf(familyOf(deal), stage)
  const next = nextStage(deal)?.stage ?? null
  if (!rung || rung.stage === 'won') {
    return refusal('STAGE_NOT_NEXT', { stage, next }, next ? { action: 'mark-stage' } : { action: 'win' })
  }
  if (rung.order <= stageOrder(deal)) {
    return refusal('STAGE_NOT_AHEAD', { stage, current: deal.stage }, { action: 'correct-stage' })
  }
  if (deal.assessment && rung.stage !== next) {
    return refusal('STAGE_NOT_NEXT', { stage, next }, { action: 'mark-stage' })
  }
  return null
}

/** Whether a mark may be corrected back to a stage: any earlier one (B2), on an assessment only the last (B3). */
export function stageCorrectionRefusal(deal: Deal, stage: AnyStage): Refusal | null {
  const rung = rungOf(familyOf(deal), stage)
  const current = stageOrder(deal)
  const lowest = deal.assessment ? Math.max(0, current - 1) : 0
  if (!rung || rung.order >= current || rung.order < lowest) {
    const ahead = rung !== null && rung.order > current
    return refusal(
      'STAGE_NOT_BEHIND',
      { stage, current: deal.stage },
      ahead ? { action: 'mark-stage' } : null,
    )
  }
  return null
}
