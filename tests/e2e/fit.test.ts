import type { Locator, Page } from '@playwright/test'
import type { SampleHost } from './support/sample-host.ts'
import { expect, lookingTest as test } from './support/test.ts'

/** A page of the sample pipeline, in the language of the browser. */
async function open(page: Page, sample: SampleHost, path: string): Promise<void> {
  await sample.admit(page)
  await page.goto(`${sample.host.link.origin}/#${path}`)
  await expect(page.locator('h1')).toBeVisible()
}
const cards = (page: Page | Locator) => page.locator('[data-deal]')

for (const locale of ['en-US', 'zh-CN']) {
  for (const viewport of [
    { width: 1024, height: 700 },
    { width: 1440, height: 900 },
  ]) {
    test.describe(`${locale} at ${viewport.width}`, () => {
      test.use({ locale, viewport })

      for (const tab of ['inbound', 'outbound']) {
        test(`the ${tab} list: each cell in one line`, async ({ page, sampleHost }) => {
          await open(page, sampleHost, `/deals/${tab}`)
          await expect(page.locator('.cell').first()).toBeVisible()
          const heights = await page
            .locator('.cell .left:visible')
            .evaluateAll((elements) => elements.map((element) => element.clientHeight))
          expect(heights.filter((height) => height > 24)).toEqual([])
        })
      }

      test('the list of solutions ends under a whole row, and goes on from there', async ({
        page,
        sampleHost,
      }) => {
        await open(page, sampleHost, '/new')
        await page
          .getByRole('button', { name: /Solutions|解决方案/ })
          .first()
          .click()
        const options = page.getByRole('option')
        await expect(options.nth(8)).toBeAttached()
        /** Rows of which a part is seen and a part is not. */
        const cut = () =>
          page.getByRole('listbox').evaluate((list) => {
            const box = list.parentElement!.getBoundingClientRect()
            return [...list.querySelectorAll('[role="option"]')].filter((option) => {
              const { top, bottom } = option.getBoundingClientRect()
              return top < box.bottom - 2 && bottom > box.bottom + 1
            }).length
          })
        expect(await cut()).toBe(0)
        await options.last().scrollIntoViewIfNeeded()
        expect(await cut()).toBe(0)
      })

      test('the menu of a card covers none of its words', async ({ page, sampleHost }) => {
        await open(page, sampleHost, '/pipeline')
        await expect(cards(page).first()).toBeVisible()
        const covered = await cards(page).evaluateAll((elements) =>
          elements.flatMap((card) => {
            const more = card.querySelector('.more')?.getBoundingClientRect()
            if (!more) return []
            const words = document.createRange()
            return [...card.querySelectorAll('h3 a, p, .heart')].flatMap((element) => {
              words.selectNodeContents(element)
              const hit = [...words.getClientRects()].some(
                (box) =>
                  box.right > more.left + 1 &&
                  box.left < more.right - 1 &&
                  box.top < more.bottom - 4 &&
                  box.bottom > more.top + 4,
              )
              return hit ? [element.textContent] : []
            })
          }),
        )
        expect(covered).toEqual([])
      })

      test('the menu of a card at the foot stands whole, over the board', async ({ page, sampleHost }) => {
        await open(page, sampleHost, '/pipeline')
        const card = cards(page.locator('[data-column="received"]')).nth(2)
        await card.scrollIntoViewIfNeeded()
        await card.hover()
        await card.locator('.more').click()
        const menu = page.getByRole('menu')
        await expect(menu.getByRole('menuitem')).toHaveCount(9)
        await expect
          .poll(() => menu.evaluate((element) => element.scrollHeight - element.clientHeight))
          .toBeLessThanOrEqual(1)
        const [box, main] = [await menu.boundingBox(), await page.locator('main').boundingBox()]
        expect(box!.width).toBeGreaterThanOrEqual(220)
        expect(box!.x).toBeGreaterThanOrEqual(main!.x)
        expect(box!.y + box!.height).toBeLessThanOrEqual(viewport.height)
      })
    })
  }
}

const barsOf = (page: Page): Promise<string[]> =>
  page.locator('body, body *').evaluateAll((elements) => [
    ...new Set(
      elements
        .map((element) => getComputedStyle(element))
        .filter(({ overflowY }) => overflowY === 'auto' || overflowY === 'scroll')
        .map(({ scrollbarWidth, scrollbarColor }) => `${scrollbarWidth} ${scrollbarColor !== 'auto'}`),
    ),
  ])

test('whatever scrolls has a thin bar in the colours of the theme', async ({ page, sampleHost }) => {
  for (const theme of ['light', 'dark']) {
    for (const [path, title] of [
      ['/pipeline', 'Pipeline'],
      ['/deals/outbound', 'Outbound'],
      ['/new', 'New deal'],
      ['/directory', 'Directory'],
      ['/settings', 'Settings'],
    ] as const) {
      await open(page, sampleHost, path)
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await page.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme)
      await expect.poll(() => barsOf(page)).toEqual(['thin true'])
    }
  }
})
