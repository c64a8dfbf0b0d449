import { type Locator, type Page, expect } from '@playwright/test'

export type Column =
  | 'received'
  | 'created'
  | 'qualified'
  | 'developed'
  | 'proposed'
  | 'negotiated'
  | 'secure-customer-loe'
  | 'collect-data'
  | 'prepare-report'
  | 'present-to-customer'
  | 'won'
  | 'lost'

/** The pipeline board. */
export class BoardPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async shown(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Pipeline' })).toBeVisible()
    await expect(this.page.locator('[data-deal]').first()).toBeVisible()
  }

  column(column: Column): Locator {
    return this.page.locator(`[data-column="${column}"]`)
  }

  card(name: string): Locator {
    return this.page
      .locator('[data-deal]')
      .filter({ has: this.page.getByRole('link', { name, exact: true }) })
  }

  handle(name: string): Locator {
    return this.card(name).getByRole('link', { name, exact: true })
  }

  async count(column: Column): Promise<number> {
    return Number(await this.column(column).locator('h2 .count').innerText())
  }

  /** The card stands in this column. */
  async stands(name: string, column: Column): Promise<void> {
    await expect(this.column(column).getByRole('link', { name, exact: true })).toBeVisible()
  }

  /** Picks a card up with the mouse and carries it over a column, without letting go. */
  async carry(name: string, column: Column): Promise<void> {
    const from = await this.card(name).boundingBox()
    const to = await this.column(column).boundingBox()
    if (!from || !to) throw new Error('nothing to drag')
    const { mouse } = this.page
    await mouse.move(from.x + 30, from.y + 12)
    await mouse.down()
    await mouse.move(from.x + 50, from.y + 30, { steps: 4 })
    await mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 })
  }

  async drag(name: string, column: Column): Promise<void> {
    await this.carry(name, column)
    await this.page.mouse.up()
  }

  /** Lifts a card by keyboard and carries it so many columns to the right (negative: left). */
  async lift(name: string, columns: number): Promise<void> {
    await this.handle(name).focus()
    await this.page.keyboard.press('Space')
    await expect(this.page.locator('[aria-live="assertive"]')).toContainText('lifted')
    for (let step = 0; step < Math.abs(columns); step += 1) {
      await this.page.keyboard.press(columns > 0 ? 'ArrowRight' : 'ArrowLeft')
    }
  }

  /** The band that says from when the board is. */
  get past(): Locator {
    return this.page.getByRole('status').filter({ hasText: 'The pipeline as it was on' })
  }

  /** Looks at the board of a week ago. */
  async lookBack(): Promise<void> {
    await this.page.getByRole('button', { name: 'As of…' }).click()
    await expect(this.past).toBeVisible()
    await expect(this.page.getByRole('slider')).toBeVisible()
  }

  async open(name: string): Promise<void> {
    await this.handle(name).click()
  }
}
