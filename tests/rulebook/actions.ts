import type { Output } from '#shared/ipc/contract.ts'
import {
  type CommandInput,
  create,
  customer,
  euros,
  partnerInvite,
  person,
} from '../support/deal-commands.ts'
import type { Situation } from './situations.data.ts'
import { TARGETS } from './stages.data.ts'
import type { VERDICTS } from './verdicts.data.ts'
import { CLOSE_DATE, CONTACT, type Directory, formFor } from './world.ts'

export type DealView = Output<'deals.get'>
export type Target = (typeof TARGETS)[number]
export type Action = keyof typeof VERDICTS | `mark ${Target}` | `correct to ${Target}`

/** The same command for every deal, so that it can be given to many at once. */
type Plain = (directory: Directory) => CommandInput

/** A command aimed at the party of one deal; null where the deal has none. */
type Aimed = (deal: DealView) => CommandInput | null

const HALF = { firstName: 'Half', lastName: '', phone: '', email: '' }
const EMPTY_FORM = { contractType: 'new', deployedOn: 'azure', tenant: 'customer' } as const
const edit =
  (changes: Extract<CommandInput, { kind: 'edit' }>['changes']): Plain =>
  () => ({ kind: 'edit', changes })
const askMicrosoft =
  (more: Partial<Extract<CommandInput, { kind: 'invite-microsoft' }>>): Plain =>
  () => ({ kind: 'invite-microsoft', help: 'poc-demo', contact: CONTACT, consent: true, ...more })
const ask =
  (partner: 'brink' | 'polar' | 'self', more: object = {}): Plain =>
  (directory) => ({
    kind: 'invite-partner',
    invite: { ...partnerInvite(directory[partner], directory.own), ...more },
  })

const PLAIN = {
  accept: () => ({ kind: 'accept', name: 'Accepted', team: [person()] }),
  'accept without name and value': () => ({ kind: 'accept', name: ' ', value: euros(0) }),
  'accept with half a colleague': () => ({ kind: 'accept', name: 'Accepted', team: [HALF] }),
  decline: () => ({ kind: 'decline', reason: 'budget' }),
  'decline without reason': () => ({ kind: 'decline' }),
  'decline for other, no words': () => ({ kind: 'decline', reason: 'other', notes: ' ' }),

  'edit name': edit({ name: 'Renamed' }),
  'edit name away': edit({ name: '  ' }),
  'edit value': edit({ value: euros(77_00) }),
  'edit value to nothing': edit({ value: euros(0) }),
  'edit close date': edit({ closeDate: '2027-08-01' }),
  'edit currency': edit({ value: { amount: 1000_50, currency: 'USD' } }),
  'edit notes': edit({ notes: 'Met them' }),
  'edit CRM ID': edit({ crmId: 'CRM-7' }),
  'edit campaign ID': edit({ campaignId: 'SPRING' }),
  'edit contact': edit({ contact: person('Olga') }),
  'edit contact by half': edit({ contact: HALF }),
  'set team': () => ({ kind: 'set-team', team: [person('Bea')] }),
  'set team to nobody': () => ({ kind: 'set-team', team: [] }),
  'set team with half a colleague': () => ({ kind: 'set-team', team: [person('Bea'), HALF] }),
  'set team of 51': () => ({
    kind: 'set-team',
    team: Array.from({ length: 51 }, (_, index) => person(`Member${index}`)),
  }),
  'set solutions': ({ many }) => ({ kind: 'set-solutions', solutions: [{ id: many[0]! }] }),
  'set solutions to none': () => ({ kind: 'set-solutions', solutions: [] }),
  'set solutions to an assessment': ({ own, assessment }) => ({
    kind: 'set-solutions',
    solutions: [{ id: own }, { id: assessment }],
  }),
  'set solutions, 51': ({ many }) => ({ kind: 'set-solutions', solutions: many.map((id) => ({ id })) }),

  'invite Microsoft': askMicrosoft({}),
  'invite Microsoft without contact and consent': askMicrosoft({ contact: null, consent: false }),
  'invite Microsoft with half a contact': askMicrosoft({ contact: HALF }),
  'invite Microsoft without consent': askMicrosoft({ consent: false }),
  'invite a new partner': ask('polar'),
  'invite the same partner': ask('brink'),
  'invite ourselves': ask('self'),
  'invite with an empty form': ask('polar', { closeDate: null, value: null, team: [], solutions: [] }),
  'invite for yesterday': ask('polar', { closeDate: '2026-11-21' }),

  win: () => ({ kind: 'win' }),
  lose: () => ({ kind: 'lose', reason: 'other-vendor' }),
  'lose without reason': () => ({ kind: 'lose' }),
  'lose for other, no words': () => ({ kind: 'lose', reason: 'other' }),

  'register an IP co-sell solution': ({ ip }) => ({ kind: 'register', form: formFor(ip) }),
  'register a business application': ({ apps }) => ({ kind: 'register', form: formFor(apps) }),
  'register an empty form': () => ({ kind: 'register', form: EMPTY_FORM }),
  'review: action required': () => ({
    kind: 'record-review',
    outcome: 'action-required',
    errors: ['Sign it'],
  }),
  'review: final validation': () => ({ kind: 'record-review', outcome: 'final-validation' }),
  'review: approved': () => ({ kind: 'record-review', outcome: 'approved' }),
  'review: rejected': () => ({ kind: 'record-review', outcome: 'rejected' }),
  resubmit: ({ ip }) => ({ kind: 'resubmit', form: formFor(ip) }),

  'set favorite': () => ({ kind: 'set-favorite', favorite: true }),
} satisfies Record<string, Plain>

