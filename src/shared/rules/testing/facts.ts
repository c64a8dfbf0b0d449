import type {
  Customer,
  Incentive,
  Location,
  Partner,
  Solution,
  SolutionKind,
} from '#shared/domain/company.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type {
  CustomerId,
  DealId,
  LocationId,
  PartnerId,
  PartyId,
  PersonId,
  SolutionId,
} from '#shared/domain/ids.ts'
import type { Currency, Money } from '#shared/domain/money.ts'
import type { Person } from '#shared/domain/person.ts'
import type { CivilDate, Instant } from '#shared/domain/time.ts'
import type { Facts } from '../facts.ts'

/** The moment stories begin. Two weeks later is 2026-03-16T09:00Z: the numbers in tests are written out from here. */
export const NOW = '2026-03-02T09:00:00.000Z' as Instant
export const TODAY = '2026-03-02' as CivilDate
export const YESTERDAY = '2026-03-01' as CivilDate
export const CLOSE_DATE = '2026-06-30' as CivilDate

/** An instant spelled out in a test. */
export const at = (text: string): Instant => text as Instant

/** A calendar day spelled out in a test. */
export const day = (text: string): CivilDate => text as CivilDate

export const eur = (amount: number): Money => ({ amount, currency: 'EUR' as Currency })

/** A complete person, told apart by the first name. */
export const person = (firstName: string): Person => ({
  firstName,
  lastName: 'Silva',
  phone: '+351 21 555 0101',
  email: `${firstName.toLowerCase()}@example.org`,
})
export const NOBODY: Person = { firstName: '', lastName: '', phone: '', email: '' }
export const CONTACT = person('Iris')
export const ACTOR = 'person-1' as PersonId

export const CUSTOMER: Customer = {
  id: 'customer-1' as CustomerId,
  name: 'Harborline Foods BV',
  addressLine1: 'Kade 12',
  addressLine2: null,
  city: 'Rotterdam',
  state: null,
  postalCode: '3011',
  country: 'NL',
  duns: '012345678',
}

export const LOCATION: Location = { id: 'location-1' as LocationId, name: 'Porto', country: 'PT' }

const solution = (id: string, kind: SolutionKind, incentive: Incentive | null = null): Solution => ({
  id: id as SolutionId,
  name: id,
  kind,
  publisher: null,
  externalId: null,
  incentive,
})
export const SOLUTION = {
  own: solution('own', 'own'),
  microsoft: solution('azure', 'microsoft'),
  thirdParty: solution('third', 'third-party'),
  assessment: solution('assessment', 'assessment'),
  ipCoSell: solution('ip', 'own', 'ip-co-sell'),
  businessApp: solution('dynamics', 'microsoft', 'business-apps'),
  otherAssessment: solution('assessment-2', 'assessment'),
}

const partner = (id: string, partnerId: string): Partner => ({
  id: id as PartnerId,
  name: `${id} GmbH`,
  partnerId,
  country: 'DE',
  contact: null,
})
/** `self` carries our own company's number. */
export const PARTNER = {
  nordwind: partner('nordwind', '1000001'),
  southgate: partner('southgate', '1000002'),
  self: partner('self', '7000007'),
}

const byId = <K extends string, T extends { readonly id: K }>(all: Record<string, T>): ReadonlyMap<K, T> =>
  new Map(Object.values(all).map((entry) => [entry.id, entry]))

/** What the rules may know when they judge a command on a deal; ids of new parties never repeat on it. */
export function factsFor(deal: Deal | null, over: Partial<Facts> = {}): Facts {
  const first = deal?.parties.length ?? 0
  return {
    dealId: deal?.id ?? ('deal-1' as DealId),
    today: TODAY,
    actor: ACTOR,
    profile: {
      partnerId: '7000007',
      invitationDays: 14,
      assessmentEligible: true,
      locations: [LOCATION],
    },
    solutions: byId(SOLUTION),
    partners: byId(PARTNER),
    customer: CUSTOMER,
    partyIds: [0, 1, 2, 3].map((offset) => `party-${first + offset}` as PartyId),
    ...over,
  }
}

/** The profile part of the facts with some of it different. */
export const profile = (over: Partial<Facts['profile']>): { profile: Facts['profile'] } => ({
  profile: { ...factsFor(null).profile, ...over },
})
