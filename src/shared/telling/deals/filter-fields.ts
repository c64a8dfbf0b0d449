import { DEAL_TYPES, PARTY_STATUSES, STATUSES } from '#shared/domain/deal.ts'
import { REGISTRATION_STATES } from '#shared/domain/registration.ts'
import { FAMILIES, markable } from '#shared/domain/stages.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'

/** What narrows a list or a board. */
export type Filters = NonNullable<Input<'deals.list'>['filters']>
/** Deals that a value by the rates leaves out, per currency without a rate. */
export type Unrated = Output<'deals.unrated'>['rows']
export type ValueField = Input<'deals.values'>['field']

/** What a person filters by, in the order it is offered. */
export const FILTER_FIELDS = [
  'status',
  'type',
  'stage',
  'close',
  'value',
  'customer',
  'solution',
  'country',
  'microsoft',
  'expiring',
  'registration',
  'campaign',
  'text',
] as const
export type FilterField = (typeof FILTER_FIELDS)[number]

type Key = keyof Filters

/** How a field is chosen: from words of ours, from values in use, or with an editor of its own. */
export type FieldKind =
  | { readonly from: 'words'; readonly key: Key; readonly options: readonly string[]; readonly many: boolean }
  | { readonly from: 'values'; readonly key: Key; readonly field: ValueField; readonly many: boolean }
  | { readonly from: 'own'; readonly keys: readonly Key[] }

const words = (key: Key, options: readonly string[], many: boolean): FieldKind => ({
  from: 'words',
  key,
  options: [...new Set(options)],
  many,
})
const values = (key: Key, field: ValueField, many: boolean): FieldKind => ({
  from: 'values',
  key,
  field,
  many,
})
const own = (...keys: Key[]): FieldKind => ({ from: 'own', keys })

const STAGES = FAMILIES.flatMap((family) => markable(family).map(({ stage }) => stage))

export const KINDS: Readonly<Record<FilterField, FieldKind>> = {
  status: words('statuses', STATUSES, true),
  type: words('types', DEAL_TYPES, true),
  stage: words('stages', ['created', 'accepted', ...STAGES], true),
  close: own('closing', 'closeFrom', 'closeTo'),
  value: own('currency', 'minAmount', 'minHome'),
  customer: values('customerIds', 'customer', true),
  solution: values('solutionIds', 'solution', true),
  country: values('countries', 'country', true),
  microsoft: words('microsoft', ['none', ...PARTY_STATUSES], false),
  expiring: own('expiringWithinDays'),
  registration: words('registration', REGISTRATION_STATES, false),
  campaign: values('campaignId', 'campaign', false),
  text: own('text'),
}

/** Everything of the filters that belongs to one field. */
export const keysOf = (field: FilterField): readonly Key[] => {
  const kind = KINDS[field]
  return kind.from === 'own' ? kind.keys : [kind.key]
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Filters with something changed; what is empty does not narrow, and leaves. */
export const withChange = (
  filters: Filters,
  change: { readonly [K in Key]?: Filters[K] | undefined },
): Filters =>
  Object.fromEntries(Object.entries({ ...filters, ...change }).filter(([, value]) => !isNothing(value)))

/** The fields that narrow now, in the order they are offered. */
export const fieldsIn = (filters: Filters): readonly FilterField[] =>
  FILTER_FIELDS.filter((field) => keysOf(field).some((key) => !isNothing(filters[key])))

/** Filters without one field. */
export const without = (filters: Filters, field: FilterField): Filters =>
  withChange(filters, Object.fromEntries(keysOf(field).map((key) => [key, undefined])))

/** The values chosen of a field that is chosen from a list. */
export function chosenOf(filters: Filters, field: FilterField): readonly string[] {
  const kind = KINDS[field]
  if (kind.from === 'own') return []
  const value = filters[kind.key] as string | readonly string[] | undefined
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** Filters with other values chosen of such a field. */
export function withChosen(filters: Filters, field: FilterField, chosen: readonly string[]): Filters {
  const kind = KINDS[field]
  if (kind.from === 'own') return filters
  return withChange(filters, { [kind.key]: kind.many ? chosen : chosen.at(-1) })
}
