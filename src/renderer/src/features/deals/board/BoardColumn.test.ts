import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { at, column, day, dealRow, id, money, receivedRow, refusal } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, hasButton, pageWords, press, role, wordsOf } from '../../../testing/page.ts'
import BoardColumn from './BoardColumn.vue'
import DealCard from './DealCard.vue'
import DropNote from './DropNote.vue'
import FoldedColumn from './FoldedColumn.vue'
import type { ColumnVerdict } from './column-verdicts.ts'

/** A page without a layout shows no rows: every element is told that it has a height. */
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600 })

const MENU = [{ key: 'open', label: 'Open deal' }]
const card = (deal: DealRow, over: object = {}, locale: 'en' | 'zh-CN' = 'en') =>
  mountScreen(DealCard, {
    props: { deal, lifted: null, reachable: true, menu: MENU, ...over },
    locale,
    attach: true,
  })
const words = () => wordsOf('article p')

test('a running deal: customer, value, days in its stage, close date, type', async () => {
  const { setLocale } = card(dealRow())
  expect(wordsOf('h3')).toEqual(['Cold-chain telemetry'])
  expect(words()).toEqual(['Northwind Foods', 'EUR 125,000for 10 d', 'Jun 30Private'])
  expect(document.querySelector('.age')?.getAttribute('title')).toBe('10 days in this stage')
  await setLocale('zh-CN')
  expect(words()[2]).toContain('6月30日')
})

test('one that is overdue, asked Microsoft and waits for partners says all three', () => {
  card(dealRow({ closeDate: day('2026-02-28'), microsoft: 'pending', pendingPartners: 2, favorite: true }))
  expect(words().slice(2)).toEqual(['2 d overduePrivate', 'Microsoft pending', '2 partners pending'])
  expect(wordsOf('h3 .heart')).toEqual(['Favorite'])
})

test('an unanswered deal: who sent it and the time left', () => {
  card(receivedRow())
  expect(words()).toEqual(['Northwind Foods', 'EUR 125,000', 'From Microsoft', '12 d 0 h left'])
})

test('a closed deal is neither overdue nor moved', () => {
  card(dealRow({ status: 'won', closeDate: day('2026-01-31'), closedAt: at('2026-02-01T09:00:00.000Z') }))
  expect(words().slice(1)).toEqual(['EUR 125,000', 'Jan 31Private'])
  expect(hasButton('Move “Cold-chain telemetry”…')).toBe(false)
})

test('Tab reaches one card of the board: its name and its menu', async () => {
  const { setProps } = card(dealRow())
  const stops = () => [...document.querySelectorAll<HTMLElement>('a, button')].map(({ tabIndex }) => tabIndex)
  expect(stops()).toEqual([0, 0])
  await setProps({ reachable: false })
  expect(stops()).toEqual([-1, -1])
})

test('a click anywhere on the card opens the deal; on a control, or while it is carried, it does not', async () => {
  const { wrapper, setProps } = card(dealRow())
  const opened = () => wrapper.emitted('choose')?.length ?? 0
  await click(document.querySelector<HTMLElement>('.money')!)
  expect(wrapper.emitted('choose')).toEqual([['open']])
  await click(button('Move “Cold-chain telemetry”…'))
  await click(document.querySelector<HTMLElement>('h3 a')!)
  await setProps({ lifted: 'keyboard' })
  await click(document.querySelector<HTMLElement>('.money')!)
  expect(opened()).toBe(1)
})

test('the menu opens beside its card, and is no part of the name that keys lift', async () => {
  card(dealRow())
  const more = button('Move “Cold-chain telemetry”…')
  expect(more.closest('h3')).toBeNull()
  await press(more, 'Enter')
  await new Promise((resolve) => requestAnimationFrame(resolve))
  expect(role('menu').dataset['side']).toBe('right')
})

test('the menu moves without dragging', async () => {
  const { wrapper } = card(dealRow())
  await press(button('Move “Cold-chain telemetry”…'), 'Enter')
  expect(wrapper.emitted('openMenu')).toEqual([[]])
  await click(role('menuitem', 'Open deal'))
  expect(wrapper.emitted('choose')).toEqual([['open']])
})

