import { z } from 'zod'
import {
  DEAL_ORIGINS,
  DEAL_TYPES,
  DIRECTIONS,
  PARTY_KINDS,
  PARTY_STATUSES,
  STATUSES,
} from '#shared/domain/deal.ts'
import { REGISTRATION_STATES } from '#shared/domain/registration.ts'
import {
  civilDate,
  country,
  customer,
  helpType,
  id,
  incentive,
  instant,
  json,
  money,
  person,
  reason,
  solutionKind,
  stage,
} from '../values.ts'
import { eligibilityLine, registrationRecord } from './registration.ts'

export const partyStatus = z.enum(PARTY_STATUSES)
export const registrationState = z.enum(REGISTRATION_STATES)

/** A deal as lists and the board show it (CONTRACT DealRow). Stage is null until an inbound deal is accepted. */
export const dealRow = z.strictObject({
  id: id<'deal'>(),
  name: z.string(),
  type: z.enum(DEAL_TYPES),
  direction: z.enum(DIRECTIONS),
  status: z.enum(STATUSES),
  stage: stage.nullable(),
  percent: z.int(),
  value: money,
  closeDate: civilDate,
  customerName: z.string(),
  country,
  /** Who sent an inbound deal; null for our own. */
  sender: z.string().nullable(),
  microsoft: partyStatus.nullable(),
  partners: z.int(),
  pendingPartners: z.int(),
  favorite: z.boolean(),
  expiresAt: instant.nullable(),
  registration: registrationState.nullable(),
  crmId: z.string().nullable(),
  campaignId: z.string().nullable(),
  /** The id Partner Center knows it by; null for what never was there. */
  referralId: z.string().nullable(),
  stageSince: instant,
  acceptedAt: instant.nullable(),
  closedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
})
export type DealRow = z.output<typeof dealRow>

export const solution = z.strictObject({
  id: id<'solution'>(),
  name: z.string(),
  kind: solutionKind,
  publisher: z.string().nullable(),
  externalId: z.string().nullable(),
  incentive: incentive.nullable(),
})
export type SolutionView = z.output<typeof solution>

export const party = z.strictObject({
  id: id<'party'>(),
  kind: z.enum(PARTY_KINDS),
  organization: z.string(),
  partnerId: id<'partner'>().nullable(),
  status: partyStatus,
  invitedAt: instant,
  expiresAt: instant.nullable(),
  answeredAt: instant.nullable(),
  closeDate: civilDate.nullable(),
  value: money.nullable(),
  notes: z.string().nullable(),
  help: helpType.nullable(),
  solutions: z.array(solution),
  team: z.array(person),
  sellers: z.array(person),
  reason: reason.nullable(),
  answerNotes: z.string().nullable(),
})
export type PartyView = z.output<typeof party>

export const location = z.strictObject({ id: id<'location'>(), name: z.string(), country })

/** Which field of a deal is locked, and why: what the lock on the deal page says. */
export const fieldLock = z.strictObject({
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), json),
})

/** The whole deal (CONTRACT Deal). */
export const deal = z.strictObject({
  ...dealRow.shape,
  rulebook: z.string(),
  customer,
  contact: person.nullable(),
  consent: z.strictObject({ at: instant, by: z.string().nullable() }).nullable(),
  location: location.nullable(),
  notes: z.string().nullable(),
  help: z.strictObject({ type: helpType, notes: z.string().nullable() }).nullable(),
  team: z.array(person),
  solutions: z.array(
    z.strictObject({
      ...solution.shape,
      price: z.string().nullable(),
      quantity: z.string().nullable(),
      currency: z.string().nullable(),
    }),
  ),
  parties: z.array(party),
  stageMarks: z.array(z.strictObject({ stage, at: instant, by: z.string().nullable() })),
  registrationRecord: registrationRecord.nullable(),
  /** The checklist of a registration: which conditions hold, and why the others do not (RULEBOOK 8.3). */
  eligibility: z.array(eligibilityLine),
  closedReason: reason.nullable(),
  closedNotes: z.string().nullable(),
  origin: z.enum(DEAL_ORIGINS),
  /** The fact that makes the deal the type it is (B1). */
  typeReason: z.strictObject({
    because: z.enum(['assessment-chosen', 'microsoft-party', 'partner-party', 'nobody-else']),
    organization: z.string().nullable(),
    at: instant.nullable(),
  }),
  locks: z.array(fieldLock),
  external: z
    .strictObject({
      engagementId: z.string().nullable(),
      referralId: z.string().nullable(),
      extra: z.record(z.string(), z.string()),
    })
    .nullable(),
})
export type DealView = z.output<typeof deal>

/**
 * One event as the timeline tells it. `before`/`after`: the fields it changed, in the values screens show. `undoable`:
 * whether `deals.undo` would take it back now.
 */
export const timelineEntry = z.strictObject({
  eventId: id<'event'>(),
  version: z.int(),
  at: instant,
  recordedAt: instant,
  kind: z.string(),
  actor: z.string().nullable(),
  origin: z.string(),
  params: z.record(z.string(), json),
  before: z.record(z.string(), json),
  after: z.record(z.string(), json),
  undoable: z.boolean(),
})
export type TimelineEntry = z.output<typeof timelineEntry>
