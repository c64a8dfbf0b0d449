import { type Locator, type Page, expect } from '@playwright/test'

type Place =
  | 'Today'
  | 'Pipeline'
  | 'Inbound'
  | 'Outbound'
  | 'All deals'
  | 'Favorites'
  | 'Insights'
  | 'Directory'
  | 'Settings'

/** The frame around every screen. */
export class Shell {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async go(place: Place): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: place })).toBeVisible()
  }

  async newDeal(): Promise<void> {
    await this.page.getByRole('button', { name: 'New deal', exact: true }).click()
  }

  /** What screen readers were told last. */
  get spoken(): Locator {
    return this.page.locator('[aria-live="assertive"]')
  }

  /** What was just done, at the foot of the screen. */
  get toast(): Locator {
    return this.page.getByRole('status', { name: 'What was just done' })
  }

  /** Where one searches and says what to do. */
  get palette(): Locator {
    return this.page.getByRole('dialog', { name: 'Search and commands' })
  }

  /** Opens the palette by its field in the top bar, and types. */
  async type(text: string): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: /^Search deals/ })
      .click()
    await this.palette.getByRole('combobox').fill(text)
  }

  /** Opens the first deal a search finds. */
  async search(text: string): Promise<void> {
    await this.type(text)
    await this.palette.getByRole('option', { name: 'Open deal' }).click()
  }
}
