import { faultsOfAnswer, faultsOfRegister, faultsOfReview, faultsOfStage } from './judge-situation.ts'
import {
  faultsOfContact,
  faultsOfCreate,
  faultsOfDetails,
  faultsOfForm,
  faultsOfInvite,
  faultsOfReason,
  faultsOfSolutions,
  faultsOfTeam,
} from './judge-input.ts'
import { type ModelDeal, type Of, type Surroundings, isClosed, microsoftOf } from './model-deal.ts'
import type { CommandInput } from '../support/deal-commands.ts'

/** What the rulebook says to a command: allowed, refused with these codes, or not even a question for it. */
export type Judgement =
  | { readonly verdict: 'allowed' }
  | { readonly verdict: 'refused'; readonly codes: readonly string[] }
  | { readonly verdict: 'invalid' | 'unknown' | 'uncertain' }

const judged = (situation: readonly string[], input: () => readonly string[] = () => []): Judgement => {
  const codes = [...new Set(situation.length > 0 ? situation : input())].sort()
  return codes.length > 0 ? { verdict: 'refused', codes } : { verdict: 'allowed' }
}

const instantOf = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text))

function judgeReceive(command: Of<'receive'>, { now }: Surroundings): Judgement {
  const receivedAt = instantOf(command.receivedAt) ?? now
  const expiresAt = instantOf(command.expiresAt)
  if (receivedAt > now || (expiresAt !== null && expiresAt <= receivedAt)) return { verdict: 'invalid' }
  return judged([
    ...(command.customer ? [] : ['CUSTOMER_REQUIRED']),
    ...faultsOfContact(command.contact, false),
    ...faultsOfDetails(command, null),
  ])
}

/** Only a deal that is ours and running takes commands of ours (D6 to D10); a closed one says so and nothing else. */
const notRunning = (deal: ModelDeal): string[] =>
  isClosed(deal) ? ['DEAL_TERMINAL'] : deal.status === 'received' ? ['NOT_ACTIVE'] : []

/** Only an unanswered deal can be answered (D3, D4), and never one that ran out (B6). */
const notWaiting = (deal: ModelDeal): string[] => [
  ...(deal.status === 'expired' ? ['INVITATION_EXPIRED'] : []),
  ...(isClosed(deal) ? ['DEAL_TERMINAL'] : deal.status === 'accepted' ? ['NOT_RECEIVED'] : []),
]

/** The forbidden rows of 5.2, for a deal that is still open. */
function notInvitable(deal: ModelDeal, kind: 'microsoft' | 'partner'): string[] {
  const codes = notRunning(deal)
  if (isClosed(deal)) return codes
  if (deal.assessment) codes.push('SA_NO_INVITATIONS')
  if (kind === 'partner' && deal.direction === 'inbound') codes.push('INBOUND_CANNOT_INVITE_PARTNER')
  if (kind === 'microsoft' && microsoftOf(deal)) codes.push('MICROSOFT_ALREADY_INVITED')
  else if (kind === 'microsoft' && deal.direction === 'inbound') codes.push('INBOUND_CANNOT_INVITE_MICROSOFT')
  return codes
}

function inviteMicrosoftFaults(deal: ModelDeal, command: Of<'invite-microsoft'>): string[] {
  const given = command.contact && Object.values(command.contact).some((part) => part.trim() !== '')
  const contact = given ? command.contact : deal.contact
  return [
    ...faultsOfContact(contact, true),
    ...(deal.consent || command.consent === true ? [] : ['CONSENT_REQUIRED']),
  ]
}

const samePerson = (a: object | null, b: object | null): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The matrix of 2.4 for a running deal: of what `edit` can name only the contact ever locks. */
function editFaults(deal: ModelDeal, { changes }: Of<'edit'>): string[] {
  const codes = [
    ...faultsOfDetails({ name: deal.name, value: deal, closeDate: deal.closeDate, ...changes }, null),
  ]
  if (changes.contact === undefined) return codes
  const blank = changes.contact === null || Object.values(changes.contact).every((part) => part === '')
  const asked = blank ? null : changes.contact
  if (samePerson(asked, deal.contact)) return codes
  // Microsoft has it, or it is the sender's (columns Own active and Invitee).
  if (microsoftOf(deal) || deal.direction === 'inbound') codes.push('FIELD_LOCKED')
  return [...codes, ...faultsOfContact(asked, false)]
}

