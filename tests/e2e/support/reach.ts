import type { Page } from '@playwright/test'

/** Runs in the page. What a person can't get at: a control that no scrolling brings into view, or that lies under something. */
async function outOfReach(): Promise<string[]> {
  const LEAST = 8
  const found: string[] = []
  const over = [...document.querySelectorAll('[role="dialog"], [role="menu"]')].at(-1)
  const controls = (over ?? document).querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, [role="menuitem"], [role="radio"], [role="spinbutton"]',
  )
  for (const control of controls) {
    if (control.matches(':disabled, [type="file"], [aria-hidden="true"]') || control.closest('.sr, [hidden]'))
      continue
    if (!control.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) continue
    control.scrollIntoView({ block: 'center', inline: 'center' })
    const called = control.outerHTML.replaceAll(/\s+/g, ' ').slice(0, 150)
    const { left, right, top, bottom } = control.getBoundingClientRect()
    const across = Math.min(right, innerWidth) - Math.max(left, 0)
    const down = Math.min(bottom, innerHeight) - Math.max(top, 0)
    if (across < Math.min(LEAST, right - left) || down < Math.min(LEAST, bottom - top)) {
      found.push(`out of the window: ${called}`)
      continue
    }
    const hit = document.elementFromPoint(
      (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
      (top + bottom) / 2,
    )
    const isReached =
      hit && (control.contains(hit) || hit.contains(control) || hit.closest('label')?.contains(control))
    if (!isReached)
      found.push(`under something: ${called} is under ${hit?.outerHTML.slice(0, 80) ?? 'nothing'}`)
  }
  return found
}

/** The controls of the page, or of what lies over it, that a person can't get at by scrolling: a line each. */
export const unreachable = (page: Page): Promise<string[]> => page.evaluate(outOfReach)
