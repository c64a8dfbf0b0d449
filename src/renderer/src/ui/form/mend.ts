const CONTROLS =
  'input, select, textarea, [role="radio"], [role="spinbutton"], button:not([role="option"]):not([disabled])'

function isEmpty(control: HTMLElement): boolean {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return !control.checked
  if ('value' in control && control.tagName !== 'BUTTON') return String(control.value).trim() === ''
  return control.hasAttribute('data-placeholder')
}
const isWrong = (control: HTMLElement): boolean => control.closest('[aria-invalid="true"]') !== null

/** How well a control answers what is asked for: wrong and empty best, then wrong, then empty; a button last. */
const weight = (control: HTMLElement): number =>
  (isWrong(control) ? 4 : 0) + (isEmpty(control) ? 2 : 0) + (control.tagName === 'BUTTON' ? 0 : 1)

const within = (part: HTMLElement): HTMLElement[] =>
  [...part.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) => control.tabIndex >= 0 || control.role === 'radio',
  )

/** The control of a part of a form that a person has to turn to; the part itself where it is one. */
export function controlToMend(part: HTMLElement): HTMLElement | null {
  if (part.matches(CONTROLS)) return part
  const controls = within(part)
  const best = Math.max(...controls.map(weight))
  return controls.find((control) => weight(control) === best) ?? null
}

/**
 * Leads to a field by its path ("team.1.phone"): to the control that carries it as `data-field`, or to what is to be
 * mended in the nearest part around it. False where the form has neither.
 */
export function goToField(form: HTMLElement, field: string): boolean {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const part = form.querySelector<HTMLElement>(`[data-field~="${path}"]`)
    const control = part && controlToMend(part)
    if (!control) continue
    control.scrollIntoView({ block: 'center' })
    control.focus()
    return true
  }
  return false
}

/** Leads to the first control that says it is wrong; where none does, to where one would begin. */
export function goToFirstFault(form: HTMLElement): void {
  const control = within(form).find(isWrong) ?? controlToMend(form)
  control?.focus()
}
