import { LOCALES, type Settings, THEMES, type Theme } from '#shared/domain/settings.ts'
import { FIRST_SCREEN, keptAddress } from './address.ts'
import type { Rect } from './placement.ts'
import { ZOOMS } from './zoom.ts'

/** What the window is like on this computer; and of the settings what it needs before they can be asked for. */
export interface Remembered {
  readonly bounds: Rect | null
  readonly maximized: boolean
  readonly fullScreen: boolean
  readonly zoom: number
  /** The screen that was shown last. */
  readonly address: string
  readonly theme: Theme
  readonly locale: Settings['locale']
}

/** Before anything is. */
export const NOTHING_REMEMBERED: Remembered = {
  bounds: null,
  maximized: false,
  fullScreen: false,
  zoom: 1,
  address: FIRST_SCREEN,
  theme: 'system',
  locale: 'system',
}

type Fields = Readonly<Partial<Record<keyof Remembered | keyof Rect, unknown>>>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? value : {})
const pixels = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= 1_000_000

function boundsIn(value: unknown): Rect | null {
  const { x, y, width, height } = fieldsOf(value)
  const isRect = pixels(x) && pixels(y) && pixels(width) && pixels(height) && width > 0 && height > 0
  return isRect ? { x, y, width, height } : null
}

const oneOf = <T>(all: readonly T[], value: unknown, other: T): T => all.find((one) => one === value) ?? other

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The theme that stands in something, else the system's. */
export const themeIn = (value: unknown): Theme => oneOf<Theme>(THEMES, fieldsOf(value).theme, 'system')
/** The language that stands in something, else the system's. */
export const localeIn = (value: unknown): Settings['locale'] =>
  oneOf<Settings['locale']>(LOCALES, fieldsOf(value).locale, 'system')

/** Reads what an earlier start wrote, or anybody else: what does not hold in it is as if nothing had been said of it. */
export function readRemembered(text: string): Remembered {
  const fields = fieldsOf(parsed(text))
  const { bounds, maximized, fullScreen, zoom, address } = fields
  const isZoom = typeof zoom === 'number' && zoom >= ZOOMS[0] && zoom <= ZOOMS.at(-1)!
  return {
    bounds: boundsIn(bounds),
    maximized: maximized === true,
    fullScreen: fullScreen === true,
    zoom: isZoom ? zoom : NOTHING_REMEMBERED.zoom,
    address: (typeof address === 'string' ? keptAddress(address) : null) ?? FIRST_SCREEN,
    theme: themeIn(fields),
    locale: localeIn(fields),
  }
}
