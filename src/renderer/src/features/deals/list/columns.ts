import type { ListSort, ListTab } from './lists.store.ts'

export type ColumnKey =
  'favorite' | 'name' | 'customerName' | 'status' | 'attention' | 'sender' | 'type' | 'value' | 'closeDate'

/** A column of a list: how wide, what it sorts by, and whether it steps back where space is short. */
export interface Column {
  readonly key: ColumnKey
  readonly width: string
  readonly sort: ListSort['by'] | null
  readonly right?: boolean
  readonly wideOnly?: boolean
}

const SENDER: Column = { key: 'sender', width: 'minmax(110px, 1fr)', sort: null, wideOnly: true }

/** The columns of a tab. Who sent a deal matters only where deals are sent. */
export const columnsOf = (tab: ListTab): readonly Column[] => [
  { key: 'favorite', width: '44px', sort: null },
  { key: 'name', width: 'minmax(150px, 1.6fr)', sort: 'name' },
  { key: 'customerName', width: 'minmax(130px, 1.3fr)', sort: 'customerName' },
  { key: 'status', width: 'minmax(92px, 110px)', sort: 'status' },
  { key: 'attention', width: 'minmax(170px, 1.15fr)', sort: 'attention' },
  ...(tab === 'outbound' ? [] : [SENDER]),
  { key: 'type', width: 'minmax(96px, 0.7fr)', sort: 'type', wideOnly: true },
  { key: 'value', width: 'minmax(112px, 0.8fr)', sort: 'value', right: true },
  { key: 'closeDate', width: 'minmax(104px, 0.7fr)', sort: 'closeDate' },
]
