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
      for (const part of ['Solutions', 'Customers']) {
        await page.getByRole('button', { name: part, exact: true }).click()
        await page.locator('tbody tr').first().waitFor()
      }
    },
  },
  {
    name: 'places',
    path: '/pipeline',
    play: async (page) => {
      const places = ['Inbound', 'Outbound', 'Favorites', 'Directory', 'Settings', 'Today', 'Pipeline']
      for (const place of places) {
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click()
        await page.getByRole('heading', { level: 1, name: new RegExp(`^${place}`) }).waitFor()
      }
    },
  },
  {
    name: 'today',
    path: '/today',
    play: async (page) => {
      const answer = page.getByRole('button', { name: 'Accept…' }).first()
      await answer.click()
      await page.getByRole('dialog').waitFor()
      await type(page, ' for now')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Discard', exact: true }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await times(12, () => page.keyboard.press('Tab'))
    },
  },
  {
    name: 'filters',
    path: '/deals/outbound',
    play: async (page) => {
      await page.locator('[role="row"][data-index]').first().waitFor()
      const filter = page.getByRole('button', { name: 'Filter', exact: true })
      // A list remembers its filters: this one begins without.
      const clear = page.getByRole('button', { name: 'Clear all filters' })
      if (await clear.isVisible()) await clear.click()
      for (const [kind, choice] of [
        ['sta', 'won'],
        ['typ', 'co-sell'],
      ] as const) {
        await filter.click()
        await type(page, kind)
        await page.keyboard.press('Enter')
        await type(page, choice)
        await page.keyboard.press('Enter')
        await page.keyboard.press('Escape')
      }
      for (const name of ['Remove the filter Type', 'Remove the filter Status']) {
        await page.getByRole('button', { name }).click()
      }
    },
  },
  {
    name: 'palette',
    path: '/pipeline',
    play: async (page) => {
      await page.locator('[data-column="created"] [data-deal]').first().waitFor()
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').waitFor()
      await type(page, 'cloud migration')
      await times(6, () => page.keyboard.press('ArrowDown'))
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'new deal',
    path: '/new',
    play: async (page) => {
      await page.getByLabel('Company name').waitFor()
      await type(page, 'Brightwater')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await times(6, () => page.keyboard.press('Alt+ArrowRight'))
      await times(6, () => page.keyboard.press('Alt+ArrowLeft'))
      await page.keyboard.press('Alt+ArrowRight')
      await page.getByLabel('Deal name').focus()
      await type(page, 'Pharmacy kiosks')
    },
  },
]
