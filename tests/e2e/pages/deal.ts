import { type Locator, type Page, expect } from '@playwright/test'

/** The page of one deal. */
export class DealPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async shown(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible()
  }

  /** Name, value, date and type. */
  get head(): Locator {
    return this.page.getByRole('main').locator('header').first()
  }

  get lifecycle(): Locator {
    return this.page.getByRole('list', { name: 'Deal lifecycle' })
  }

  get timeline(): Locator {
    return this.page.getByRole('complementary', { name: 'Timeline' })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  get parties(): Locator {
    return this.page.getByRole('region', { name: 'Parties' })
  }

  /** The card of one party. */
  party(name: string): Locator {
    return this.parties.getByRole('article', { name })
  }

  /** In the dialog that invites a partner: their share, and one thing they sell. */
  async wants(value: string, solution: string): Promise<void> {
    await this.dialog.getByLabel('Their value').fill(value)
    await this.dialog.getByLabel('Search solutions').fill(solution)
    await this.dialog.getByRole('option', { name: new RegExp(`^${solution}`) }).click()
  }

  /** Changes name, value or both in the head. */
  async editHead(values: Readonly<Record<string, string>>): Promise<void> {
    await this.button('Edit').click()
    for (const [label, value] of Object.entries(values)) {
      await this.page.getByRole('textbox', { name: label, exact: true }).fill(value)
    }
    await this.page.keyboard.press('Enter')
  }

  /** Changes one detail where it stands. */
  async edit(label: string, value: string): Promise<void> {
    await this.page.getByRole('button', { name: `Edit ${label}`, exact: true }).click()
    await this.page.getByRole('textbox', { name: label, exact: true }).fill(value)
    await this.page.keyboard.press('Enter')
  }

  /** The events of the timeline, newest first, as their sentences. */
  async events(): Promise<string[]> {
    return this.timeline.locator('li p').allInnerTexts()
  }
}
