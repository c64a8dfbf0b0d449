import type { CommandOf, Commands, PartnerInvite } from '#shared/domain/command.ts'
import type { Partner, Solution } from '#shared/domain/company.ts'
import type { Party, PartyKind } from '#shared/domain/deal.ts'
import type { RegistrationForm, ReviewOutcome } from '#shared/domain/registration.ts'
import type { AnyStage } from '#shared/domain/stages.ts'
import {
  CLOSE_DATE,
  CONTACT,
  CUSTOMER,
  LOCATION,
  PARTNER,
  SOLUTION,
  TODAY,
  day,
  eur,
  person,
} from './facts.ts'

/** Commands complete enough to be carried out; tests take away or change what they are about. */
export const create = (over: Partial<Commands['create']> = {}): CommandOf<'create'> => ({
  kind: 'create',
  customer: { id: CUSTOMER.id },
  name: 'Cold-chain telemetry',
  value: eur(8_600_050),
  closeDate: CLOSE_DATE,
  team: [person('Ana')],
  solutions: [{ id: SOLUTION.own.id }],
  ...over,
})

/** A creation that asks Microsoft for help: the contact and the consent that needs are there. */
export const createCoSell = (over: Partial<Commands['create']> = {}): CommandOf<'create'> =>
  create({
    contact: CONTACT,
    consent: true,
    microsoft: { help: 'poc-demo', notes: 'Size the POC' },
    ...over,
  })

export const createAssessment = (over: Partial<Commands['create']> = {}): CommandOf<'create'> =>
  create({
    solutions: [],
    assessment: { solutionId: SOLUTION.assessment.id, locationId: LOCATION.id },
    consent: true,
    ...over,
  })

export const receive = (
  kind: PartyKind = 'microsoft',
  over: Partial<Commands['receive']> = {},
): CommandOf<'receive'> => ({
  kind: 'receive',
  from: { kind, organization: kind === 'microsoft' ? 'Microsoft' : 'Southgate GmbH' },
  customer: { id: CUSTOMER.id },
  name: 'Fleet modernisation',
  value: eur(2_500_000),
  closeDate: CLOSE_DATE,
  solutions: [{ id: SOLUTION.own.id }],
  ...over,
})

export const accept = (over: Partial<Commands['accept']> = {}): CommandOf<'accept'> => ({
  kind: 'accept',
  name: 'Fleet modernisation, phase 1',
  ...over,
})

export const decline = (over: Partial<Commands['decline']> = {}): CommandOf<'decline'> => ({
  kind: 'decline',
  reason: 'budget',
  ...over,
})

export const lose = (over: Partial<Commands['lose']> = {}): CommandOf<'lose'> => ({
  kind: 'lose',
  reason: 'budget',
  ...over,
})

export const WIN: CommandOf<'win'> = { kind: 'win' }

export const edit = (changes: Commands['edit']['changes']): CommandOf<'edit'> => ({ kind: 'edit', changes })

export const setTeam = (...firstNames: string[]): CommandOf<'set-team'> => ({
  kind: 'set-team',
  team: firstNames.map(person),
})

export const setSolutions = (...solutions: Solution[]): CommandOf<'set-solutions'> => ({
  kind: 'set-solutions',
  solutions: solutions.map(({ id }) => ({ id })),
})

export const setFavorite = (favorite: boolean): CommandOf<'set-favorite'> => ({
  kind: 'set-favorite',
  favorite,
})

/** What a partner is asked, complete. */
export const invite = (
  partner: Partner = PARTNER.nordwind,
  over: Partial<PartnerInvite> = {},
): PartnerInvite => ({
  partnerId: partner.id,
  closeDate: CLOSE_DATE,
  value: eur(1_200_000),
  team: [person('Ana')],
  solutions: [{ id: SOLUTION.thirdParty.id }],
  help: 'technical-architecture',
  ...over,
})

export const invitePartner = (
  partner?: Partner,
  over?: Partial<PartnerInvite>,
): CommandOf<'invite-partner'> => ({
  kind: 'invite-partner',
  invite: invite(partner, over),
})

export const inviteMicrosoft = (
  over: Partial<Commands['invite-microsoft']> = {},
): CommandOf<'invite-microsoft'> => ({
  kind: 'invite-microsoft',
  help: 'poc-demo',
  contact: CONTACT,
  consent: true,
  ...over,
})

export const answer = (
  party: Party,
  given: Commands['record-answer']['answer'],
  over: Partial<Commands['record-answer']> = {},
): CommandOf<'record-answer'> => ({ kind: 'record-answer', partyId: party.id, answer: given, ...over })

export const markStage = (stage: AnyStage): CommandOf<'mark-stage'> => ({ kind: 'mark-stage', stage })

export const correctStage = (stage: AnyStage, note?: string): CommandOf<'correct-stage'> => ({
  kind: 'correct-stage',
  stage,
  note,
})

/** A form that lacks nothing, for the solution that earns an incentive. */
export const FORM: RegistrationForm = {
  solutionId: SOLUTION.ipCoSell.id,
  contractType: 'new',
  totalValue: eur(5_000_000),
  solutionValue: eur(2_000_000),
  deployedOn: 'azure',
  tenant: 'customer',
  signedDate: day('2026-02-20'),
  startDate: TODAY,
  endDate: 'perpetual',
  contact: CONTACT,
  attested: true,
}

export const register = (over: Partial<RegistrationForm> = {}): CommandOf<'register'> => ({
  kind: 'register',
  form: { ...FORM, ...over },
})
export const resubmit = (over: Partial<RegistrationForm> = {}): CommandOf<'resubmit'> => ({
  kind: 'resubmit',
  form: { ...FORM, ...over },
})
export const review = (
  outcome: ReviewOutcome,
  over: Partial<Commands['record-review']> = {},
): CommandOf<'record-review'> => ({ kind: 'record-review', outcome, ...over })
