import { type Bar, type Chart, type Look, compact, described } from '#shared/telling/reports/chart-model.ts'
import type { Say } from '#shared/telling/reports/spelling.ts'
import { type Markup, html } from './html.ts'

/** Chart colours of the light theme: one hue and greys, what takes away is hatched. */
const FILLS: Record<Look, string> = {
  main: '#1a5cb8',
  rest: '#9dbde9',
  plain: '#868f9c',
  hatch: 'url(#hatch)',
}
const EDGED: ReadonlySet<Look> = new Set<Look>(['rest', 'hatch'])
const GRID = '#e2e5ea'
const AXIS = '#808997'
const WIDTH = 680
const HEIGHT = 220
const TOP = 20
const BOTTOM = 22
const LEFT = 52
const STEP = 22
const LABEL_WIDTH = 220
const TEXT_ROOM = 70
const TICKS = 4
/** Estimated widths of letters of 11 px: exact ones would need the font. */
const WIDE_LETTER = 11
const LETTER = 6

const round = (value: number): string => String(Math.round(value * 100) / 100)
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e80' ? WIDE_LETTER : LETTER), 0)

/** Text cut to the room there is. */
function fitted(text: string, room: number): string {
  if (widthOf(text) <= room) return text
  const letters = Array.from(text)
  while (letters.length > 1 && widthOf(letters.join('')) + LETTER > room) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** Steps of an axis that are easy to read, from 0 up past the most. */
function ticksTo(most: number, whole: boolean): number[] {
  const raw = most / TICKS
  const power = 10 ** Math.floor(Math.log10(raw > 0 ? raw : 1))
  const nice = [1, 2, 2.5, 5, 10].map((times) => times * power).find((step) => step >= raw)!
  const step = whole ? Math.max(1, Math.ceil(nice)) : nice
  const ticks = [0]
  while (ticks.at(-1)! < most) ticks.push(ticks.length * step)
  return ticks
}

const sumOf = ({ parts }: Bar): number => parts.reduce((sum, part) => sum + part, 0)
const lookOf = (chart: Chart, bar: Bar, part: number): Look => bar.look ?? chart.series[part]!.look

function box(look: Look, x: number, y: number, width: number, height: number): Markup | null {
  if (width <= 0 || height <= 0) return null
  const edge = EDGED.has(look) ? html` stroke="${FILLS.main}" stroke-width="1"` : null
  return html`<rect
    x="${round(x)}"
    y="${round(y)}"
    width="${round(width)}"
    height="${round(height)}"
    fill="${FILLS[look]}"
    ${edge}
  />`
}

const words = (text: string, x: number, y: number, anchor: string, kind = ''): Markup =>
  html`<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" class="${kind}">${text}</text>`
const rule = (x1: number, y1: number, x2: number, y2: number, stroke: string, dashed = false): Markup =>
  html`<line
    x1="${round(x1)}"
    y1="${round(y1)}"
    x2="${round(x2)}"
    y2="${round(y2)}"
    stroke="${stroke}"
    ${dashed ? html` stroke-dasharray="2 2"` : null}
  />`

/** Bars that lie, one below the other, their names at the left. */
function lying(chart: Chart): { readonly height: number; readonly marks: Markup[] } {
  const most = Math.max(...chart.bars.map(sumOf), 0)
  const room = WIDTH - LABEL_WIDTH - TEXT_ROOM
  const marks = chart.bars.flatMap((bar, index): Markup[] => {
    const y = index * STEP + 4
    let x = LABEL_WIDTH
    const boxes = bar.parts.map((part, place) => {
      const width = most > 0 ? (Math.max(0, part) / most) * room : 0
      const drawn = box(lookOf(chart, bar, place), x, y, width, STEP - 8)
      x += width
      return drawn
    })
    const line = y + STEP / 2
    return [
      words(fitted(bar.label, LABEL_WIDTH - 12), 0, line, 'start'),
      ...boxes.filter((mark) => mark !== null),
      words(bar.text, x + 5, line, 'start', 'n'),
    ]
  })
  const height = chart.bars.length * STEP + 4
  return { height, marks: [...marks, rule(LABEL_WIDTH, 0, LABEL_WIDTH, height, AXIS)] }
}

/** Bars that stand on an axis, or hang between two levels as in a waterfall. */
function standing(chart: Chart, say: Say): { readonly height: number; readonly marks: Markup[] } {
  const tops = chart.bars.map((bar) => (bar.base ?? 0) + sumOf(bar))
  const most = Math.max(...tops, 0)
  const ticks = ticksTo(most, !chart.isMoney)
  const top = ticks.at(-1)! || 1
  const yOf = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM)
  const slot = (WIDTH - LEFT) / chart.bars.length
  const width = Math.min(38, slot * 0.66)
  const grid = ticks.flatMap((value) => [
    rule(LEFT, yOf(value), WIDTH, yOf(value), value === 0 ? AXIS : GRID),
    words(chart.isMoney ? compact(value, say) : say.format.number(value), LEFT - 6, yOf(value) + 4, 'end'),
  ])
  const bars = chart.bars.flatMap((bar, index): Markup[] => {
    const middle = LEFT + slot * (index + 0.5)
    let level = bar.base ?? 0
    const boxes = bar.parts.map((part, place) => {
      const from = yOf(level)
      level += Math.max(0, part)
      return box(lookOf(chart, bar, place), middle - width / 2, yOf(level), width, from - yOf(level))
    })
    const after = (bar.base ?? 0) + (bar.look === 'hatch' ? 0 : sumOf(bar))
    const isLinked = chart.shape === 'waterfall' && index < chart.bars.length - 1
    return [
      ...(isLinked
        ? [rule(middle + width / 2, yOf(after), middle + slot - width / 2, yOf(after), AXIS, true)]
        : []),
      ...boxes.filter((mark) => mark !== null),
      words(bar.text, middle, yOf(level) - 5, 'middle', 'n'),
      words(fitted(bar.label, slot - 3), middle, HEIGHT - 6, 'middle'),
    ]
  })
  return { height: HEIGHT, marks: [...grid, ...bars] }
}

const HATCH = html`<defs
  ><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"
    ><rect width="5" height="5" fill="#fff" /><rect width="2" height="5" fill="#1a5cb8" /></pattern
></defs>`

/** The mark of a series beside its name. */
const key = (look: Look): Markup =>
  html`<svg viewBox="0 0 10 10" aria-hidden="true">${box(look, 0.5, 0.5, 9, 9)}</svg>`

/** A chart as a drawing that is part of the document, with its legend. */
export function drawnChart(chart: Chart, title: string, say: Say): Markup {
  const { height, marks } = chart.shape === 'bars' ? lying(chart) : standing(chart, say)
  const left = chart.left > 0 ? html`<span>${say.t('paper.more', { count: chart.bars.length })}</span>` : null
  return html`<figure>
    <svg viewBox="0 0 ${WIDTH} ${round(height)}" role="img" aria-label="${described(chart, title, say)}">
      ${chart.shape === 'waterfall' && HATCH}${marks}
    </svg>
    <figcaption>
      ${chart.series.map(({ name, look }) => html`<span>${key(look)}${name}</span>`)}${left}
    </figcaption>
  </figure>`
}
