import { z } from 'zod'
import { DEAL_STEPS } from '#shared/domain/deal-steps.ts'
import { command, query } from '../procedure.ts'
import {
  civilDate,
  customer,
  helpType,
  id,
  instant,
  longText,
  nothing,
  person,
  shortText,
  team,
} from '../values.ts'
import { solution } from './deal-views.ts'
import { partner } from './directory.ts'

/** An amount as it stands in its field: whatever was typed, and the currency chosen beside it ('' while none is). */
const typedMoney = z.strictObject({ text: shortText, currency: shortText })
export type TypedMoney = z.output<typeof typedMoney>

const part = (most: number) => z.int().min(0).max(most).nullable()
/** A day of which only parts are typed yet. */
const dateParts = z.strictObject({ year: part(9999), month: part(12), day: part(31) })
export type DateParts = z.output<typeof dateParts>

/** The customer as far as it is written: what was typed to find or add one, and the entry that was picked. */
const customerEntry = z.strictObject({
  country: shortText,
  city: shortText,
  name: shortText,
  addressLine1: shortText,
  postalCode: shortText,
  state: shortText,
  duns: shortText,
  adding: z.boolean(),
  picked: customer.nullable(),
})
export type CustomerEntry = z.output<typeof customerEntry>

const partnerChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known'), partner }),
  z.strictObject({ kind: z.literal('new'), name: shortText, country: shortText, partnerId: shortText }),
])
/** The partner of an invitation: an entry of the directory, or a new one as far as it is written. */
export type PartnerChoice = z.output<typeof partnerChoice>

const inviteEntry = z.strictObject({
  partner: z.strictObject({ name: shortText, choice: partnerChoice.nullable() }),
  closeDate: civilDate.nullable(),
  closeDateParts: dateParts.nullable().optional(),
  value: typedMoney,
  notes: longText,
  team,
  solutions: z.array(solution).max(1000),
  help: helpType.nullable(),
})
/** One partner to be invited, as far as it is written (RULEBOOK 6.7). */
export type InviteEntry = z.output<typeof inviteEntry>

/**
 * A deal being written: everything typed and picked so far, right or not, and the step one is at. What is left out was
 * never touched.
 */
export const draftForm = z
  .strictObject({
    step: z.enum(DEAL_STEPS),
    name: shortText,
    customer: customerEntry,
    contact: person,
    value: typedMoney,
    closeDate: civilDate.nullable(),
    closeDateParts: dateParts.nullable(),
    crmId: shortText,
    campaignId: shortText,
    notes: longText,
    team,
    solutions: z.array(solution).max(1000),
    locationId: shortText,
    help: helpType.nullable(),
    helpNotes: longText,
    partners: z.array(inviteEntry).max(100),
    consent: z.boolean(),
    sourceDealId: id<'deal'>().nullable(),
  })
  .partial()
export type DraftForm = z.output<typeof draftForm>

/** Bytes of UTF-8 a draft may have as JSON. */
export const MOST_DRAFT_BYTES = 64 * 1024

const draftId = id<'draft'>()

export const drafts = {
  /**
   * Keeps a deal that is being written: what is answered survives the sudden end of the program. Without an id it is a
   * new draft. Errors: NOT_FOUND, INVALID_INPUT for more than 64 KiB. (EXPERIENCE, "New deal")
   */
  'drafts.save': command(
    z.strictObject({ draftId: draftId.nullable(), form: draftForm }),
    z.strictObject({ draftId, savedAt: instant }),
  ),
  /** All drafts, newest first. Names are empty where none was typed. */
  'drafts.list': query(
    nothing,
    z.strictObject({
      rows: z.array(
        z.strictObject({ draftId, name: z.string(), customerName: z.string(), savedAt: instant }),
      ),
    }),
  ),
  /**
   * One draft as it was left, with what it picked from the directory as that stands there now. What is gone from the
   * directory is no longer picked. Errors: NOT_FOUND.
   */
  'drafts.get': query(
    z.strictObject({ draftId }),
    z.strictObject({ draftId, savedAt: instant, form: draftForm }),
  ),
  /** Deletes a draft for good: nothing of it stays in the database. Errors: NOT_FOUND. */
  'drafts.discard': command(z.strictObject({ draftId }), nothing),
}
