import type { ListSort, ListTab } from './lists.store.ts'

export type ColumnKey =
  | 'select'
  | 'favorite'
  | 'name'
  | 'customerName'
  | 'status'
  | 'attention'
  | 'sender'
  | 'type'
  | 'value'
  | 'closeDate'

/** A column of a list: how wide, what it sorts by, and whether it steps back where space is short. */
export interface Column {
  readonly key: ColumnKey
  readonly width: string
  /** The width where space is short, when it is another one. */
  readonly narrow?: string
  readonly sort: ListSort['by'] | null
  readonly right?: boolean
  readonly wideOnly?: boolean
}

const SENDER: Column = { key: 'sender', width: 'minmax(80px, 1fr)', sort: null, wideOnly: true }

// The stages of an assessment have long names, and are ours to reach.
const attention = (tab: ListTab) => `minmax(190px, ${tab === 'outbound' ? 2 : 1.2}fr)`

/** The columns of a tab. Who sent a deal matters only where deals are sent. */
export const columnsOf = (tab: ListTab): readonly Column[] => [
  { key: 'select', width: '40px', sort: null },
  { key: 'favorite', width: '32px', sort: null },
  { key: 'name', width: 'minmax(122px, 1.6fr)', sort: 'name' },
  { key: 'customerName', width: 'minmax(104px, 1.4fr)', sort: 'customerName' },
  { key: 'status', width: 'minmax(92px, 110px)', narrow: '94px', sort: 'status' },
  { key: 'attention', width: attention(tab), narrow: '190px', sort: 'attention' },
  ...(tab === 'outbound' ? [] : [SENDER]),
  { key: 'type', width: 'minmax(112px, 0.7fr)', sort: 'type', wideOnly: true },
  { key: 'value', width: 'minmax(128px, 0.7fr)', narrow: '120px', sort: 'value', right: true },
  { key: 'closeDate', width: '128px', narrow: '122px', sort: 'closeDate' },
]
