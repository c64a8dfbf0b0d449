import type { CivilDate, Instant } from '#shared/domain/time.ts'
import type { Id } from '#shared/domain/ids.ts'
import type { Currency, Money } from '#shared/domain/money.ts'
import type { Person } from '#shared/domain/person.ts'
import { ELIGIBILITY, type EligibilityCondition } from '#shared/domain/registration.ts'
import type { BoardColumn } from '#shared/domain/stages.ts'
import type { Refusal, RefusalCode } from '#shared/errors.ts'
import type {
  DealRow,
  DealView,
  PartyView,
  SolutionView,
  TimelineEntry,
} from '#shared/ipc/contract/deal-views.ts'
import type { BoardColumnView, VerdictView } from '#shared/ipc/contract/deals.ts'

/** Monday, noon in London, in the middle of a quarter: the "now" of the screens under test. */
export const NOW = '2026-03-02T12:00:00.000Z' as Instant
export const TODAY = '2026-03-02' as CivilDate

export const at = (text: string): Instant => text as Instant
export const day = (text: string): CivilDate => text as CivilDate
export const eur = (cents: number): Money => ({ amount: cents, currency: 'EUR' as Currency })
export const money = (amount: number, currency: string): Money => ({
  amount,
  currency: currency as Currency,
})

/** An id that says which one it is: equal numbers, equal ids. */
export const id = <K extends string>(number: number): Id<K> =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id<K>

export const ANNA: Person = {
  firstName: 'Anna',
  lastName: 'Berg',
  phone: '+49 30 1234',
  email: 'anna@fabrikam.example',
}

/** A running deal of our own, alone, on its first stage. */
export const dealRow = (over: Partial<DealRow> = {}): DealRow => ({
  id: id(1),
  name: 'Cold-chain telemetry',
  type: 'private',
  direction: 'outbound',
  status: 'accepted',
  stage: 'created',
  percent: 10,
  value: eur(12_500_000),
  closeDate: day('2026-06-30'),
  customerName: 'Northwind Foods',
  country: 'DE',
  sender: null,
  microsoft: null,
  partners: 0,
  pendingPartners: 0,
  favorite: false,
  expiresAt: null,
  registration: null,
  crmId: null,
  campaignId: null,
  referralId: null,
  stageSince: at('2026-02-20T09:00:00.000Z'),
  acceptedAt: null,
  closedAt: null,
  createdAt: at('2026-02-20T09:00:00.000Z'),
  updatedAt: at('2026-02-20T09:00:00.000Z'),
  version: 3,
  ...over,
})

/** A deal Microsoft sent, not answered yet, due in twelve days. */
export const receivedRow = (over: Partial<DealRow> = {}): DealRow =>
  dealRow({
    type: 'co-sell',
    direction: 'inbound',
    status: 'received',
    stage: null,
    percent: 0,
    sender: 'Microsoft',
    microsoft: 'accepted',
    expiresAt: at('2026-03-14T12:00:00.000Z'),
    ...over,
  })

/** The whole of the deal of `dealRow`. */
export const dealView = (over: Partial<DealView> = {}): DealView => ({
  ...dealRow(),
  rulebook: '2020-10',
  customer: {
    id: id(40),
    name: 'Northwind Foods',
    addressLine1: 'Hafenstraße 12',
    addressLine2: null,
    city: 'Hamburg',
    state: null,
    postalCode: '20457',
    country: 'DE',
    duns: null,
  },
  contact: null,
  consent: null,
  location: null,
  notes: null,
  help: null,
  team: [ANNA],
  solutions: [{ ...solution(), price: null, quantity: null, currency: null }],
  parties: [],
  stageMarks: [{ stage: 'created', at: at('2026-02-20T09:00:00.000Z'), by: 'Anna Berg' }],
  registrationRecord: null,
  eligibility: [],
  closedReason: null,
  closedNotes: null,
  origin: 'created',
  typeReason: { because: 'nobody-else', organization: null, at: null },
  locks: [],
  external: null,
  ...over,
})

