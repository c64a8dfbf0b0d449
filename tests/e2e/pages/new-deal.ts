import { type Locator, type Page, expect } from '@playwright/test'

/** What a deal needs at least. */
export interface DealInput {
  readonly customer: string
  readonly country: string
  readonly name: string
  readonly value: string
  /** Month, day, year as they are typed. */
  readonly closeDate: readonly [string, string, string]
  readonly solution: string
}

export type Step =
  'Customer' | 'Details' | 'Team' | 'Solutions' | 'Help from Microsoft' | 'Partners' | 'Review and consent'

/** The wizard in which a deal is created. */
export class NewDealPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async shown(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'New deal' })).toBeVisible()
  }

  /** A step in the rail, with how it stands. */
  inRail(name: Step): Locator {
    const rail = this.page.getByRole('navigation', { name: 'Steps' })
    return rail.getByRole('button', { name: new RegExp(`^${name}`) })
  }

  /** The step in view. */
  get body(): Locator {
    return this.page.locator('form').getByRole('region')
  }

  async step(name: Step): Promise<void> {
    await this.inRail(name).click()
    await expect(this.page.getByRole('region', { name })).toBeVisible()
  }

  get missing(): Locator {
    return this.page.getByRole('heading', { name: 'Still missing' }).locator('..').getByRole('listitem')
  }

  async fill(deal: DealInput): Promise<void> {
    const { page } = this
    await this.step('Customer')
    await page.getByLabel('Country').selectOption({ label: deal.country })
    await page.getByLabel('Company name').fill(deal.customer)
    await page.getByRole('option', { name: `Add “${deal.customer}” as a new customer` }).click()
    await this.step('Details')
    await page.getByLabel('Deal name').fill(deal.name)
    await page.getByLabel('Estimated value').fill(deal.value)
    await this.fillDate(deal.closeDate)
    await this.step('Solutions')
    await page.getByLabel('Search solutions').fill(deal.solution)
    await page
      .getByRole('option', { name: new RegExp(`^${deal.solution}`) })
      .first()
      .click()
  }

  async fillDate(parts: readonly [string, string, string]): Promise<void> {
    await this.page.getByRole('spinbutton', { name: /month/i }).first().click()
    for (const part of parts) await this.page.keyboard.type(part)
  }

  /** Adds a person of an earlier deal. */
  async addRecent(name: string): Promise<void> {
    await this.step('Team')
    await this.page.getByRole('button', { name: `Add ${name}`, exact: true }).click()
  }

  /** The form of one invitation, the first is 1. */
  partner(number: number): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^Partner ${number}`) })
  }

  /** Begins the invitation of a partner that is not in the directory yet. */
  async addPartner(name: string): Promise<void> {
    await this.step('Partners')
    await this.page.getByRole('button', { name: 'Invite a partner', exact: true }).click()
    const partner = this.page.getByRole('group', { name: /^Partner \d/ }).last()
    await partner.getByLabel('Partner', { exact: true }).fill(name)
    await partner.getByRole('option', { name: `Add “${name}” as a new partner` }).click()
  }

  /** Everything typed so far was saved as a draft. */
  async kept(): Promise<void> {
    await expect(this.page.getByText(/^Draft saved \d\d:\d\d:\d\d$/)).toBeVisible()
  }

  /** Creates the deal; while something is missing, that leads to the first of it. */
  async create(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create deal' }).click({ force: true })
  }
}
