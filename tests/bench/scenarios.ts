import type { Page } from 'playwright'

/** What a person does on one screen, key by key and click by click. */
export interface Scenario {
  readonly name: string
  readonly path: string
  readonly play: (page: Page) => Promise<void>
}

async function times(count: number, act: () => Promise<void>): Promise<void> {
  for (let left = count; left > 0; left -= 1) await act()
}
/** Types as a hand does: each letter is an interaction of its own. */
const type = (page: Page, text: string) => page.keyboard.type(text, { delay: 60 })

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'board by keyboard',
    path: '/pipeline',
    play: async (page) => {
      await page.locator('[data-column="created"] [data-deal] h3 a').first().focus()
      await times(12, () => page.keyboard.press('ArrowDown'))
      await times(4, () => page.keyboard.press('ArrowRight'))
      await page.keyboard.press('Space')
      await times(2, () => page.keyboard.press('ArrowRight'))
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'board by mouse',
    path: '/pipeline',
    play: async (page) => {
      const card = page.locator('[data-column="qualified"] [data-deal]').nth(1)
      await card.hover()
      await card.locator('.more').click()
      await page.getByRole('menu').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Solution assessment' }).click()
      await page.getByRole('button', { name: 'Standard' }).click()
      await page.locator('[data-column="qualified"] [data-deal]').first().waitFor()
    },
  },
  {
    name: 'list',
    path: '/deals/outbound',
    play: async (page) => {
      await page.locator('[role="row"][data-index]').first().waitFor()
      await page.locator('[role="row"][data-index]').first().focus()
      await times(15, () => page.keyboard.press('j'))
      await times(3, () => page.keyboard.press('x'))
      await page.keyboard.press('Escape')
      for (const column of ['Customer', 'Value', 'Close date']) {
        await page.getByRole('columnheader').getByRole('button', { name: column }).click()
        await page.locator('[role="row"][data-index]').first().waitFor()
      }
    },
  },
  {
    name: 'deal',
    path: '/pipeline',
    play: async (page) => {
      await page.locator('[data-column="qualified"] [data-deal] h3 a').first().click()
      await page.locator('.life').waitFor()
      await page.getByRole('button', { name: 'Lost…', exact: true }).click()
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Edit Notes/ }).click()
      await type(page, 'Board decides on Friday')
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'directory',
    path: '/directory',
    play: async (page) => {
      for (const part of ['Solutions', 'Partners', 'Customers']) {
        await page.getByRole('button', { name: part, exact: true }).click()
        await page.locator('tbody tr').first().waitFor()
      }
    },
  },
  {
    name: 'places',
    path: '/pipeline',
    play: async (page) => {
      for (const place of ['Inbound', 'Outbound', 'Favorites', 'Directory', 'Settings', 'Pipeline']) {
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click()
        await page.getByRole('heading', { level: 1, name: place }).waitFor()
      }
    },
  },
]
