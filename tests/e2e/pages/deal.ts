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
