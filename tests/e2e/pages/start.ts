import { type Page, expect } from '@playwright/test'

const CHOICE = {
  sample: /Explore with the sample pipeline/,
  import: /Import from Partner Center/,
  empty: /Start empty/,
}

/** The first run. */
export class StartPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async shown(): Promise<void> {
    await expect(this.page.getByLabel('Your company')).toBeVisible()
  }

  async begin(choice: keyof typeof CHOICE, company = 'Kestrel Cloud'): Promise<void> {
    await this.page.getByLabel('Your company').fill(company)
    await this.page.getByLabel('Your first name').fill('Mara')
    await this.page.getByLabel('Your last name').fill('Lindqvist')
    await this.page.getByRole('button', { name: CHOICE[choice] }).click()
  }
}
