import type { Page } from '@playwright/test'

/**
 * Runs in the page. What is wrong with how its texts lie, a line each: text that leaves its box or is cut off, an
 * ellipsis that keeps the whole to itself, text that scrolls sideways, texts that print over each other. A box
 * whose columns stand side by side may move sideways (`data-fit="scrolls"`); what is drawn in one (`data-fit="drawn"`)
 * is not measured.
 */
function measure(): string[] {
  const SLACK = 1.5
  /** Glyphs are a little higher than the line they stand in. */
  const LINE_SLACK = 4
  const found = new Set<string>()
  interface Box {
    left: number
    right: number
    top: number
    bottom: number
  }
  interface Piece extends Box {
    readonly text: string
    readonly node: Text
    readonly element: Element
    readonly layer: Element
  }

  const called = (element: Element): string =>
    `${element.tagName.toLowerCase()}${[...element.classList].map((name) => `.${name}`).join('')}`
  const where = (element: Element): string =>
    [element.parentElement?.parentElement, element.parentElement, element]
      .flatMap((each) => (each ? [called(each)] : []))
      .join(' > ')
  const note = (what: string, text: string, element: Element): void => {
    found.add(`${what}: “${text.replaceAll(/\s+/g, ' ').trim().slice(0, 70)}” in ${where(element)}`)
  }
  const saysWhole = (element: Element, text: string): boolean => {
    const whole = text.replaceAll(/\s+/g, ' ').trim()
    const titled = element.closest('[title]')?.getAttribute('title') ?? ''
    return titled.replaceAll(/\s+/g, ' ').includes(whole)
  }
  const isInline = (style: CSSStyleDeclaration): boolean =>
    style.display === 'inline' || style.display === 'contents'
  const isSeeThrough = (colour: string): boolean => colour === 'transparent' || /[,/] ?0\)$/.test(colour)
  /** A positioned box with a ground of its own covers what is under it on purpose. */
  const layerOf = (element: Element): Element => {
    for (let each: Element | null = element; each; each = each.parentElement) {
      if (each.hasAttribute('data-reka-popper-content-wrapper')) return each
      const style = getComputedStyle(each)
      const floats =
        style.position === 'fixed' || style.position === 'absolute' || style.position === 'sticky'
      if (floats && !isSeeThrough(style.backgroundColor)) return each
    }
    return document.body
  }

  const isCut = (value: string): boolean => value === 'hidden' || value === 'clip'
  const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll'
  const noteCut = (what: string, style: CSSStyleDeclaration, { text, element }: Piece): void => {
    const isShortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
    if (!isShortened) note(what, text, element)
    else if (!saysWhole(element, text)) note('shortened for good', text, element)
  }

  /** Notes where a piece leaves the boxes around it, and cuts it to what is seen of it; false: nothing is. */
  function shown(piece: Piece): boolean {
    /** Between a box that is taken out of the flow and the one it is placed in, nothing holds it. */
    let isLoose = false
    /** What lies over the page on a ground of its own may lie outside of what it belongs to. */
    let liesOver = false
    /** What sticks leaves its place in the flow, as far as its scroller goes. */
    let isStuck = false
    for (let box: Element | null = piece.element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (isInline(style) || (isLoose && style.position === 'static')) continue
      const { overflowX, overflowY, position } = style
      const edge = box.getBoundingClientRect()
      const isOver = piece.top < edge.top - LINE_SLACK || piece.bottom > edge.bottom + LINE_SLACK
      const isOut = piece.left < edge.left - SLACK || piece.right > edge.right + SLACK
      if (isOver && isCut(overflowY)) noteCut('cut off below', style, piece)
      else if (isOver && !scrolls(overflowY) && !isStuck && !liesOver)
        note('below its box', piece.text, piece.element)
      if (isOut && isCut(overflowX)) noteCut('cut off', style, piece)
      else if (isOut && scrolls(overflowX)) {
        if (box.getAttribute('data-fit') !== 'scrolls') note('scrolls sideways', piece.text, piece.element)
      } else if (isOut && !isStuck && !liesOver) note('past its box', piece.text, piece.element)
      if (overflowY !== 'visible') {
        piece.top = Math.max(piece.top, edge.top)
        piece.bottom = Math.min(piece.bottom, edge.bottom)
      }
      if (overflowX !== 'visible') {
        piece.left = Math.max(piece.left, edge.left)
        piece.right = Math.min(piece.right, edge.right)
      }
      if (piece.bottom - piece.top < LINE_SLACK || piece.right - piece.left < SLACK) return false
      if (position === 'fixed') break
      if (scrolls(overflowY) || scrolls(overflowX)) isStuck = false
      if (position === 'sticky') isStuck = true
      isLoose = position === 'absolute'
      if (isLoose && !isSeeThrough(style.backgroundColor)) liesOver = true
    }
    return true
  }

  function piecesOf(text: Text): Piece[] {
    const element = text.parentElement!
    if (
      text.data.trim() === '' ||
      element.closest('[data-fit="drawn"], .sr, script, style, textarea, select, option')
    )
      return []
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return []
    for (let box: Element | null = element; box; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (style.clipPath === 'inset(50%)') return []
    }
    const range = document.createRange()
    range.selectNodeContents(text)
    const layer = layerOf(element)
    return [...range.getClientRects()]
      .filter(({ width, height }) => width > 1 && height > 1)
      .map(({ left, right, top, bottom }) => ({
        left,
        right,
        top,
        bottom,
        text: text.data,
        node: text,
        element,
        layer,
      }))
      .filter(shown)
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const pieces: Piece[] = []
  while (walker.nextNode()) pieces.push(...piecesOf(walker.currentNode as Text))
  for (const piece of pieces) {
    if (piece.left < -SLACK || piece.right > innerWidth + SLACK)
      note('outside the window', piece.text, piece.element)
  }

  /** The part of a line in which small letters stand. */
  const core = ({ top, bottom }: Box): readonly [number, number] => {
    const rim = (bottom - top) * 0.2
    return [top + rim, bottom - rim]
  }
  pieces.sort((one, other) => one.top - other.top)
  pieces.forEach((one, index) => {
    const [, foot] = core(one)
    for (let next = index + 1; next < pieces.length; next += 1) {
      const other = pieces[next]!
      if (other.top > one.bottom) break
      const [head] = core(other)
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      if (one.node !== other.node && one.layer === other.layer && across > 2 && foot - head > 1)
        note(`prints over “${other.text.trim().slice(0, 40)}”`, one.text, one.element)
    }
  })

  const pen = document.createElement('canvas').getContext('2d')!
  for (const control of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    if (!control.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue
    const isSelect = control instanceof HTMLSelectElement
    const text = isSelect ? (control.selectedOptions[0]?.text ?? '') : control.value || control.placeholder
    if (text === '' || (!isSelect && control.value !== '') || control.closest('[data-fit="drawn"], .sr'))
      continue
    const style = getComputedStyle(control)
    pen.font = style.font
    const room = control.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    if (pen.measureText(text).width > room + SLACK && !saysWhole(control, text))
      note('does not fit its field', text, control)
  }

  const page = document.documentElement
  if (page.scrollWidth > page.clientWidth || document.body.scrollWidth > innerWidth)
    found.add(`the window scrolls sideways: ${document.body.scrollWidth} in ${innerWidth}`)
  return [...found]
}

/** How the texts of the page lie: what is wrong, a line each. */
export const misfits = (page: Page): Promise<string[]> => page.evaluate(measure)
