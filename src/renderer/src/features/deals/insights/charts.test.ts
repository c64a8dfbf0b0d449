import { expect, test } from 'vitest'
import type { Currency } from '#shared/domain/money.ts'
import { speak } from '../../../testing/mount.ts'
import { euros, report, reportRow } from '../../../testing/reports.ts'
import { chartOf, described } from '#shared/telling/reports/chart-model.ts'
import { chartOption, heightOf, openedBy } from './chart-options.ts'
import type { Say } from '#shared/telling/reports/spelling.ts'

const say: Say = { ...speak('en'), unit: { currency: 'EUR' as Currency, isConverted: false }, isShort: false }
const PEN = { font: 'Inter', size: 11, width: 400, axis: String }

const movement = (key: string, deals: number, units: number) =>
  reportRow(key, { movement: key }, { deals: euros(deals, units), value: euros(deals, Math.abs(units)) })
const changes = report('changes', [
  movement('opening', 2, 1000),
  movement('new', 1, 500),
  movement('slipped', 1, 0),
  movement('won', 1, -300),
  movement('closing', 2, 1200),
])

test('a waterfall goes from the opening to the closing, each bar from where the last one ended', () => {
  const { bars, shape } = chartOf(changes, say)
  expect(shape).toBe('waterfall')
  expect(bars.map(({ key, base, parts, look, text }) => [key, base, parts[0], look, text])).toEqual([
    ['opening', 0, 1000, 'plain', '1,000'],
    ['new', 1000, 500, 'main', '+500'],
    ['won', 1200, 300, 'hatch', '−300'],
    ['closing', 0, 1200, 'plain', '1,200'],
  ])
})

test('what takes away is hatched, and dashes lead from bar to bar', () => {
  const option = chartOption(chartOf(changes, say), 'told', PEN)
  const [base, drawn] = option.series as { data: unknown[]; markLine?: { data: unknown[] } }[]
  expect(base?.data).toEqual([0, 1000, 1200, 0])
  expect(drawn?.data[2]).toMatchObject({ value: 300, itemStyle: { decal: { symbol: 'rect' } } })
  expect(drawn?.markLine?.data).toEqual([
    [{ coord: [0, 1000] }, { coord: [1, 1000] }],
    [{ coord: [1, 1500] }, { coord: [2, 1500] }],
    [{ coord: [2, 1200] }, { coord: [3, 1200] }],
  ])
})

const open = (value: number, weighted: number) => ({ deals: euros(1, value), weighted: euros(1, weighted) })
const forecast = report('forecast', [
  reportRow('2026-11', { month: '2026-11', overdue: false }, open(540_000, 372_000)),
  reportRow('later', { month: null, overdue: false }, { deals: euros(0, 0), weighted: euros(0, 0) }),
])

test('a month is one bar: what is weighted, and the rest of its value', () => {
  const chart = chartOf(forecast, say)
  expect(chart.bars).toMatchObject([
    { label: 'Nov', parts: [372_000, 168_000], text: '540 k' },
    { label: 'Later', parts: [0, 0], text: '' },
  ])
  expect(described(chart, 'Forecast', say)).toBe('Forecast. Nov 540 k and Later 0')
})

test('a drawing never moves, takes its colours from tokens and says what it shows', () => {
  const option = chartOption(chartOf(forecast, say), 'Forecast. Nov 540 k', PEN)
  expect(option).toMatchObject({
    animation: false,
    aria: { enabled: true, label: { description: 'Forecast. Nov 540 k' } },
  })
  const colours = JSON.stringify(option).match(/"[a-zA-Z]*[cC]olor":"[^"]*"/g)!
  expect(colours.length).toBeGreaterThan(5)
  expect(colours.filter((colour) => !/var\(--|transparent/.test(colour))).toEqual([])
})

test('a part of a bar opens the deals of its figure', () => {
  const chart = chartOf(forecast, say)
  expect(openedBy(chart, { dataIndex: 0, seriesIndex: 0 })).toEqual({ row: '2026-11', figure: 'weighted' })
  expect(openedBy(chart, { dataIndex: 0, seriesIndex: 1 })).toEqual({ row: '2026-11', figure: 'deals' })
  expect(openedBy(chartOf(changes, say), { dataIndex: 2, seriesIndex: 1 })).toEqual({
    row: 'won',
    figure: 'deals',
  })
  expect(openedBy(chart, { dataIndex: 9, seriesIndex: 0 })).toBeNull()
})

test('more campaigns than a picture can hold are counted, and stay in the table', () => {
  const rows = Array.from({ length: 15 }, (_, index) =>
    reportRow(`campaign:${index}`, { campaignId: `C${index}` }, { won: euros(1, 10), open: euros(1, 5) }),
  )
  const chart = chartOf(report('campaigns', rows), say)
  expect([chart.bars.length, chart.left]).toEqual([12, 3])
  expect(heightOf(chart)).toBeGreaterThan(heightOf({ ...chart, bars: chart.bars.slice(0, 2) }))
})
