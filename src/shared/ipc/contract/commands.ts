import { z } from 'zod'
import type { Command } from '#shared/domain/command.ts'
import { PARTY_KINDS } from '#shared/domain/deal.ts'
import { REVIEW_OUTCOMES } from '#shared/domain/registration.ts'
import { registrationForm } from './registration.ts'
import {
  civilDate,
  customerInput,
  helpType,
  id,
  instant,
  money,
  optionalNotes,
  optionalText,
  person,
  reason,
  shortText,
  solutionRefs,
  stage,
  team,
} from '../values.ts'

const customerChoice = z
  .union([z.strictObject({ id: id<'customer'>() }), customerInput])
  .nullable()
  .default(null)
const contact = person.nullish()
const value = money.nullable().default(null)
const closeDate = civilDate.nullable().default(null)
const name = shortText.default('')

const partnerInvite = z.strictObject({
  partnerId: id<'partner'>().nullable(),
  closeDate,
  value,
  notes: optionalNotes,
  team: team.default([]),
  solutions: solutionRefs.default([]),
  help: helpType.nullable(),
})

/**
 * The commands of a deal (CONTRACT, "Commands"). What a form may still lack is accepted as null or empty here:
 * the rules name it as a refusal, all at once, instead of a schema stopping at the shape.
 */
export const dealCommand = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('create'),
    customer: customerChoice,
    contact,
    consent: z.boolean().optional(),
    name,
    value,
    closeDate,
    crmId: optionalText,
    campaignId: optionalText,
    notes: optionalNotes,
    team: team.default([]),
    solutions: solutionRefs.default([]),
    assessment: z
      .strictObject({ solutionId: id<'solution'>(), locationId: id<'location'>().nullable().default(null) })
      .nullish(),
    microsoft: z.strictObject({ help: helpType, notes: optionalNotes }).nullish(),
    partners: z.array(partnerInvite).max(100).optional(),
    sourceDealId: id<'deal'>().nullish(),
  }),
  z.strictObject({
    kind: z.literal('receive'),
    from: z.strictObject({ kind: z.enum(PARTY_KINDS), organization: shortText }),
    receivedAt: instant.optional(),
    expiresAt: instant.optional(),
    customer: customerChoice,
    contact,
    name,
    value,
    closeDate,
    notes: optionalNotes,
    solutions: solutionRefs.default([]),
    externalId: optionalText,
  }),
  z.strictObject({
    kind: z.literal('accept'),
    name,
    value: money.optional(),
    closeDate: civilDate.optional(),
    notes: optionalNotes,
    crmId: optionalText,
    campaignId: optionalText,
    team: team.optional(),
  }),
  z.strictObject({
    kind: z.literal('decline'),
    reason: reason.nullable().default(null),
    notes: optionalNotes,
  }),
  z.strictObject({
    kind: z.literal('edit'),
    changes: z.strictObject({
      name: shortText.optional(),
      value: money.optional(),
      closeDate: civilDate.optional(),
      crmId: optionalText,
      campaignId: optionalText,
      notes: optionalNotes,
      contact,
    }),
  }),
  z.strictObject({ kind: z.literal('set-team'), team }),
  z.strictObject({ kind: z.literal('set-solutions'), solutions: solutionRefs }),
  z.strictObject({
    kind: z.literal('invite-microsoft'),
    help: helpType,
    notes: optionalNotes,
    contact,
    consent: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('invite-partner'), invite: partnerInvite }),
  z.strictObject({
    kind: z.literal('record-answer'),
    partyId: id<'party'>(),
    answer: z.enum(['accepted', 'declined', 'won', 'lost']),
    reason: reason.nullish(),
    notes: optionalNotes,
    sellers: team.optional(),
    answeredAt: instant.optional(),
  }),
  z.strictObject({ kind: z.literal('mark-stage'), stage }),
  z.strictObject({ kind: z.literal('correct-stage'), stage, note: optionalNotes }),
  z.strictObject({ kind: z.literal('win') }),
  z.strictObject({ kind: z.literal('lose'), reason: reason.nullable().default(null), notes: optionalNotes }),
  z.strictObject({ kind: z.literal('register'), form: registrationForm }),
  z.strictObject({
    kind: z.literal('record-review'),
    outcome: z.enum(REVIEW_OUTCOMES),
    errors: z.array(shortText).max(50).optional(),
    notes: optionalNotes,
  }),
  z.strictObject({ kind: z.literal('resubmit'), form: registrationForm }),
  z.strictObject({ kind: z.literal('set-favorite'), favorite: z.boolean() }),
]) satisfies z.ZodType<Command>
