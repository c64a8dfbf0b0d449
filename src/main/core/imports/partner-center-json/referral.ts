import { z } from 'zod'
import { type Instant, instantFromMs } from '#shared/domain/time.ts'

const text = z.string().nullish()
const moment = z.iso.datetime({ offset: true }).nullish()
const person = z.looseObject({ firstName: text, lastName: text, phoneNumber: text, email: text })
const amount = z.union([z.string(), z.number()]).nullish()
const solution = z.looseObject({ id: text, price: amount, quantity: amount, currency: text })

/** What we read of a referral of Partner Center's API (RULEBOOK 11.2). Whatever else is in it is kept as it is. */
export const referral = z.looseObject({
  id: text,
  engagementId: text,
  organizationId: text,
  organizationName: text,
  name: text,
  externalReferenceId: text,
  campaignId: text,
  createdDateTime: moment,
  acceptedDateTime: moment,
  closedDateTime: moment,
  expirationDateTime: moment,
  status: text,
  substatus: text,
  statusReason: text,
  type: text,
  direction: z.enum(['Incoming', 'Outgoing']),
  salesStage: text,
  favorite: z.boolean().nullish(),
  target: z.array(z.looseObject({ type: text, id: text })).nullish(),
  customerProfile: z
    .looseObject({
      name: text,
      address: z
        .looseObject({
          addressLine1: text,
          addressLine2: text,
          city: text,
          state: text,
          postalCode: text,
          country: text,
        })
        .nullish(),
      team: z.array(person).nullish(),
      ids: z.array(z.looseObject({ profileType: text, id: text })).nullish(),
    })
    .nullish(),
  /** The doubled "To" is Partner Center's own. */
  consent: z.looseObject({ consentToToShareInfoWithOthers: z.boolean().nullish() }).nullish(),
  details: z
    .looseObject({
      notes: text,
      dealValue: z.number().nullish(),
      currency: text,
      closingDateTime: text,
      requirements: z.looseObject({ solutions: z.array(solution).nullish() }).nullish(),
    })
    .nullish(),
  team: z.array(person).nullish(),
  inviteContext: z
    .looseObject({
      notes: text,
      assistanceRequestCode: text,
      invitedMpnId: text,
      invitedBy: z.looseObject({ organizationId: text, organizationName: text }).nullish(),
    })
    .nullish(),
})
export type Referral = z.output<typeof referral>

const MICROSOFT = 'msft'
const isMicrosoft = (id: string | null | undefined): boolean => id?.toLowerCase() === MICROSOFT

/** Whether the record itself belongs to Microsoft. */
export const ofMicrosoft = (record: Referral): boolean => isMicrosoft(record.organizationId)

/** Whether it is Microsoft's side of an engagement that has another one (RULEBOOK 11.4). */
export const sideOfMicrosoft = (record: Referral): boolean =>
  ofMicrosoft(record) ||
  (record.target ?? []).some(({ type, id }) => type === 'BusinessProfileLocation' && isMicrosoft(id))

/** Whether Microsoft sent it to us. */
export const sentByMicrosoft = (record: Referral): boolean =>
  isMicrosoft(record.inviteContext?.invitedBy?.organizationId)

/** A moment of a record; null where it has none. */
export const momentOf = (text: string | null | undefined): Instant | null => {
  const ms = text ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? null : instantFromMs(ms)
}

/** What is not Partner Center's to be told again: links, and whatever its protocol adds at any level. */
export function withoutProtocol(value: unknown, top = true): unknown {
  if (Array.isArray(value)) return value.map((part) => withoutProtocol(part, false))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('@odata.') && !(top && key === 'links'))
      .map(([key, part]) => [key, withoutProtocol(part, false)]),
  )
}
