import { fold } from '../../domain/folding.ts'
import type { LikenessReason } from '../../domain/likeness.ts'
import { type Money, sameMoney } from '../../domain/money.ts'
import { type CivilDate, daysBetween } from '../../domain/time.ts'
import { type NameWords, nameLikeness, nameWords } from './deal-name.ts'
import { type OrganisationName, organisationName, sameOrganisation } from './organisation-name.ts'

/** Deals of one customer that close further apart are different deals. */
export const WINDOW_DAYS = 45
/** A CRM ID that comes back later than this belongs to a renewal. */
export const CRM_WINDOW_DAYS = 270

const ALIKE_NAMES = 0.8
/** Names that share at least this much mean one deal where its value is the same too. */
const RELATED_NAMES = 0.5
/** Amounts that differ by no more than this share are one amount, rounded. */
const ROUNDING = 0.01
/** The very same odd amount within so many days speaks for itself. */
const SAME_AMOUNT_DAYS = 14
const SIGNIFICANT = 3

/** What is known of a deal, or of one still being written; null is what is not known yet. */
export interface DealFacts {
  readonly name: string
  readonly customer: { readonly name: string; readonly country: string; readonly duns: string | null } | null
  readonly crmId: string | null
  readonly value: Money | null
  readonly closeDate: CivilDate | null
}

/** A customer made ready for comparing with many; deals of one customer can share it. */
export type CustomerSketch = OrganisationName & { readonly country: string; readonly duns: string | null }

/** A deal made ready for comparing with many. */
export interface DealSketch {
  readonly customer: CustomerSketch | null
  readonly name: NameWords
  /** Null where there is none, or what stands there names nothing. */
  readonly crmKey: string | null
  readonly value: Money | null
  readonly closeDate: CivilDate | null
}

/** Two deals that look like one: why, and how many days lie between their close dates where both are known. */
export interface Likeness {
  readonly reasons: readonly LikenessReason[]
  readonly daysApart: number | null
}

/** What people write where there is no number. */
const NO_NUMBER = /^(?:na|none|no|nil|null|tbd|tbc|tba|test|unknown|new|pending|x+|0+|无|暂无|未知|待定)$/u

/** A CRM ID as it is compared: letters and digits; null where it names nothing. */
export function crmKey(crmId: string | null): string | null {
  const key = fold(crmId ?? '').replace(/[^\p{L}\p{N}]/gu, '')
  return key === '' || NO_NUMBER.test(key) ? null : key
}

/** Makes a customer ready for `likeness`. */
export const customerSketch = ({
  name,
  country,
  duns,
}: NonNullable<DealFacts['customer']>): CustomerSketch => ({
  ...organisationName(name),
  country,
  duns,
})

/** Makes a deal ready for `likeness`. */
export function sketchOf(deal: DealFacts): DealSketch {
  const customer = deal.customer && customerSketch(deal.customer)
  return {
    customer,
    name: nameWords(deal.name, customer?.words),
    crmKey: crmKey(deal.crmId),
    value: deal.value,
    closeDate: deal.closeDate,
  }
}

/** One customer: by its D-U-N-S, which alone tells entities of one name apart, else by its name in one country. */
function sameCustomer(a: DealSketch['customer'], b: DealSketch['customer']): LikenessReason | null {
  if (!a || !b) return null
  if (a.duns !== null && b.duns !== null) return a.duns === b.duns ? 'duns' : null
  if (a.country !== b.country || a.key === '' || b.key === '') return null
  const likeness = sameOrganisation(a, b)
  return likeness === 'same' ? 'customer' : likeness && 'customer-alike'
}

function nearMoney(a: Money | null, b: Money | null): boolean {
  if (!a || !b || a.currency !== b.currency) return false
  return Math.abs(a.amount - b.amount) <= ROUNDING * Math.max(a.amount, b.amount)
}

/** Whether an amount has more than two digits that are not the zeros at its end. */
const isOdd = ({ amount }: Money): boolean => String(amount).replace(/0+$/, '').length >= SIGNIFICANT

/** Whether two deals look like one, and why; null where they do not. The order of the two does not matter. */
export function likeness(a: DealSketch, b: DealSketch): Likeness | null {
  const daysApart = a.closeDate && b.closeDate && Math.abs(daysBetween(a.closeDate, b.closeDate))
  const sameCrmId =
    a.crmKey !== null && a.crmKey === b.crmKey && (daysApart === null || daysApart <= CRM_WINDOW_DAYS)
  const near = daysApart !== null && daysApart <= WINDOW_DAYS
  if (!sameCrmId && !near) return null
  const customer = sameCustomer(a.customer, b.customer)
  if (!sameCrmId && customer === null) return null
  const names = nameLikeness(a.name, b.name)
  const values = nearMoney(a.value, b.value)
  const speaksForItself =
    customer !== 'customer-alike' &&
    daysApart !== null &&
    daysApart <= SAME_AMOUNT_DAYS &&
    a.name.numbers === b.name.numbers &&
    a.value !== null &&
    b.value !== null &&
    sameMoney(a.value, b.value) &&
    isOdd(a.value)
  const sameDeal = names >= ALIKE_NAMES || (names >= RELATED_NAMES && values) || speaksForItself
  if (!sameCrmId && !sameDeal) return null
  const reasons: LikenessReason[] = [
    ...(sameCrmId ? (['crm-id'] as const) : []),
    ...(customer ? [customer] : []),
    ...(names >= RELATED_NAMES ? (['name'] as const) : []),
    ...(values ? (['value'] as const) : []),
  ]
  return { reasons, daysApart }
}

const RANK: Record<LikenessReason, number> = {
  'crm-id': 32,
  duns: 16,
  customer: 8,
  'customer-alike': 4,
  name: 2,
  value: 1,
}
const rankOf = ({ reasons }: Likeness): number => reasons.reduce((sum, reason) => sum + RANK[reason], 0)

/** Puts the likeliest first; among equals, what closes nearest. */
export const byLikeness = (a: Likeness, b: Likeness): number =>
  rankOf(b) - rankOf(a) || (a.daysApart ?? Infinity) - (b.daysApart ?? Infinity)
