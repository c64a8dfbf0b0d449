import { SCREENS } from './screens/index.ts'
import { axeFindings } from './support/axe.ts'
import { type Dress, LARGE, SMALL, dress } from './support/dress.ts'
import { misfits } from './support/fit.ts'
import { focusFault, hasFocus, isCovered, walkByTab } from './support/focus.ts'
import { expect, screenTest as test } from './support/test.ts'
import { leftInEnglish } from './support/words-on-page.ts'

/** In this order the fewest things change from one to the next. `axe` asks for WCAG 2.2 A and AA. */
const LOOKS: readonly (Dress & { readonly axe?: 'all' | 'colour'; readonly fit?: boolean })[] = [
  { locale: 'en', theme: 'light', size: LARGE, axe: 'all', fit: true },
  { locale: 'en', theme: 'light', size: SMALL, fit: true },
  { locale: 'en', theme: 'dark', size: LARGE, axe: 'colour' },
  { locale: 'zh-CN', theme: 'dark', size: LARGE, axe: 'colour' },
  { locale: 'zh-CN', theme: 'light', size: LARGE, axe: 'all', fit: true },
  { locale: 'zh-CN', theme: 'light', size: SMALL, fit: true },
  { locale: 'x-long', theme: 'light', size: SMALL, fit: true },
  { locale: 'x-long', theme: 'light', size: LARGE, fit: true },
]

// A screen is opened once and then looked at in many ways: on a busy computer that takes its time.
test.describe.configure({ timeout: 240_000 })

for (const screen of SCREENS) {
  test(`${screen.name}: read, fit and walked`, async ({ stage }) => {
    const tandem = await stage(screen)
    const { page } = tandem
    await screen.open(tandem)
    for (const look of LOOKS) {
      await dress(page, look)
      const as = `${look.locale}, ${look.theme}, ${look.size.width}`
      if (look.axe) expect.soft(await axeFindings(page, look.axe), `axe: ${as}`).toEqual([])
      if (look.fit) expect.soft(await misfits(page), `fit: ${as}`).toEqual([])
      if (look.locale === 'zh-CN') expect.soft(await leftInEnglish(page), `words: ${as}`).toEqual([])
    }
    await dress(page, { locale: 'en', theme: 'light', size: LARGE })
    expect.soft(await walkByTab(page), 'focus').toEqual([])
    if (screen.stays || !(await isCovered(page))) return
    await page.keyboard.press('Escape')
    const discard = page.getByRole('button', { name: 'Discard', exact: true })
    if (await discard.isVisible()) await discard.click()
    else if (await isCovered(page)) await page.keyboard.press('Escape')
    await expect.poll(() => isCovered(page)).toBe(false)
    expect.soft(await hasFocus(page), 'the focus is on something').toBe(true)
    expect.soft(await focusFault(page)).toBeNull()
  })
}
