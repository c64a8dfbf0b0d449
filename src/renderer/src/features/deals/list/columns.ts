import type { ExportColumn } from '#shared/domain/export-columns.ts'
import type { ListSort, ListTab } from './lists.store.ts'

/** What a column of a list may show. */
export const COLUMN_KEYS = [
  'name',
  'customerName',
  'status',
  'attention',
  'sender',
  'type',
  'value',
  'closeDate',
  'stage',
  'daysInStage',
  'microsoft',
  'partners',
  'registration',
  'country',
  'createdAt',
  'updatedAt',
  'crmId',
  'campaignId',
  'referralId',
] as const
export type ColumnKey = (typeof COLUMN_KEYS)[number]

/** Columns no list goes without, in front of the others (RULEBOOK 10). */
export const FIXED: readonly ColumnKey[] = ['name', 'customerName', 'status']

/** A column of a list: how wide, what it sorts by, and what a file has in its place. */
export interface Column {
  readonly key: ColumnKey | 'select' | 'favorite'
  /** Pixels it needs. */
  readonly least: number
  /** Its share of what is left over; 0: it stays as it is. */
  readonly grow: number
  readonly sort: ListSort['by'] | null
  readonly right?: boolean
  /** Steps back where space is short and nobody asked for it. */
  readonly stepsBack?: boolean
  readonly file: readonly ExportColumn[]
}
type Look = Omit<Column, 'key'>

const LOOKS: Readonly<Record<ColumnKey, Look>> = {
  name: { least: 180, grow: 1.6, sort: 'name', file: ['name'] },
  customerName: { least: 140, grow: 1.4, sort: 'customerName', file: ['customerName'] },
  status: { least: 96, grow: 0.3, sort: 'status', file: ['status'] },
  attention: { least: 190, grow: 1.6, sort: 'attention', file: ['stage', 'percent', 'expiresAt'] },
  sender: { least: 96, grow: 1, sort: null, stepsBack: true, file: ['sender'] },
  type: { least: 112, grow: 0.7, sort: 'type', stepsBack: true, file: ['type'] },
  value: { least: 140, grow: 0.7, sort: 'value', right: true, file: ['amount', 'currency'] },
  closeDate: { least: 122, grow: 0, sort: 'closeDate', file: ['closeDate'] },
  stage: { least: 150, grow: 1, sort: 'stage', file: ['stage', 'percent'] },
  daysInStage: { least: 88, grow: 0, sort: null, right: true, file: ['daysInStage'] },
  microsoft: { least: 104, grow: 0.5, sort: null, file: ['microsoft'] },
  partners: { least: 116, grow: 0.5, sort: null, file: ['partners', 'pendingPartners'] },
  registration: { least: 128, grow: 0.7, sort: null, file: ['registration'] },
  country: { least: 124, grow: 0, sort: 'country', file: ['country', 'countryCode'] },
  createdAt: { least: 104, grow: 0, sort: 'createdAt', file: ['createdAt'] },
  updatedAt: { least: 104, grow: 0, sort: 'updatedAt', file: ['updatedAt'] },
  crmId: { least: 110, grow: 0.5, sort: null, file: ['crmId'] },
  campaignId: { least: 110, grow: 0.5, sort: null, file: ['campaignId'] },
  referralId: { least: 120, grow: 0.7, sort: null, file: ['referralId'] },
}
const CONTROLS: readonly Column[] = [
  { key: 'select', least: 40, grow: 0, sort: null, file: [] },
  { key: 'favorite', least: 32, grow: 0, sort: null, file: [] },
]

/** What a list shows after its fixed columns when nobody chose. Who sent a deal matters only where deals are sent. */
export const usualColumns = (tab: ListTab): readonly ColumnKey[] =>
  (['attention', 'sender', 'type', 'value', 'closeDate'] as const).filter(
    (key) => key !== 'sender' || tab !== 'outbound',
  )

/** What is left of a choice of columns kept earlier: those there are, each once, without the fixed ones. */
export const knownColumns = (keys: readonly string[] | null): readonly ColumnKey[] | null =>
  keys &&
  [...new Set(keys)].filter((key): key is ColumnKey => key in LOOKS && !FIXED.includes(key as ColumnKey))

const widthOf = (columns: readonly Column[]): number => columns.reduce((sum, { least }) => sum + least, 0)

/**
 * The columns of a list. `chosen`: what a person put after the fixed ones; null: the usual, of which some step back, the
 * last ones first, until the rest fits into `room` pixels.
 */
export function columnsOf(
  tab: ListTab,
  chosen: readonly ColumnKey[] | null = null,
  room = 0,
): readonly Column[] {
  const look = (key: ColumnKey): Column => ({ key, ...LOOKS[key] })
  let columns = [...CONTROLS, ...[...FIXED, ...(chosen ?? usualColumns(tab))].map(look)]
  while (chosen === null && room > 0 && widthOf(columns) > room) {
    const back = columns.findLast(({ stepsBack }) => stepsBack)
    if (!back) break
    columns = columns.filter((column) => column !== back)
  }
  return columns
}

/** Columns as the grid lays them out, and the width below which it scrolls instead. */
export const layoutOf = (
  columns: readonly Column[],
): { readonly template: string; readonly least: number } => ({
  template: columns
    .map(({ least, grow }) => (grow > 0 ? `minmax(${least}px, ${grow}fr)` : `${least}px`))
    .join(' '),
  least: widthOf(columns),
})

/** The columns of a file that holds what these show, in their order. */
export const fileColumns = (columns: readonly Column[]): readonly ExportColumn[] => [
  ...new Set(columns.flatMap(({ file }) => file)),
]
