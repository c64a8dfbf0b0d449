import { z } from 'zod'
import { INCENTIVES, SOLUTION_KINDS } from '#shared/domain/company.ts'
import { isCountry } from '#shared/domain/countries.ts'
import { HELP_TYPES, REASONS } from '#shared/domain/deal.ts'
import type { Id } from '#shared/domain/ids.ts'
import { type Currency, isCurrency } from '#shared/domain/money.ts'
import { ASSESSMENT_STAGES, STAGES } from '#shared/domain/stages.ts'
import { type CivilDate, type Instant, parseCivilDate, parseInstant } from '#shared/domain/time.ts'
import { type Json, REFUSAL_CODES } from '#shared/errors.ts'

/** Schemas of the values every procedure is made of (CONTRACT, "Values"). Limits on text are ours (RULEBOOK 2.2). */
export const id = <K extends string>() => z.uuid().transform((text) => text.toLowerCase() as Id<K>)

export const instant = z.string().transform((text, context): Instant => {
  const value = parseInstant(text)
  if (value) return value
  context.addIssue({ code: 'custom', message: 'not an instant such as 2026-11-22T15:00:00.000Z' })
  return z.NEVER
})
export const civilDate = z.string().transform((text, context): CivilDate => {
  const value = parseCivilDate(text)
  if (value) return value
  context.addIssue({ code: 'custom', message: 'not a calendar day such as 2026-12-31' })
  return z.NEVER
})
export const currency = z.string().transform((text, context): Currency => {
  if (isCurrency(text)) return text
  context.addIssue({ code: 'custom', message: 'not an ISO 4217 currency code' })
  return z.NEVER
})
export const country = z.string().refine(isCountry, 'not an ISO 3166 alpha-2 country code')

/** Integer minor units within what a number carries exactly. */
export const amount = z.int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)
export const money = z.strictObject({ amount, currency })

/** Text without NUL and without lone surrogates, at most so many characters. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes('\u0000') && value.isWellFormed(), 'not well-formed text')
export const shortText = text(200)
export const longText = text(4000)
export const optionalText = shortText.nullish()
export const optionalNotes = longText.nullish()

export const person = z.strictObject({
  firstName: shortText,
  lastName: shortText,
  phone: shortText,
  email: shortText,
})
/** A team as typed so far: the rules cap it at 50, this only keeps nonsense out. */
export const team = z.array(person).max(1000)

export const helpType = z.enum(HELP_TYPES)
export const reason = z.enum(REASONS)
export const stage = z.enum([...new Set([...STAGES, ...ASSESSMENT_STAGES])])
export const solutionKind = z.enum(SOLUTION_KINDS)
export const incentive = z.enum(INCENTIVES)
const solutionDetail = z.string().max(40).nullish()
export const solutionRefs = z
  .array(
    z.strictObject({
      id: id<'solution'>(),
      price: solutionDetail,
      quantity: solutionDetail,
      currency: solutionDetail,
    }),
  )
  .max(1000)

/** Nine digits; hyphens and spaces are stripped, as people type them (RULEBOOK 2.3). */
export const duns = z
  .string()
  .transform((value) => value.replace(/[\s-]/g, ''))
  .refine((value) => /^\d{9}$/.test(value), 'a D-U-N-S number has nine digits')

export const customerInput = z.strictObject({
  name: shortText.refine((value) => value.trim() !== '', 'a customer needs a name'),
  addressLine1: shortText.default(''),
  addressLine2: shortText.nullable().default(null),
  city: shortText.default(''),
  state: shortText.nullable().default(null),
  postalCode: shortText.nullable().default(null),
  country,
  duns: duns.nullable().default(null),
})
export const customer = z.strictObject({ id: id<'customer'>(), ...customerInput.shape })

export const json: z.ZodType<Json, Json> = z.json()
export const refusal = z.strictObject({
  code: z.enum(REFUSAL_CODES),
  params: z.record(z.string(), json),
  fix: z
    .strictObject({
      step: z.string().optional(),
      field: z.string().optional(),
      action: z.string().optional(),
    })
    .nullable(),
})

/** An opaque place in a list; made by us, checked when it comes back. */
export const cursor = z.string().max(2000)
export const limit = z.int().min(1).max(500)
export const nothing = z.strictObject({})
export const jobStarted = z.strictObject({ jobId: id<'job'>() })
