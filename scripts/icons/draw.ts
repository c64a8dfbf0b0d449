/**
 * The icons as drawings. Two rings that overlap: two companies, one deal. Where pixels are few the rings stand on whole
 * ones, size by size; from 48 on they are the mark itself (resources/icons/tandem.svg).
 */
const BLUE = '#1a5cb8'
const LIGHT = '#2468c6'
const DEEP = '#15509f'
const WARM = '#e8590c'
/** Under white letters: dark enough to read them by. */
const WARM_DEEP = '#c2410c'
const FROM_THE_MARK = 48

interface Rings {
  /** The centre of the left one, the way to the right one, their radius and the width of their line. */
  readonly left: number
  readonly apart: number
  readonly radius: number
  readonly line: number
}

/** Edges on whole pixels: what no scaling of the mark gives. */
const FITTED: Readonly<Record<number, Rings>> = {
  16: { left: 5, apart: 6, radius: 3.25, line: 1.5 },
  18: { left: 6, apart: 6, radius: 4.25, line: 1.5 },
  20: { left: 6, apart: 8, radius: 4.1, line: 1.8 },
  24: { left: 9, apart: 6, radius: 5, line: 2 },
  32: { left: 12, apart: 8, radius: 6.5, line: 3 },
}

/** The mark's own, on its grid of 32. */
const MARK: Rings = { left: 12, apart: 8, radius: 6.2, line: 2.6 }

const svg = (size: number, grid: number, inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${grid} ${grid}">${inner}</svg>`

function rings(colour: string, middle: number, { left, apart, radius, line }: Rings): string {
  const ring = (x: number) => `<circle cx="${x}" cy="${middle}" r="${radius}"/>`
  return `<g fill="none" stroke="${colour}" stroke-width="${line}">${ring(left)}${ring(left + apart)}</g>`
}

/** The rings in the middle of a tile of that many pixels, on the grid it is drawn on. */
const ringsFor = (size: number, colour: string): string =>
  rings(colour, gridOf(size) / 2, FITTED[size] ?? MARK)

const gridOf = (size: number): number => (FITTED[size] ? size : 32)

/** Round corners a little over a fifth of the side, and from 48 pixels on a light from above. */
function tile(size: number, grid: number): string {
  const side = `width="${grid}" height="${grid}" rx="${grid * 0.22}"`
  if (size < FROM_THE_MARK) return `<rect ${side} fill="${BLUE}"/>`
  const light = `<linearGradient id="l" x2="0" y2="1"><stop stop-color="${LIGHT}"/><stop offset="1" stop-color="${DEEP}"/></linearGradient>`
  return `<defs>${light}</defs><rect ${side} fill="url(#l)"/>`
}

/** The program's icon, to its edges: Windows and Linux. */
export function appIcon(size: number): string {
  const grid = gridOf(size)
  return svg(size, grid, tile(size, grid) + ringsFor(size, '#fff'))
}

/** The same with the margin and the shadow of the Mac's own; at 16 pixels there is no room for either. */
export function macIcon(size: number): string {
  if (size <= 16) return appIcon(size)
  const inner = tile(FROM_THE_MARK, 32) + ringsFor(FROM_THE_MARK, '#fff')
  const shadow =
    '<filter id="s" x="-20%" y="-20%" width="140%" height="140%"><feDropShadow dx="0" dy="0.4" stdDeviation="0.4" flood-opacity="0.3"/></filter>'
  return svg(
    size,
    1024,
    `<defs>${shadow}</defs><g transform="translate(100 100) scale(25.75)" filter="url(#s)">${inner}</g>`,
  )
}

/** A `.tandem` file: a sheet with a folded corner, and the rings on it. */
export function documentIcon(size: number): string {
  const grid = gridOf(size)
  const unit = grid / 16
  const [left, right, fold] = [2 * unit, 14 * unit, 4 * unit]
  const edge = size < FROM_THE_MARK ? 0.5 : 0.25
  const sheet = `M${left + edge} ${edge}H${right - fold}L${right - edge} ${fold}V${grid - edge}H${left + edge}Z`
  const corner = `M${right - fold} ${edge}V${fold}H${right - edge}Z`
  const paper = `<path d="${sheet}" fill="#fff" stroke="#8c96a3" stroke-width="${edge * 2}" stroke-linejoin="round"/>`
  const folded = `<path d="${corner}" fill="#d5dbe3" stroke="#8c96a3" stroke-width="${edge * 2}" stroke-linejoin="round"/>`
  const whole = rings(BLUE, 9.5, { left: 6.5, apart: 3, radius: 2, line: 1 })
  const scaled = `<g transform="scale(${grid / 32}) translate(4.5 7) scale(0.72)">${rings(BLUE, 16, MARK)}</g>`
  return svg(size, grid, paper + folded + (size <= 16 ? whole : scaled))
}

/** A dot in the upper right corner that cuts its rim out of what lies under it. */
function withDot(grid: number, inner: string, colour: string): string {
  const radius = Math.round(grid * 0.2)
  const [x, y] = [grid - radius, radius]
  const hole = `<mask id="m"><rect width="${grid}" height="${grid}" fill="#fff"/><circle cx="${x}" cy="${y}" r="${radius + grid / 16}" fill="#000"/></mask>`
  return `<defs>${hole}</defs><g mask="url(#m)">${inner}</g><circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`
}

/** In the tray of Windows and Linux; with a warm dot while a deal needs an answer. */
export function trayIcon(size: number, answer: boolean): string {
  const grid = gridOf(size)
  const inner = tile(size, grid) + ringsFor(size, '#fff')
  return svg(size, grid, answer ? withDot(grid, inner, WARM) : inner)
}

/** In the menu bar of a Mac, which colours it itself: black and see-through alone. Drawn on 18 points. */
export function templateIcon(size: number, answer: boolean): string {
  const inner = ringsFor(18, '#000')
  return svg(size, 18, answer ? withDot(18, inner, '#000') : inner)
}

/** On the button of the taskbar of Windows: how many deals need an answer. */
export function badgeIcon(size: number, words: string): string {
  const letters = words.length > 1 ? 9 : 11.5
  const text = `<text x="8" y="${8 + letters * 0.36}" text-anchor="middle" font-family="Inter, Arial, sans-serif" font-weight="700" font-size="${letters}" fill="#fff">${words}</text>`
  return svg(size, 16, `<circle cx="8" cy="8" r="8" fill="${WARM_DEEP}"/>${text}`)
}
