import { type Locator, type Page, expect } from '@playwright/test'

type Place = 'Pipeline' | 'Inbound' | 'Outbound' | 'Favorites' | 'Directory' | 'Settings'

/** The frame around every screen. */
export class Shell {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async go(place: Place): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: place }).click()
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

  /** Opens the first deal a search finds. */
  async search(text: string): Promise<void> {
    await this.page.getByRole('combobox', { name: /Search deals/ }).fill(text)
    await this.page.getByRole('listbox', { name: 'Deals found' }).getByRole('option').first().click()
  }
}