const LAST: ColumnVerdict = { kind: 'refused', reasons: [refusal('STAGE_NOT_AHEAD')], board: null }
test.each<[ColumnVerdict, string]>([
  [{ kind: 'home' }, ''],
  [{ kind: 'mark', stage: 'qualified' }, 'Mark as Qualified.'],
  [{ kind: 'correct', stage: 'created' }, 'Correct back to Created.'],
  [{ kind: 'win' }, 'Close as won. You confirm before anything is saved.'],
  [LAST, 'Not possible The deal is there or further. To go back, correct the stage.'],
  [
    { kind: 'refused', reasons: [], board: 'answerFirst' },
    'Not possible Answer it first: drop it on Created / Accepted to accept.',
  ],
])('%# a column says what a drop would do, or why not: %j', (verdict, sentence) => {
  mountScreen(DropNote, { props: { verdict }, attach: true })
  expect(pageWords()).toBe(sentence)
})

async function board(over: object = {}) {
  const rows = [dealRow(), dealRow({ id: id(2), name: 'Harbour' })]
  const totals = { totals: [money(412_000_00, 'EUR')], weighted: [money(82_400_00, 'EUR')] }
  const stage = mountScreen(BoardColumn, {
    props: {
      column: column('qualified', rows, { count: 7, ...totals }),
      title: 'Qualified',
      percent: 20,
      lifted: null,
      verdict: null,
      target: false,
      reachableId: id(2),
      menu: MENU,
      ...over,
    },
    attach: true,
  })
  await flushPromises()
  return stage
}

test('a column has its count, its sums and its cards', async () => {
  await board()
  expect(wordsOf('h2')).toEqual(['Qualified 7'])
  expect(wordsOf('tbody tr')).toEqual(['EUR412 k82 k'])
  expect(wordsOf('h3')).toEqual(['Cold-chain telemetry', 'Harbour'])
  expect(document.querySelector('ul')?.getAttribute('aria-label')).toBe('Qualified, 7 deals')
})

test('a card says which of how many it is', async () => {
  await board()
  const places = [...document.querySelectorAll('li')].map((item) => [
    item.getAttribute('aria-posinset'),
    item.getAttribute('aria-setsize'),
  ])
  expect(places).toEqual([
    ['1', '7'],
    ['2', '7'],
  ])
})

test('a key on a card is told with the card and its place', async () => {
  const { wrapper } = await board()
  await press(document.querySelectorAll<HTMLElement>('h3 a')[1]!, ' ')
  const [event, deal, index] = wrapper.emitted<[KeyboardEvent, DealRow, number]>('key')![0]!
  expect([event.key, deal.name, index]).toEqual([' ', 'Harbour', 1])
})

test.each<[ColumnVerdict, boolean, string]>([
  [LAST, true, 'refuse'],
  [{ kind: 'mark', stage: 'qualified' }, true, 'target'],
  [{ kind: 'mark', stage: 'qualified' }, false, ''],
  [{ kind: 'home' }, true, ''],
])('%# while a card is in the air: %j, over it %s, it is “%s”', async (verdict, target, state) => {
  await board({ verdict, target })
  const classes = [...document.querySelector('section')!.classList]
  expect(classes.filter((name) => name === 'refuse' || name === 'target').join()).toBe(state)
})

test('won and lost are folded to a strip that opens', async () => {
  const props = { column: 'won', title: 'Won', count: 4, verdict: null, target: false }
  const { wrapper, setProps } = mountScreen(FoldedColumn, { props, attach: true })
  expect(pageWords()).toBe('WonQ1 · 4')
  await click(button('Show Won, 4 this quarter'))
  expect(wrapper.emitted('unfold')).toEqual([[]])
  await setProps({
    verdict: { kind: 'refused', reasons: [refusal('ASSESSMENT_STAGES_OPEN', { missing: [] })], board: null },
  })
  expect(pageWords()).toBe('WonStages are not marked yet')
})
