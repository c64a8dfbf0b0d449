import { type Locator, type Page, expect } from '@playwright/test'

/** Inbound, outbound and favorites. */
export class ListPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get grid(): Locator {
    return this.page.getByRole('grid')
  }

  /** The rows in view, without the heading. */
  get rows(): Locator {
    return this.grid.locator('[role="row"][data-index]')
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('link', { name, exact: true }) })
  }

  /** The rows as they are once nothing else is on its way. */
  async names(): Promise<string[]> {
    await expect(this.grid).toHaveAttribute('aria-busy', 'false')
    await expect(this.rows.first()).toBeVisible()
    return this.rows.locator('.name a').allInnerTexts()
  }

  async sortBy(column: string): Promise<void> {
    await this.grid.getByRole('columnheader').getByRole('button', { name: column }).click()
  }

  /** Adds a filter by mouse: its field, and what is chosen of it. */
  async filter(field: string, ...values: readonly string[]): Promise<void> {
    await this.page.getByRole('button', { name: 'Filter', exact: true }).click()
    await this.page.getByRole('option', { name: field, exact: true }).click()
    for (const value of values) await this.page.getByRole('option', { name: value }).click()
    await this.page.keyboard.press('Escape')
  }

  /** Views of this list: the whole and the saved ones. */
  get views(): Locator {
    return this.page.getByRole('tablist', { name: 'Views' })
  }

  view(name: string): Locator {
    return this.views.getByRole('tab', { name })
  }

  /** Keeps what is shown under a name. */
  async saveView(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Save this view' }).click()
    await this.page.getByRole('dialog').getByLabel('Name').fill(name)
    await this.page.keyboard.press('Enter')
    await expect(this.view(name)).toHaveAttribute('aria-selected', 'true')
  }

  /** The chips of the filters in force, as they read. */
  get chips(): Locator {
    return this.page.getByRole('group', { name: 'Filters' }).locator('.chip')
  }

  /** The headings of the columns, without the boxes and hearts. */
  async headings(): Promise<string[]> {
    return (await this.grid.getByRole('columnheader').allInnerTexts()).slice(2)
  }

  async count(count: number): Promise<void> {
    await expect(this.page.getByText(`${count} deal${count === 1 ? '' : 's'}`, { exact: true })).toBeVisible()
  }
}
