import type { BrowserContext, Page } from '@playwright/test'

const OVER = '[role="dialog"], [role="menu"]'

interface Watched extends Window {
  /** What had the focus before a dialog or menu took it. */
  focusOpener?: Element | null
  focusWalk?: { last: Element; look: string; readonly met: Set<Element> } | undefined
}

/** From the first page on, remembers who opened a dialog or a menu. */
export async function watchOpeners(context: BrowserContext): Promise<void> {
  await context.addInitScript((over) => {
    let last: Element | null = null
    const page = window as Watched
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element)) return
      if (target.closest(over) && !last?.closest(over)) page.focusOpener = last
      last = target
    })
  }, OVER)
}

/** Runs in the page after each Tab: what is wrong with this stop, or with the look of the one before. */
function lookAtStop(): { readonly faults: string[]; readonly done: boolean } {
  const page = window as Watched
  const faults: string[] = []
  const called = (element: Element): string => element.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 140)
  const dress = (element: Element): string => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
      getComputedStyle(element)
    const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`
    return [outline, boxShadow, borderColor, backgroundColor].join(' ')
  }
  /** The control, and the boxes that may wear the frame for it. */
  const lookOf = (element: Element): string =>
    [element, element.parentElement, element.parentElement?.parentElement]
      .map((each) => (each ? dress(each) : ''))
      .join('|')
  const isTabbable = (element: HTMLElement): boolean =>
    element.tabIndex >= 0 &&
    !element.matches(':disabled, [data-reka-focus-guard]') &&
    element.checkVisibility({ checkVisibilityCSS: true })

  const before = page.focusWalk
  const now = document.activeElement ?? document.body
  if (before?.last.isConnected && before.last !== now && lookOf(before.last) === before.look)
    faults.push(`the focus is not seen on ${called(before.last)}`)
  if (now === document.body) {
    const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea')]
    const last = stops.findLast(isTabbable)
    // Past the last stop the focus is with the browser; before that it is lost.
    const isAtEnd =
      !before || !last || !(before.last.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING)
    if (!isAtEnd) faults.push(`the focus is lost after ${called(before.last)}`)
    page.focusWalk = undefined
    return { faults, done: true }
  }
  const { width, height, left, top, right, bottom } = now.getBoundingClientRect()
  if (width < 1 || height < 1 || right < 0 || bottom < 0 || left > innerWidth || top > innerHeight)
    faults.push(`the focus is out of sight on ${called(now)}`)
  const met = before?.met ?? new Set()
  const done = met.has(now)
  met.add(now)
  page.focusWalk = done ? undefined : { last: now, look: lookOf(now), met }
  return { faults, done }
}

/** Walks the page by Tab until it comes round, or as far as `most` stops: what is wrong with the focus on the way. */
export async function walkByTab(page: Page, most = 60): Promise<string[]> {
  const faults: string[] = []
  await page.evaluate(() => ((window as Watched).focusWalk = undefined))
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(lookAtStop)
    faults.push(...seen.faults)
    if (seen.done) break
  }
  return faults
}

/** Whether the focus is on something. */
export const hasFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body)

/** Whether a dialog or a menu lies over the page. */
export const isCovered = async (page: Page): Promise<boolean> => (await page.locator(OVER).count()) > 0

/**
 * Where the focus is after a dialog or menu was closed, if that is wrong: on nothing, on something unseen, or elsewhere
 * than on what opened it although that is still there.
 */
export const focusFault = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const opener = (window as Watched).focusOpener
    const now = document.activeElement
    if (!now || now === document.body) return 'the focus is lost'
    if (!now.checkVisibility()) return 'the focus is on something that is not seen'
    if (opener?.isConnected && opener !== document.body && opener.checkVisibility() && now !== opener)
      return `the focus went to ${now.outerHTML.slice(0, 120)}, not back to ${opener.outerHTML.slice(0, 120)}`
    return null
  })