const answers =
  (kind: 'microsoft' | 'partner', answer: 'accepted' | 'declined' | 'won' | 'lost'): Aimed =>
  ({ parties }) => {
    const party = parties.find((candidate) => candidate.kind === kind)
    return party ? { kind: 'record-answer', partyId: party.id, answer } : null
  }

const AIMED = {
  'Microsoft accepts': answers('microsoft', 'accepted'),
  'Microsoft declines': answers('microsoft', 'declined'),
  'Microsoft wins': answers('microsoft', 'won'),
  'Microsoft loses': answers('microsoft', 'lost'),
  'the partner accepts': answers('partner', 'accepted'),
  'the partner declines': answers('partner', 'declined'),
  'the partner wins': answers('partner', 'won'),
  'the partner loses': answers('partner', 'lost'),
} satisfies Record<string, Aimed>

const STAGES: Record<string, Plain> = Object.fromEntries(
  TARGETS.flatMap((stage): [string, Plain][] => [
    [`mark ${stage}`, () => ({ kind: 'mark-stage', stage })],
    [`correct to ${stage}`, () => ({ kind: 'correct-stage', stage })],
  ]),
)

const FOR_ALL: Readonly<Record<string, Plain>> = { ...PLAIN, ...STAGES }

/** Actions that are the same command for every deal: all but answers of parties and copies. */
export const FOR_MANY: readonly Action[] = Object.keys(FOR_ALL) as Action[]
export const FOR_ONE: readonly Action[] = [...Object.keys(AIMED), 'copy as new deal'] as Action[]
export const ACTIONS: readonly Action[] = [...FOR_MANY, ...FOR_ONE]

/** What an action asks of a deal, and of which deal (none: it begins one); null where the deal lacks what it is aimed at. */
export function asked(
  action: Action,
  directory: Directory,
  deal: DealView,
): { readonly dealId: string | null; readonly command: CommandInput } | null {
  if (action === 'copy as new deal') {
    const command = create(directory.own, {
      customer: customer(),
      closeDate: CLOSE_DATE,
      name: `${deal.name} again`,
      sourceDealId: deal.id,
    })
    return { dealId: null, command }
  }
  const plain = FOR_ALL[action]
  const command = plain ? plain(directory) : (AIMED as Record<string, Aimed>)[action]!(deal)
  return command && { dealId: deal.id, command }
}

/** The one command of an action for many deals. */
export const askedOfMany = (action: Action, directory: Directory): CommandInput => FOR_ALL[action]!(directory)

/** The complete action a verdict of `deals.actions` is about: what a form still lacks is no reason there. */
export function offeredAs(
  action: string,
  target: string | null,
  deal: DealView,
  { earns }: Situation,
): Action {
  const party = deal.parties.find(({ id }) => id === target)
  const who = party?.kind === 'partner' ? 'the partner' : 'Microsoft'
  const names: Readonly<Record<string, string>> = {
    edit: 'edit name',
    'set-team': 'set team',
    'set-solutions': 'set solutions',
    'invite-microsoft': 'invite Microsoft',
    'invite-partner': 'invite a new partner',
    'record-answer': `${who} ${party?.status === 'accepted' ? 'wins' : 'accepts'}`,
    'mark-stage': `mark ${target}`,
    'correct-stage': `correct to ${target}`,
    register:
      earns === 'business-apps' ? 'register a business application' : 'register an IP co-sell solution',
    'record-review': `review: ${target?.replace('-', ' ')}`,
    'set-favorite': 'set favorite',
  }
  return (names[action] ?? action) as Action
}

/** Whether a situation has what an action is aimed at. */
export const applies = (action: Action, { microsoft, partner }: Situation): boolean =>
  action.startsWith('Microsoft ')
    ? microsoft !== null
    : action.startsWith('the partner ')
      ? partner !== null
      : true
