import type { CommandKind } from '#shared/domain/command.ts'
import { type Deal, type Party, isTerminal, microsoftParty } from '#shared/domain/deal.ts'
import type { AnyStage } from '#shared/domain/stages.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Refusal } from '#shared/errors.ts'
import { fieldLock } from './editability.ts'
import { hasRunOut } from './parties.ts'
import { refusal } from './refusal.ts'
import { openAssessmentStages, stageCorrectionRefusal, stageMarkRefusal } from './stages.ts'

/** The situation an action is judged in, before any of its input is looked at. */
export interface Situation {
  readonly deal: Deal
  readonly now: Instant
  /** The stage (mark-stage, correct-stage) aimed at; null when none is. */
  readonly stage: AnyStage | null
}

type Guard = (situation: Situation) => Refusal | null

const terminal = (deal: Deal): Refusal =>
  refusal('DEAL_TERMINAL', { status: deal.status }, { action: 'copy' })

/** The deal is ours and running: accepted, not yet closed (D6 to D10). */
const active: Guard = ({ deal }) =>
  isTerminal(deal.status)
    ? terminal(deal)
    : deal.status === 'received'
      ? refusal('NOT_ACTIVE', { status: deal.status }, { action: 'accept' })
      : null

/** The deal waits for our answer (D3, D4). */
const received: Guard = ({ deal }) =>
  isTerminal(deal.status)
    ? terminal(deal)
    : deal.status === 'received'
      ? null
      : refusal('NOT_RECEIVED', { status: deal.status })

/** Answering is allowed while now < expiresAt, and refused exactly from there on (B6); once expired, for ever. */
const inTime: Guard = ({ deal, now }) => {
  const expired = deal.status === 'expired' || (deal.status === 'received' && hasRunOut(deal, now))
  const expiresAt = deal.expiresAt ?? deal.closedAt
  return expired ? refusal('INVITATION_EXPIRED', { expiresAt }, { action: 'copy' }) : null
}

const whenOpen =
  (guard: Guard): Guard =>
  (situation) =>
    isTerminal(situation.deal.status) ? null : guard(situation)

const whenActive =
  (guard: Guard): Guard =>
  (situation) =>
    situation.deal.status === 'accepted' ? guard(situation) : null

const lock = (field: Parameters<typeof fieldLock>[1]): Guard =>
  whenActive(({ deal }) => fieldLock(deal, field))

const noAssessmentInvitation: Guard = whenOpen(({ deal }) =>
  deal.assessment ? refusal('SA_NO_INVITATIONS', {}, { action: 'copy' }) : null,
)
const microsoftNotYet: Guard = whenOpen(({ deal }) => {
  const party = microsoftParty(deal)
  return party
    ? refusal('MICROSOFT_ALREADY_INVITED', { status: party.status, at: party.invitedAt }, { action: 'copy' })
    : null
})
/** The sender owns the customer's consent, so an inbound deal asks nobody (RULEBOOK 5.2, B9). */
const ownMicrosoft: Guard = whenOpen(({ deal }) =>
  deal.direction === 'inbound' && !microsoftParty(deal) ? refusal('INBOUND_CANNOT_INVITE_MICROSOFT') : null,
)
const ownPartner: Guard = whenOpen(({ deal }) =>
  deal.direction === 'inbound' ? refusal('INBOUND_CANNOT_INVITE_PARTNER', {}, { action: 'copy' }) : null,
)
const stageAhead: Guard = whenActive(({ deal, stage }) => (stage ? stageMarkRefusal(deal, stage) : null))
const stageBehind: Guard = whenActive(({ deal, stage }) =>
  stage ? stageCorrectionRefusal(deal, stage) : null,
)
const stagesDone: Guard = whenActive(({ deal }) => {
  const missing = openAssessmentStages(deal)
  return missing.length > 0 ? refusal('ASSESSMENT_STAGES_OPEN', { missing }, { action: 'mark-stage' }) : null
})

/**
 * What must hold before an action is even possible, by action (RULEBOOK 3.2, 3.3, 5.2).
 * Guards report all their reasons at once. Answers of other parties and the favourite pass on closed deals (B7).
 */
export const GUARDS: Record<Exclude<CommandKind, 'create' | 'receive'>, readonly Guard[]> = {
  accept: [inTime, received],
  decline: [inTime, received],
  edit: [active],
  'set-team': [active],
  'set-solutions': [active, lock('solutions')],
  'invite-microsoft': [active, noAssessmentInvitation, microsoftNotYet, ownMicrosoft],
  'invite-partner': [active, noAssessmentInvitation, ownPartner],
  'record-answer': [],
  'mark-stage': [active, stageAhead],
  'correct-stage': [active, stageBehind],
  win: [active, stagesDone],
  lose: [active],
  // Registration is judged by its own checklist (registration.ts): it needs the directory.
  register: [],
  'record-review': [],
  resubmit: [],
  'set-favorite': [],
}

/** All reasons against an action in a situation; empty when it is possible. */
export const situationRefusals = (
  kind: Exclude<CommandKind, 'create' | 'receive'>,
  situation: Situation,
): readonly Refusal[] =>
  GUARDS[kind].map((guard) => guard(situation)).filter((reason): reason is Refusal => reason !== null)

/**
 * Whether a party's answer can be recorded: accepted and declined while pending (P2, P3) and in time (P4, B6), won and
 * lost after it accepted (P5).
 */
export function answerRefusal(
  party: Party | null,
  answer: 'accepted' | 'declined' | 'won' | 'lost',
  now: Instant,
): Refusal | null {
  const lapsed = party?.status === 'pending' && hasRunOut(party, now)
  const status = lapsed ? 'expired' : (party?.status ?? null)
  if (answer === 'accepted' || answer === 'declined') {
    return status === 'pending' ? null : refusal('PARTY_NOT_PENDING', { status })
  }
  const mend = status === 'pending' ? { action: 'record-answer' } : null
  return status === 'accepted' ? null : refusal('PARTY_NOT_ACCEPTED', { status }, mend)
}
