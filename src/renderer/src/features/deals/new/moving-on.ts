/** Where Enter leads on. Everywhere else it is the control's own: it presses, opens, begins a line. */
const FIELDS = 'input, select, [role="spinbutton"], [role="radio"], h2'
const STOPS = '[aria-required="true"], [data-next] input'

/** What belongs together is one stop: the parts of a date, the line for the next person. */
const placeOf = (control: Element): Element =>
  control.closest('[data-next]') ?? control.closest('[data-field]') ?? control

function stopsOf(body: HTMLElement): HTMLElement[] {
  const first = new Map<Element, HTMLElement>()
  for (const stop of body.querySelectorAll<HTMLElement>(STOPS)) {
    if (!first.has(placeOf(stop))) first.set(placeOf(stop), stop)
  }
  return [...first.values()]
}
const isEmpty = (control: HTMLElement): boolean =>
  'value' in control ? String(control.value).trim() === '' : control.hasAttribute('data-placeholder')

function focusWhole(control: HTMLElement): void {
  control.focus()
  if (control instanceof HTMLInputElement) control.select()
}

/**
 * Leads to where a step begins: to the first field that has to be filled in and is not, else to its first one. A step
 * without fields begins at its heading: Enter there leads on, and presses nothing unawares.
 */
export function beginStep(body: HTMLElement): void {
  const start =
    body.querySelector<HTMLElement>('[data-start]') ??
    stopsOf(body).find(isEmpty) ??
    body.querySelector<HTMLElement>('[role="radio"][aria-checked="true"]') ??
    body.querySelector<HTMLElement>('input:not([type="hidden"]), select, [role="spinbutton"]') ??
    body.querySelector<HTMLElement>('h2')
  if (start) focusWhole(start)
}

/** Enter in a field leads to the next one that has to be filled in; false where the step has none after it. */
export function leadOn(body: HTMLElement, from: HTMLElement): boolean {
  const next = stopsOf(body).find(
    (stop) =>
      placeOf(stop) !== placeOf(from) &&
      (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  )
  if (next) focusWhole(next)
  return next !== undefined
}

/** The field in which Enter was pressed, where it may lead on. */
export function enteredField(event: KeyboardEvent): HTMLElement | null {
  if (event.shiftKey || event.repeat || !(event.target instanceof Element)) return null
  return event.target.closest<HTMLElement>(FIELDS)
}
