import type { Judgement } from './judge.ts'
import { faultsOfTeam } from './judge-input.ts'
import {
  type ModelDeal,
  type Of,
  type Surroundings,
  earningOf,
  ladderOf,
  microsoftOf,
  typeOf,
} from './model-deal.ts'

/** Where a stage stands: 0 for the first one, 1 to 4 for those a person marks, null for one of the other ladder. */
const placeOf = (deal: ModelDeal, stage: string): number | null => {
  if (stage === 'created' || stage === 'accepted') return 0
  const place = ladderOf(deal).indexOf(stage)
  return place < 0 ? null : place + 1
}

/** Ahead at will on a standard deal (B2), step by step on an assessment (B3); back by a correction. */
export function faultsOfStage(deal: ModelDeal, command: Of<'mark-stage'> | Of<'correct-stage'>): string[] {
  if (deal.status !== 'accepted') return []
  const place = placeOf(deal, command.stage)
  const here = deal.marked.length
  if (command.kind === 'correct-stage') {
    const possible = place !== null && place < here && (!deal.assessment || place === here - 1)
    return possible ? [] : ['STAGE_NOT_BEHIND']
  }
  if (place === null) return ['STAGE_NOT_NEXT']
  if (place <= here) return ['STAGE_NOT_AHEAD']
  return deal.assessment && place !== here + 1 ? ['STAGE_NOT_NEXT'] : []
}

/** Another party's answer: while it is pending and in time (P2, P3, P4), won and lost once it accepted (P5). */
export function faultsOfAnswer(
  deal: ModelDeal,
  command: Of<'record-answer'>,
  { now }: Surroundings,
  judged: (situation: readonly string[], input: () => readonly string[]) => Judgement,
): Judgement {
  const party = deal.parties.find(({ id }) => id === command.partyId)
  if (!party) return { verdict: 'unknown' }
  const answeredAt = command.answeredAt === undefined ? now : Date.parse(command.answeredAt)
  if (answeredAt > now || answeredAt < party.invitedAt) return { verdict: 'invalid' }
  const first = command.answer === 'accepted' || command.answer === 'declined'
  const inTime = party.expiresAt === null || now < party.expiresAt
  const situation = first
    ? party.status === 'pending' && inTime
      ? []
      : ['PARTY_NOT_PENDING']
    : party.status === 'accepted'
      ? []
      : ['PARTY_NOT_ACCEPTED']
  return judged(situation, () =>
    command.answer === 'accepted' ? faultsOfTeam(command.sellers ?? [], false) : [],
  )
}

/** E0 to E5 (8.3), and that there is no registration yet. */
export function faultsOfRegister(deal: ModelDeal, around: Surroundings): string[] {
  const codes: string[] = []
  const microsoft = microsoftOf(deal)
  if (deal.status !== 'won') codes.push('NOT_WON')
  if (!microsoft) codes.push('MICROSOFT_NOT_INVITED')
  if (microsoft?.status !== 'accepted' && microsoft?.status !== 'won') codes.push('MICROSOFT_NOT_ACCEPTED')
  if (earningOf(deal, around).length === 0) codes.push('NO_INCENTIVE_SOLUTION')
  if (typeOf(deal) === 'private') codes.push('PRIVATE_NOT_REGISTRABLE')
  if (deal.assessment) codes.push('SA_NOT_REGISTRABLE')
  return codes.length === 0 && deal.registration ? ['REGISTRATION_STATE'] : codes
}

/** What can be said of a registration and when: review first, then validation (8.3). */
const REVIEWS: Readonly<Record<string, readonly string[]>> = {
  'deal-review': ['action-required', 'final-validation', 'rejected'],
  'final-validation': ['action-required', 'approved', 'rejected'],
}

export const faultsOfReview = (deal: ModelDeal, { outcome }: Of<'record-review'>): string[] =>
  REVIEWS[deal.registration?.state ?? '']?.includes(outcome) ? [] : ['REGISTRATION_STATE']
