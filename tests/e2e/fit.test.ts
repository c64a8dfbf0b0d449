import type { Locator, Page } from '@playwright/test'
import type { SampleHost } from './support/sample-host.ts'
import { expect, lookingTest as test } from './support/test.ts'

/** What prints over its neighbour or past its edge: text wider than its place that isn't ended with an ellipsis. */
const overprints = (page: Page, places: string): Promise<string[]> =>
  page.locator(places).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const place = element.getBoundingClientRect()
      const inside = [...element.querySelectorAll<HTMLElement>('*')].some((child) => {
        const box = child.getBoundingClientRect()
        return box.width > 1 && (box.right > place.right + 1 || box.bottom > place.bottom + 1)
      })
      return inside || element.scrollWidth > element.clientWidth + 1 ? [element.textContent] : []
    }),
  )

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
        test(`the ${tab} list: nothing prints over anything, in one line each`, async ({
          page,
          sampleHost,
        }) => {
          await open(page, sampleHost, `/deals/${tab}`)
          await expect(page.locator('.cell').first()).toBeVisible()
          expect(await overprints(page, '.cell:visible')).toEqual([])
          const heights = await page
            .locator('.cell .left:visible')
            .evaluateAll((elements) => elements.map((element) => element.clientHeight))
          expect(heights.filter((height) => height > 24)).toEqual([])
        })
      }

      for (const name of ['Tannery quality', 'Shuttle fleet', 'Crane telemetry', 'Server estate']) {
        test(`the lifecycle of ${name}: all of it in view, nothing over anything`, async ({
          page,
          sampleHost,
        }) => {
          await open(page, sampleHost, '/pipeline')
          await page.getByRole('combobox').first().fill(name)
          await page.getByRole('listbox').getByRole('option').first().click()
          const bar = page.locator('.life')
          await expect(bar).toBeVisible()
          expect(await overprints(page, '.life li:visible')).toEqual([])
          expect(await bar.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
        })
      }

      test('the cards: nothing prints over anything, and the menu covers none of it', async ({
        page,
        sampleHost,
      }) => {
        await open(page, sampleHost, '/pipeline')
        await expect(cards(page).first()).toBeVisible()
        expect(await overprints(page, '[data-deal] p')).toEqual([])
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

      test('the directory: nothing prints over anything', async ({ page, sampleHost }) => {
        await open(page, sampleHost, '/directory')
        for (const part of [0, 1, 2]) {
          await page.locator('.segments button').nth(part).click()
          await expect(page.locator('tbody tr').first()).toBeVisible()
          expect(await overprints(page, '.pagebar, .pagebar button, th:visible, td:visible')).toEqual([])
        }
      })

      test('a new deal with a partner: nothing prints over anything', async ({ page, sampleHost }) => {
        await open(page, sampleHost, '/new')
        await page
          .locator('[data-field="name"] input')
          .fill('A rather long name of a deal that was begun once')
        await page.locator('button.add').click()
        await page.locator('.foot [type="submit"]').click()
        await expect(page.locator('fieldset .note.bad').first()).toBeVisible()
        await expect(page.locator('.pagebar .state')).toBeVisible()
        const places = '.pagebar, .pagebar button, fieldset .field, .side li, .foot'
        expect(await overprints(page, places)).toEqual([])
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