/** The whole of the deal of `receivedRow`. */
export const receivedView = (over: Partial<DealView> = {}): DealView =>
  dealView({ ...receivedRow(), stageMarks: [], origin: 'received', team: [], ...over })

export const solution = (over: Partial<SolutionView> = {}): SolutionView => ({
  id: id(50),
  name: 'Fabrikam Sense',
  kind: 'own',
  publisher: null,
  externalId: null,
  incentive: null,
  ...over,
})

/** All six conditions of a registration hold, but for those named with why not. */
export const eligibility = (
  fails: Partial<Record<EligibilityCondition, Refusal>> = {},
): DealView['eligibility'] =>
  ELIGIBILITY.map((condition) => ({
    condition,
    holds: fails[condition] === undefined,
    reason: fails[condition] ?? null,
  }))

/** A won deal that can be registered for IP co-sell. */
export const wonView = (over: Partial<DealView> = {}): DealView =>
  dealView({
    type: 'co-sell',
    status: 'won',
    stage: 'won',
    percent: 100,
    microsoft: 'accepted',
    registration: 'not-registered',
    closedAt: at('2026-02-26T09:00:00.000Z'),
    solutions: [{ ...solution({ incentive: 'ip-co-sell' }), price: null, quantity: null, currency: null }],
    eligibility: eligibility(),
    ...over,
  })

/** The registration of `wonView`, under review. */
export const registration = (
  over: Partial<NonNullable<DealView['registrationRecord']>> = {},
): NonNullable<DealView['registrationRecord']> => ({
  state: 'deal-review',
  incentive: 'ip-co-sell',
  form: {
    solutionId: id(50),
    contractType: 'new',
    totalValue: eur(12_500_000),
    solutionValue: eur(9_000_000),
    deployedOn: 'azure',
    tenant: 'customer',
    signedDate: day('2026-02-20'),
    startDate: day('2026-03-01'),
    endDate: 'perpetual',
    contact: ANNA,
    attested: true,
  },
  submittedAt: at('2026-02-27T09:00:00.000Z'),
  reviewedAt: null,
  errors: [],
  notes: null,
  ...over,
})

/** A partner asked for help that has not answered. */
export const party = (over: Partial<PartyView> = {}): PartyView => ({
  id: id(60),
  kind: 'partner',
  organization: 'Southgate Systems',
  partnerId: id(61),
  status: 'pending',
  invitedAt: at('2026-02-25T09:00:00.000Z'),
  expiresAt: at('2026-03-11T09:00:00.000Z'),
  answeredAt: null,
  closeDate: day('2026-06-30'),
  value: eur(5_000_000),
  notes: null,
  help: 'poc-demo',
  solutions: [],
  team: [ANNA],
  sellers: [],
  reason: null,
  answerNotes: null,
  ...over,
})

export const refusal = (
  code: RefusalCode,
  params: Refusal['params'] = {},
  fix: Refusal['fix'] = null,
): Refusal => ({ code, params, fix })

/** An action that is allowed. */
export const allowed = (action: VerdictView['action'], target: string | null = null): VerdictView => ({
  action,
  target,
  allowed: true,
  reasons: [],
})

/** An action that is refused, for one reason or several. */
export const blocked = (
  action: VerdictView['action'],
  target: string | null,
  ...reasons: readonly Refusal[]
): VerdictView => ({ action, target, allowed: false, reasons: [...reasons] })

/** A column of the board with everything it holds loaded. */
export const column = (
  key: BoardColumn,
  rows: readonly DealRow[] = [],
  over: Partial<BoardColumnView> = {},
): BoardColumnView => ({
  key,
  count: rows.length,
  totals: [],
  counts: [],
  weighted: [],
  rows: [...rows],
  nextCursor: null,
  ...over,
})

/** One event of a timeline. */
export const entry = (kind: string, over: Partial<TimelineEntry> = {}): TimelineEntry => ({
  eventId: id(70),
  version: 2,
  at: NOW,
  recordedAt: NOW,
  kind,
  actor: 'Anna Berg',
  origin: 'person',
  params: {},
  before: {},
  after: {},
  undoable: false,
  ...over,
})
