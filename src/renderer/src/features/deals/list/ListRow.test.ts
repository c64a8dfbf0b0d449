import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { at, dealRow, id, receivedRow } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, press, role, wordsOf } from '../../../testing/page.ts'
import ListRow from './ListRow.vue'
import ListTable from './ListTable.vue'
import { columnsOf } from './columns.ts'
import type { Visited } from './list-keys.ts'

/** A page without a layout shows no rows: every element is told that it has a height. */
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600 })

const open = (deal: DealRow, tab: 'inbound' | 'outbound' = 'inbound') =>
  mountScreen(ListRow, {
    props: { deal, columns: columnsOf(tab), current: false, chosen: false },
    attach: true,
  })
/** The words of the cells, without the box and the heart. */
const cells = () => wordsOf('[role="gridcell"]').slice(2)

test('a deal of ours, in a list without senders', () => {
  open(dealRow(), 'outbound')
  expect(cells()).toEqual([
    'Cold-chain telemetry',
    'Northwind Foods',
    'Accepted',
    'Created, 10 %',
    'Private',
    'EUR 125,000',
    'Jun 30',
  ])
})

test('an unanswered deal shows who sent it and the time left', () => {
  open(receivedRow())
  expect(cells().slice(2, 6)).toEqual(['Received', '12 d 0 h left', 'Microsoft', 'Co-sell'])
})

test.each<[Partial<DealRow>, string, string]>([
  [{ status: 'won', closedAt: at('2026-02-12T12:00:00.000Z') }, 'Won', 'ended Feb 12'],
  [{ status: 'expired', closedAt: at('2026-02-12T12:00:00.000Z') }, 'Expired', 'not answered'],
  [
    {
      direction: 'inbound',
      status: 'won',
      createdAt: at('2026-02-01T08:00:00.000Z'),
      acceptedAt: at('2026-02-02T12:00:00.000Z'),
      closedAt: at('2026-02-12T12:00:00.000Z'),
    },
    'Won',
    'answered in 1 d 4 h',
  ],
  [
    {
      direction: 'inbound',
      status: 'declined',
      createdAt: at('2026-02-01T08:00:00.000Z'),
      closedAt: at('2026-02-01T10:30:00.000Z'),
    },
    'Declined',
    'answered in 2 h',
  ],
  [{ status: 'lost', closedAt: at('1970-01-01T00:00:00.000Z') }, 'Lost', ''],
])('%# a closed deal: %j', (over, status, ending) => {
  open(dealRow(over))
  expect(cells().slice(2, 4)).toEqual([status, ending])
})

test('columns one may choose say what there is, and nothing where there is nothing', () => {
  const chosen = [
    'stage',
    'daysInStage',
    'microsoft',
    'partners',
    'registration',
    'country',
    'crmId',
  ] as const
  const open = (deal: DealRow) =>
    mountScreen(ListRow, {
      props: { deal, columns: columnsOf('outbound', chosen), current: false, chosen: false },
      attach: true,
    })
  const first = open(
    dealRow({
      microsoft: 'pending',
      partners: 3,
      pendingPartners: 1,
      registration: 'approved',
      crmId: 'C-7',
    }),
  )
  expect(cells().slice(3)).toEqual([
    'Created',
    '10 d',
    'Pending',
    '1 of 3 pending',
    'Approved',
    'Germany',
    'C-7',
  ])
  first.unmount()
  open(dealRow({ status: 'declined', stage: null }))
  expect(cells().slice(3)).toEqual(['', '', '', '', '', 'Germany', ''])
})

test('the name leads to the deal; the heart tells without opening', async () => {
  const { wrapper } = open(dealRow())
  expect(document.querySelector('a')?.getAttribute('href')).toBe(`/deal/${id(1)}`)
  await click(button('Add “Cold-chain telemetry” to favorites'))
  expect(wrapper.emitted('favorite')).toEqual([[]])
})

const ROWS = ['Alpha', 'Beta', 'Gamma'].map((name, index) => dealRow({ id: id(index + 1), name }))

async function table(direction: 'asc' | 'desc' = 'asc', start: Visited | null = null) {
  const stage = mountScreen(ListTable, {
    props: {
      rows: ROWS,
      columns: columnsOf('outbound'),
      sort: { by: 'name', direction },
      total: 3,
      label: 'Outbound',
      start,
      isChosen: () => false,
      chosenShown: 'none',
    },
    attach: true,
  })
  await flushPromises()
  return stage
}
const row = (index: number) => document.querySelector<HTMLElement>(`[role="row"][data-index="${index}"]`)!
const rowAt = () => (document.activeElement as HTMLElement).dataset['index']

test('is a grid that says how many rows it has, the head included', async () => {
  await table()
  expect(role('grid', 'Outbound').getAttribute('aria-rowcount')).toBe('4')
  expect(wordsOf('[role="row"] a')).toEqual(['Alpha', 'Beta', 'Gamma'])
  expect(row(1).getAttribute('aria-rowindex')).toBe('3')
})

test.each([
  ['asc', 'ascending', 'desc'],
  ['desc', 'descending', 'asc'],
] as const)('sorted %s it says %s, and turns around when pressed again', async (direction, said, next) => {
  const { wrapper } = await table(direction)
  expect(wordsOf('[aria-sort]')).toEqual(['Deal'])
  expect(document.querySelector('[aria-sort]')?.getAttribute('aria-sort')).toBe(said)
  await click(button('Deal'))
  await click(button('Value'))
  expect(wrapper.emitted('sort')).toEqual([
    [{ by: 'name', direction: next }],
    [{ by: 'value', direction: 'asc' }],
  ])
})

test.each([
  ['ArrowDown', '1'],
  ['j', '1'],
  ['End', '2'],
  ['PageDown', '2'],
  ['ArrowUp', '0'],
])('%s walks from the first row to row %s', async (key, expected) => {
  await table()
  row(0).focus()
  const event = await press(row(0), key)
  expect([rowAt(), event.defaultPrevented]).toEqual([expected, true])
})

test('k, up and Home walk back; only the row one is at is reached by Tab', async () => {
  await table()
  row(2).focus()
  await press(row(2), 'k')
  expect(rowAt()).toBe('1')
  expect([0, 1, 2].map((index) => row(index).tabIndex)).toEqual([-1, 0, -1])
  await press(row(1), 'Home')
  expect(rowAt()).toBe('0')
})

test('Enter opens and f favors the deal one is at; a double click opens', async () => {
  const { wrapper } = await table()
  row(1).focus()
  await press(row(1), 'Enter')
  await press(row(1), 'f')
  row(2).dispatchEvent(new MouseEvent('dblclick'))
  expect(wrapper.emitted<[DealRow]>('open')?.map(([deal]) => deal.name)).toEqual(['Beta', 'Gamma'])
  expect(wrapper.emitted<[DealRow]>('favorite')?.map(([deal]) => deal.name)).toEqual(['Beta'])
})

test('a shortcut of the application and a key in the heart are left alone', async () => {
  const { wrapper } = await table()
  row(0).focus()
  expect((await press(row(0), 'f', { ctrlKey: true })).defaultPrevented).toBe(false)
  await press(button('Add “Alpha” to favorites'), 'Enter')
  expect([wrapper.emitted('favorite'), wrapper.emitted('open')]).toEqual([undefined, undefined])
})
