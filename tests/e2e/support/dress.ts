import { type Page, expect } from '@playwright/test'
import { callFrom } from './call.ts'
import { stretchWords } from './words-on-page.ts'

/** `x-long` is English stretched by 40 %: a language that does not exist, for measuring. */
export type DressLocale = 'en' | 'zh-CN' | 'x-long'

export interface Dress {
  readonly locale: DressLocale
  readonly theme: 'light' | 'dark'
  readonly size: Size
}
export interface Size {
  readonly width: number
  readonly height: number
}

export const LARGE: Size = { width: 1440, height: 900 }
export const SMALL: Size = { width: 1024, height: 700 }

/** Saves settings of the application through the procedure the screens use. */
const saveSettings = async (page: Page, settings: { locale: string; theme: string }): Promise<boolean> =>
  (await callFrom(page, 'settings.save', settings)).ok

/** What lies over the page and how many. */
const layers = (page: Page): Promise<number> => page.locator('[role="dialog"], [role="menu"]').count()

const isDressed = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dataset['theme'] ?? ''}`)

/** A frame after the last change was painted, and the fonts for it are there. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })

/** Back to what the system says, for whoever comes next to the same host. */
export const undress = (page: Page): Promise<boolean> =>
  saveSettings(page, { locale: 'system', theme: 'system' })

/**
 * Another language, theme or size for the page as it stands: saved like a choice of the person and heard as the news of
 * it, without a reload. What lies over the page stays open.
 */
export async function dress(page: Page, { locale, theme, size }: Dress): Promise<void> {
  const before = await layers(page)
  await page.setViewportSize(size)
  const spoken = locale === 'x-long' ? 'en' : locale
  if ((await isDressed(page)) !== `${spoken} ${theme}`) {
    expect(await saveSettings(page, { locale: spoken, theme })).toBe(true)
    // Asked at every frame: asking from outside would wait longer than the switch takes.
    await page.waitForFunction(
      ([language, colours]) => {
        const { lang, dataset } = document.documentElement
        return lang === language && dataset['theme'] === colours
      },
      [spoken, theme],
    )
  }
  await stretchWords(page, locale === 'x-long')
  await settled(page)
  expect(await layers(page), 'what lies over the page stays open').toBe(before)
}
