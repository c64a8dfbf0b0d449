import { expect, test } from 'vitest'
import type { Currency } from '#shared/domain/money.ts'
import { speak } from '../../../testing/mount.ts'
import { euros, report, reportRow } from '../../../testing/reports.ts'
import { pricingOf } from '#shared/telling/reports/pricing.ts'
import type { Say } from '#shared/telling/reports/spelling.ts'
import { isNothing, tableOf } from '#shared/telling/reports/tables.ts'

const EUR = 'EUR' as Currency
const say = (over: Partial<Say> = {}): Say => ({
  ...speak('en'),
  unit: { currency: EUR, isConverted: false },
  isShort: false,
  ...over,
})
const texts = (table: ReturnType<typeof tableOf>) => [
  table.columns,
  ...[...table.lines, ...(table.total ? [table.total] : [])].map(({ label, cells }) => [
    label,
    ...cells.map(({ text }) => text),
  ]),
]

const open = (deals: number, value: number, weighted: number) => ({
  deals: euros(deals, value),
  weighted: euros(deals, weighted),
  overdue: euros(0, 0),
})
const forecast = report(
  'forecast',
  [
    reportRow('2026-10', { month: '2026-10', overdue: true }, open(1, 40_000, 4000)),
    reportRow('2026-11', { month: '2026-11', overdue: false }, open(2, 500_000, 372_000)),
    reportRow('later', { month: null, overdue: false }, open(0, 0, 0)),
  ],
  { figures: open(3, 540_000, 376_000), measures: {} },
)

test('a forecast tells its months, those that have passed in words, and all of them', () => {
  expect(texts(tableOf(forecast, say()))).toEqual([
    ['Closes', 'Deals', 'EUR', 'Weighted', 'Overdue'],
    ['Oct 2026, passed', '1', '40,000', '4,000', '0'],
    ['Nov 2026', '2', '500,000', '372,000', '0'],
    ['Later', '0', '0', '0', '0'],
    ['All', '3', '540,000', '376,000', '0'],
  ])
})

test('where there is little room, sums are short and extras are left out', () => {
  expect(texts(tableOf(forecast, say({ isShort: true })))[1]).toEqual(['Oct 2026', '1', '40 k', '4,000'])
})

test('in Chinese the same', () => {
  const [head, first] = texts(tableOf(forecast, say(speak('zh-CN'))))
  expect(head).toEqual(['结束', '交易', 'EUR', '加权', '逾期'])
  expect(first?.[0]).toBe('2026年10月（已过）')
})

test('a number of deals names its figure, so that it opens exactly them', () => {
  const { lines, total } = tableOf(forecast, say())
  expect(lines[1]?.cells[0]).toEqual({ text: '2', figure: 'deals', count: 2 })
  expect(lines[1]?.cells[1]).toMatchObject({ text: '500,000', raw: { currency: 'EUR' } })
  expect(total).toMatchObject({ key: null, cells: [{ figure: 'deals', count: 3 }, {}, {}, {}] })
})

const changes = report('changes', [
  reportRow('opening', { movement: 'opening' }, { deals: euros(24, 2634), value: euros(24, 2634) }),
  reportRow('new', { movement: 'new' }, { deals: euros(16, 640), value: euros(16, 640) }),
  reportRow('moved-in', { movement: 'moved-in' }, { deals: euros(0, 0), value: euros(0, 0) }),
  reportRow('won', { movement: 'won' }, { deals: euros(9, -325), value: euros(9, 325) }),
  reportRow('closing', { movement: 'closing' }, { deals: euros(31, 2949), value: euros(31, 2949) }),
])

test('movements have a sign, the two ends have none, and what did not happen has no line', () => {
  expect(texts(tableOf(changes, say()))).toEqual([
    ['Movement', 'Deals', 'EUR'],
    ['Opening, Sep 1', '24', '2,634'],
    ['New', '16', '+640'],
    ['Won', '9', '−325'],
    ['Closing, Nov 24', '31', '2,949'],
  ])
})

const line = (key: string, family: string, column: string, deals: number) =>
  reportRow(key, { family, column, percent: 10 }, open(deals, deals * 10, 0))

test('of the assessment ladder only what holds deals is told', () => {
  const rows = [
    line('a', 'standard', 'qualified', 0),
    line('b', 'assessment', 'collect-data', 1),
    line('c', 'assessment', 'prepare-report', 0),
  ]
  const told = tableOf(report('pipeline', rows, { figures: open(1, 10, 0), measures: {} }), say())
  expect(told.lines.map(({ label }) => label)).toEqual(['Qualified', 'Assessment: Collect data'])
})

test('a share without anything to divide by is no number', () => {
  const rows = [reportRow('received', { stage: 'received' }, { deals: euros(0, 0) }, { passedRate: null })]
  expect(tableOf(report('funnel', rows), say()).lines[0]?.cells.at(-1)).toEqual({ text: '–', raw: null })
  expect(isNothing(report('funnel', rows))).toBe(true)
  expect(isNothing(forecast)).toBe(false)
})

test('converted sums say how many deals have no rate; one currency says nothing', () => {
  const priced = { ...euros(3, 100), converted: { ...euros(3, 100).converted!, notPriced: 1 } }
  const unknown = { ...euros(2, 50), converted: null }
  const rows = [
    reportRow('a', { reason: 'other', outcome: 'lost' }, { deals: priced }, { shareRate: 1 }),
    reportRow('b', { reason: null, outcome: 'lost' }, { deals: unknown }, { shareRate: 0 }),
  ]
  const view = report('reasons', rows)
  const converted = say({ unit: { currency: EUR, isConverted: true } })
  expect(pricingOf(view, converted)).toEqual({ ratesAsOf: null, notPriced: 2 })
  expect(pricingOf(view, say())).toBeNull()
  expect(texts(tableOf(view, converted))).toEqual([
    ['Reason', 'Deals', '≈ EUR', 'Share'],
    ['Other', '3', '100', '100 %'],
    ['No reason given', '2', '–', '0 %'],
  ])
})