const solutionsLocked = (deal: ModelDeal): string[] => [
  ...notRunning(deal),
  ...(deal.status === 'accepted' && deal.assessment ? ['FIELD_LOCKED'] : []),
]

/** Commands that begin, answer or end the clock of an invitation. */
function hangsOnTheDate(command: CommandInput): boolean {
  switch (command.kind) {
    case 'create':
      return Boolean(command.microsoft) || (command.partners ?? []).length > 0
    case 'record-answer':
      return command.answer === 'accepted' || command.answer === 'declined'
    default:
      return ['receive', 'accept', 'decline', 'invite-microsoft', 'invite-partner'].includes(command.kind)
  }
}

/** Says what the rulebook says of a command on a deal (or, to begin one, on none). */
export function judge(deal: ModelDeal | null, command: CommandInput, around: Surroundings): Judgement {
  const judgement = judgeByRulebook(deal, command, around)
  const sensible = judgement.verdict === 'allowed' || judgement.verdict === 'refused'
  return sensible && around.doubted && hangsOnTheDate(command) ? { verdict: 'uncertain' } : judgement
}

function judgeByRulebook(deal: ModelDeal | null, command: CommandInput, around: Surroundings): Judgement {
  if (command.kind === 'create') return judged(faultsOfCreate(command, around))
  if (command.kind === 'receive') return judgeReceive(command, around)
  if (!deal) return { verdict: 'invalid' }
  switch (command.kind) {
    case 'accept':
      return judged(notWaiting(deal), () => [
        ...faultsOfDetails(
          {
            name: command.name ?? '',
            value: command.value ?? deal,
            closeDate: command.closeDate ?? deal.closeDate,
          },
          null,
        ),
        ...faultsOfTeam(command.team ?? [], false),
      ])
    case 'decline':
      return judged(notWaiting(deal), () => faultsOfReason(command))
    case 'edit':
      return judged(notRunning(deal), () => editFaults(deal, command))
    case 'set-team':
      return judged(notRunning(deal), () =>
        command.team.length === 0 && deal.team.length > 0
          ? ['LAST_MEMBER']
          : faultsOfTeam(command.team, true),
      )
    case 'set-solutions':
      return judged(solutionsLocked(deal), () =>
        command.solutions.length === 0 && deal.solutions.length > 0
          ? ['LAST_SOLUTION']
          : faultsOfSolutions(command.solutions, around),
      )
    case 'invite-microsoft':
      return judged(notInvitable(deal, 'microsoft'), () => inviteMicrosoftFaults(deal, command))
    case 'invite-partner':
      return judged(notInvitable(deal, 'partner'), () => faultsOfInvite(command.invite, deal.parties, around))
    case 'record-answer':
      return faultsOfAnswer(deal, command, around, judged)
    case 'mark-stage':
    case 'correct-stage':
      return judged([...notRunning(deal), ...faultsOfStage(deal, command)])
    case 'win':
      return judged([
        ...notRunning(deal),
        ...(deal.status === 'accepted' && deal.assessment && deal.marked.length < 4
          ? ['ASSESSMENT_STAGES_OPEN']
          : []),
      ])
    case 'lose':
      return judged(notRunning(deal), () => faultsOfReason(command))
    case 'register':
      return judged(faultsOfRegister(deal, around), () => faultsOfForm(deal, command.form, around))
    case 'record-review':
      return judged(faultsOfReview(deal, command), () =>
        command.outcome === 'action-required' &&
        [command.notes, ...(command.errors ?? [])].every((text) => !text?.trim())
          ? ['NOTES_REQUIRED']
          : [],
      )
    case 'resubmit':
      return judged(deal.registration?.state === 'action-required' ? [] : ['REGISTRATION_STATE'], () =>
        faultsOfForm(deal, command.form, around),
      )
    case 'set-favorite':
      return { verdict: 'allowed' }
  }
}
