/** A rectangle on the desktop, in pixels of the system's scale: what Electron measures displays and windows in. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
type Size = Pick<Rect, 'width' | 'height'>

/** The size of the first start. */
export const USUAL: Size = { width: 1440, height: 900 }
/** Below it the screens have no room. */
export const SMALLEST: Size = { width: 1024, height: 700 }
/** The strip a window is moved by. */
const TITLE_BAR = 32
/** So much of it has to be in reach of the mouse. */
export const GRIP: Size = { width: 160, height: 24 }

const between = (low: number, value: number, high: number): number => Math.max(low, Math.min(value, high))

/** What two rectangles have in common; its sides are 0 where that is nothing. */
export function overlap(a: Rect, b: Rect): Size {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? { width, height } : { width: 0, height: 0 }
}

/** Whether enough of a window's title bar lies on one of the work areas to move it by. */
export function isInReach(window: Rect, workAreas: readonly Rect[]): boolean {
  const titleBar = { ...window, height: TITLE_BAR }
  return workAreas.some((area) => {
    const { width, height } = overlap(titleBar, area)
    return width >= GRIP.width && height >= GRIP.height
  })
}

/** The work area that has most of a window; null: none has any of it. */
function homeOf(window: Rect, workAreas: readonly Rect[]): Rect | null {
  const shares = workAreas.map((area) => {
    const { width, height } = overlap(window, area)
    return { area, share: width * height }
  })
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a), { area: null, share: 0 } as {
    area: Rect | null
    share: number
  })
  return best.area
}

/** Where a window is to open, and how small it may be made there. */
export interface Place {
  readonly bounds: Rect
  readonly smallest: Size
}

/**
 * The place of a window among the displays there are now. It goes where it was as long as its title bar can be reached
 * there; else all of it is pushed onto the display that has most of it; and where its display is gone it stands in the
 * middle of the primary one. It is never larger than a work area, nor smaller than the screens need, unless the display
 * is. `workAreas`: the primary one first.
 */
export function place(saved: Rect | null, workAreas: readonly Rect[]): Place {
  const [primary = { x: 0, y: 0, ...USUAL }] = workAreas
  const home = saved && homeOf(saved, workAreas)
  const area = home ?? primary
  const smallest = {
    width: Math.min(SMALLEST.width, area.width),
    height: Math.min(SMALLEST.height, area.height),
  }
  const wanted = saved ?? USUAL
  const size = {
    width: between(smallest.width, wanted.width, area.width),
    height: between(smallest.height, wanted.height, area.height),
  }
  if (!saved || !home) {
    const x = area.x + Math.floor((area.width - size.width) / 2)
    const y = area.y + Math.floor((area.height - size.height) / 2)
    return { bounds: { x, y, ...size }, smallest }
  }
  const there = { x: saved.x, y: saved.y, ...size }
  if (isInReach(there, workAreas)) return { bounds: there, smallest }
  const x = between(area.x, there.x, area.x + area.width - size.width)
  const y = between(area.y, there.y, area.y + area.height - size.height)
  return { bounds: { x, y, ...size }, smallest }
}
