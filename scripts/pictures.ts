import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type Page, chromium } from 'playwright'
import { type SampleHost, startSampleHost } from '../tests/e2e/support/sample-host.ts'
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../tests/support/chromium.ts'

/** `npm run pictures`: the current screens as docs/pictures shows them, in both languages, themes and two sizes. */
const FOLDER = join(import.meta.dirname, '../docs/pictures')
const DEAL = 'Warehouse telemetry on Azure'

type Locale = 'en' | 'zh-CN'
type Theme = 'light' | 'dark'

interface Look {
  readonly locale: Locale
  readonly theme: Theme
  readonly width: number
  readonly height: number
}

const LOOKS: readonly Look[] = [
  ...(['en', 'zh-CN'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).map((theme) => ({ locale, theme, width: 1440, height: 900 })),
  ),
  { locale: 'en', theme: 'light', width: 1024, height: 700 },
  { locale: 'zh-CN', theme: 'light', width: 1024, height: 700 },
]

interface Screen {
  readonly name: string
  readonly path: (dealId: string) => string
  readonly ready: string
  readonly prepare?: (page: Page) => Promise<void>
}

const SCREENS: readonly Screen[] = [
  { name: 'board', path: () => '/pipeline', ready: '[data-deal]' },
  {
    name: 'board-lifted',
    path: () => '/pipeline',
    ready: '[data-deal]',
    prepare: async (page) => {
      await page.locator('[data-column="received"] [data-deal] h3 a').first().focus()
      await page.keyboard.press('Space')
      await page.locator('.refusal').first().waitFor()
      await page.keyboard.press('ArrowRight')
    },
  },
  { name: 'list', path: () => '/deals/inbound', ready: '[role="row"][data-index]' },
  { name: 'deal', path: (dealId) => `/deal/${dealId}`, ready: '.life' },
  {
    name: 'why-not',
    path: (dealId) => `/deal/${dealId}`,
    ready: '.life',
    prepare: async (page) => {
      await page.locator('.tool .glyph').nth(4).focus()
      await page.locator('.why').waitFor()
    },
  },
  {
    name: 'new-deal',
    path: () => '/new',
    ready: 'form.page',
    prepare: async (page) => {
      await page.locator('form.page [role="combobox"]').first().fill('Vennholt')
      await page.getByRole('option', { name: 'Vennholt' }).first().click()
      await page.locator('[data-field="name"] input').fill('Pharmacy kiosks')
      await page.locator('[data-field="value"] input').fill('48000')
      await page.locator('.side section:last-child button').first().click()
      await page.locator('.body').evaluate((body) => body.scrollTo(0, 0))
      // The list of what is missing follows when typing pauses.
      await page.waitForFunction(() => document.querySelectorAll('.side section:first-child li').length === 2)
    },
  },
  { name: 'settings', path: () => '/settings', ready: '.form' },
]

async function open(browser: Browser, look: Look, sample: SampleHost): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.theme,
    locale: look.locale,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await sample.admit(page)
  return page
}

async function takeAll(browser: Browser, look: Look, sample: SampleHost): Promise<number> {
  const page = await open(browser, look, sample)
  const { origin } = sample.host.link
  const size = look.width === 1440 ? '' : `.${look.width}`
  await page.goto(`${origin}/#/pipeline`)
  await page.locator('[data-deal]').first().waitFor()
  const card = page.locator('[data-deal]').filter({ hasText: DEAL })
  const dealId = (await card.getAttribute('data-deal'))!
  for (const screen of SCREENS) {
    await page.goto('about:blank')
    await page.goto(`${origin}/#${screen.path(dealId)}`)
    await page.locator(screen.ready).first().waitFor()
    await screen.prepare?.(page)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(FOLDER, `${screen.name}.${look.locale}.${look.theme}${size}.png`) })
  }
  await page.context().close()
  return SCREENS.length
}

mkdirSync(FOLDER, { recursive: true })
const executablePath = chromiumPath()
const browser = await chromium.launch({
  args: CHROMIUM_ARGUMENTS,
  ...(executablePath ? { executablePath } : {}),
})
const sample = await startSampleHost(browser)
try {
  let taken = 0
  for (const look of LOOKS) taken += await takeAll(browser, look, sample)
  process.stdout.write(`${taken} pictures in docs/pictures\n`)
} finally {
  await sample.host.stop()
  await browser.close()
}
