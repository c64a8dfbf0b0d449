import type { BarSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, MarkLineComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Bar, Chart, Look } from '#shared/telling/reports/chart-model.ts'

export type ChartOption = ComposeOption<
  BarSeriesOption | GridComponentOption | AriaComponentOption | MarkLineComponentOption
>

/** What a chart needs of the page around it. Colours are tokens: they follow the theme without a redraw. */
export interface Pen {
  readonly font: string
  readonly size: number
  readonly width: number
  /** How a number is written at the axis. */
  readonly axis: (value: number) => string
}

const HATCH = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 3],
  rotation: -Math.PI / 4,
  color: 'var(--chart-1)',
} satisfies NonNullable<BarSeriesOption['itemStyle']>['decal']

/** chart-2 alone is too faint, and is always edged. Direction is told by hatch and sign, never by colour alone. */
const STYLES = {
  main: { color: 'var(--chart-1)' },
  rest: { color: 'var(--chart-2)', borderColor: 'var(--chart-1)', borderWidth: 1 },
  plain: { color: 'var(--chart-3)' },
  hatch: { color: 'var(--surface)', borderColor: 'var(--chart-1)', borderWidth: 1, decal: HATCH },
} satisfies Record<Look, BarSeriesOption['itemStyle']>

const BAR_STEP = 26
const COLUMNS_HEIGHT = 196
const LABEL_SHARE = 0.36

/** How high a chart is: as many bars as there are, or columns of one height. */
export const heightOf = ({ shape, bars }: Chart): number =>
  shape === 'bars' ? bars.length * BAR_STEP + 8 : COLUMNS_HEIGHT

/** What is not there has no edge either. */
const barLooks = (bar: Bar, look: Look, size: number): BarSeriesOption['itemStyle'] =>
  size === 0 ? { color: 'transparent' } : STYLES[bar.look ?? look]

/** From the end of each bar to the next one: the waterfall reads as one line. */
function steps({ bars }: Chart): BarSeriesOption['markLine'] {
  const levelOf = (bar: Bar): number => (bar.base ?? 0) + (bar.look === 'hatch' ? 0 : bar.parts[0]!)
  return {
    silent: true,
    symbol: 'none',
    label: { show: false },
    lineStyle: { color: 'var(--line-control)', type: [2, 2], width: 1 },
    data: bars
      .slice(0, -1)
      .map((bar, index) => [{ coord: [index, levelOf(bar)] }, { coord: [index + 1, levelOf(bar)] }]),
  }
}

function seriesOf(chart: Chart, pen: Pen): BarSeriesOption[] {
  const isLying = chart.shape === 'bars'
  const drawn = chart.shape === 'waterfall' ? chart.series.slice(0, 1) : chart.series
  const base = { type: 'bar', stack: 'all', silent: true, itemStyle: { color: 'transparent' } } as const
  const lifted: BarSeriesOption[] =
    chart.shape === 'waterfall' ? [{ ...base, data: chart.bars.map((bar) => bar.base ?? 0) }] : []
  const bars = drawn.map(({ name, look }, index): BarSeriesOption => {
    const isLast = index === drawn.length - 1
    return {
      type: 'bar',
      name,
      stack: 'all',
      cursor: 'pointer',
      barMaxWidth: isLying ? 16 : 34,
      barCategoryGap: isLying ? '38%' : '30%',
      emphasis: { disabled: true },
      data: chart.bars.map((bar) => {
        const value = bar.parts[index] ?? 0
        return { value, itemStyle: barLooks(bar, look, value) }
      }),
      ...(chart.shape === 'waterfall' ? { markLine: steps(chart) } : {}),
      label: {
        show: isLast,
        position: isLying ? 'right' : 'top',
        distance: 5,
        color: 'var(--ink)',
        fontFamily: pen.font,
        fontSize: pen.size,
        formatter: ({ dataIndex }) => chart.bars[dataIndex]?.text ?? '',
      },
      // The table beside it has them all.
      labelLayout: { hideOverlap: true },
    }
  })
  return [...lifted, ...bars]
}

/** A chart as the library draws it. */
export function chartOption(chart: Chart, description: string, pen: Pen): ChartOption {
  const isLying = chart.shape === 'bars'
  const text = { color: 'var(--ink-2)', fontFamily: pen.font, fontSize: pen.size }
  const labelWidth = Math.floor(pen.width * LABEL_SHARE)
  const names = {
    type: 'category',
    data: chart.bars.map(({ label }) => label),
    inverse: isLying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: 'var(--line-control)' } },
    axisLabel: isLying
      ? {
          ...text,
          interval: 0,
          width: labelWidth,
          overflow: 'truncate',
          align: 'left',
          margin: labelWidth + 8,
        }
      : { ...text, color: 'var(--ink-3)', interval: 0, hideOverlap: true, margin: 6 },
  } as const
  const numbers = {
    type: 'value',
    ...(chart.isMoney ? {} : { minInterval: 1 }),
    splitNumber: 4,
    axisLabel: isLying
      ? { show: false }
      : { ...text, color: 'var(--ink-3)', margin: 6, formatter: (value: number) => pen.axis(value) },
    splitLine: { show: !isLying, lineStyle: { color: 'var(--chart-grid)' } },
  } as const
  return {
    animation: false,
    aria: { enabled: true, label: { description } },
    grid: isLying
      ? { left: labelWidth + 5, right: 52, top: 0, bottom: 4 }
      : { left: chart.isMoney ? 46 : 26, right: 4, top: 22, bottom: 24 },
    ...(isLying ? { xAxis: numbers, yAxis: names } : { xAxis: names, yAxis: numbers }),
    series: seriesOf(chart, pen),
  } as ChartOption
}

/** What a place of the drawing opens: the line and the figure. */
export function openedBy(
  chart: Chart,
  { dataIndex, seriesIndex }: { readonly dataIndex: number; readonly seriesIndex?: number | undefined },
): { readonly row: string; readonly figure: string } | null {
  const bar = chart.bars[dataIndex]
  const figure = bar?.figures[chart.shape === 'waterfall' ? 0 : (seriesIndex ?? 0)]
  return bar && figure !== undefined ? { row: bar.key, figure } : null
}
