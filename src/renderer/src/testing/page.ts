/** The page as a person finds their way on it: by names, labels and words. */

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? words(element)

function only<T extends Element>(found: readonly T[], what: string): T {
  if (found.length !== 1) throw new Error(`${what}: found ${found.length} times on\n${words(document.body)}`)
  return found[0]!
}

const within = <T extends Element>(selector: string, root: ParentNode): T[] => [
  ...root.querySelectorAll<T>(selector),
]

/** All the words on the page, blanks run together. */
export const pageWords = (root: Element = document.body): string => words(root)

/** The words of every element a selector finds. */
export const wordsOf = (selector: string, root: ParentNode = document): string[] =>
  within(selector, root).map(words)

/** The one button of this name. */
export const button = (name: string, root: ParentNode = document): HTMLButtonElement =>
  only(
    within<HTMLButtonElement>('button', root).filter((element) => nameOf(element) === name),
    `button ${name}`,
  )

/** Whether there is a button of this name. */
export const hasButton = (name: string, root: ParentNode = document): boolean =>
  within('button', root).some((element) => nameOf(element) === name)

/** The one element of a role, of this name where one is given. */
export const role = (kind: string, name?: string, root: ParentNode = document): HTMLElement =>
  only(
    within<HTMLElement>(`[role="${kind}"]`, root).filter(
      (element) => name === undefined || nameOf(element) === name,
    ),
    `${kind} ${name ?? ''}`,
  )

/** Whether anything of a role is there. */
export const hasRole = (kind: string): boolean => document.querySelector(`[role="${kind}"]`) !== null

/** The one control of this label: its own, or the one that stands beside it. */
export function field(label: string, root: ParentNode = document): HTMLInputElement {
  const named = within<HTMLInputElement>('input, select, textarea', root).filter(
    (element) => element.getAttribute('aria-label') === label,
  )
  const labels = within<HTMLLabelElement>('label', root).filter(
    (element) => words(element) === label || words(element.firstChild as Element) === label,
  )
  const pointed = labels.flatMap((element) => {
    const target = element.htmlFor ? document.getElementById(element.htmlFor) : element.querySelector('input')
    return target ? [target as HTMLInputElement] : []
  })
  return only([...new Set([...named, ...pointed])], `field ${label}`)
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

/** Types into a control, or chooses in a list. */
export async function write(control: HTMLInputElement, text: string): Promise<void> {
  control.value = text
  control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
  await settled()
}

export async function click(element: HTMLElement): Promise<void> {
  element.click()
  await settled()
}

/** Presses a key on an element; gives the event, so that a test sees whether it was taken. */
export async function press(element: HTMLElement, key: string, more: KeyboardEventInit = {}): Promise<Event> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  element.dispatchEvent(event)
  await settled()
  return event
}
