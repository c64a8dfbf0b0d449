import type { Party, PartyStatus, Reason } from '#shared/domain/deal.ts'
import { issue } from './cells.ts'
import type { Difference, Step } from './update.ts'

/** How far a party's answer has come: a file never takes an answer back. */
const ANSWER_ORDER: Record<PartyStatus, number> = {
  pending: 0,
  accepted: 1,
  declined: 2,
  expired: 2,
  won: 2,
  lost: 2,
}

/** The steps from what a party has answered here to what a file says it has; ours is kept where it is further. */
export function answerSteps(
  party: Party,
  said: PartyStatus,
  reason: Reason | null,
  column: string,
): Difference {
  const columns = [column]
  if (said === party.status) return { steps: [], warnings: [] }
  if (ANSWER_ORDER[party.status] >= ANSWER_ORDER[said]) {
    return { steps: [], warnings: [issue('OURS_IS_AHEAD', column, said)] }
  }
  if (said === 'expired') {
    return { steps: [{ columns, command: { kind: 'report-expired', partyId: party.id } }], warnings: [] }
  }
  const answer = (status: 'accepted' | 'declined' | 'won' | 'lost', why: Reason | null): Step => ({
    columns,
    command: { kind: 'record-answer', partyId: party.id, answer: status, reason: why },
  })
  const settled = said as 'accepted' | 'declined' | 'won' | 'lost'
  const viaAccepted = party.status === 'pending' && (settled === 'won' || settled === 'lost')
  return {
    steps: [...(viaAccepted ? [answer('accepted', null)] : []), answer(settled, reason)],
    warnings: [],
  }
}
