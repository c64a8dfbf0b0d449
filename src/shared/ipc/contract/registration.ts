import { z } from 'zod'
import { INCENTIVES } from '#shared/domain/company.ts'
import {
  CONTRACT_TYPES,
  DEPLOYMENTS,
  ELIGIBILITY,
  REGISTRATION_STATES,
  TENANTS,
} from '#shared/domain/registration.ts'
import { civilDate, id, instant, money, person, refusal } from '../values.ts'

/** What a registration asks (CONTRACT RegistrationForm). What it may still lack is null here; the rules name it. */
export const registrationForm = z.strictObject({
  solutionId: id<'solution'>().nullable().default(null),
  contractType: z.enum(CONTRACT_TYPES),
  totalValue: money.nullable().default(null),
  solutionValue: money.nullable().default(null),
  deployedOn: z.enum(DEPLOYMENTS),
  tenant: z.enum(TENANTS),
  signedDate: civilDate.nullable().default(null),
  startDate: civilDate.nullable().default(null),
  endDate: z
    .union([civilDate, z.literal('perpetual')])
    .nullable()
    .default(null),
  contact: person.nullable().default(null),
  attested: z.boolean().default(false),
})

/** A submitted registration and where it stands. */
export const registrationRecord = z.strictObject({
  state: z.enum(REGISTRATION_STATES),
  incentive: z.enum(INCENTIVES),
  form: registrationForm,
  submittedAt: instant,
  reviewedAt: instant.nullable(),
  errors: z.array(z.string()),
  notes: z.string().nullable(),
})

/** One condition of eligibility, whether it holds, and why not. */
export const eligibilityLine = z.strictObject({
  condition: z.enum(ELIGIBILITY),
  holds: z.boolean(),
  reason: refusal.nullable(),
})
