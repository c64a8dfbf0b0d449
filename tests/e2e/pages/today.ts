import { type Locator, type Page, expect } from '@playwright/test'

export type Section = 'answers' | 'invitations' | 'registrations' | 'overdue' | 'still'

/** What needs the person today. */
export class TodayPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get list(): Locator {
    return this.page.getByRole('region', { name: 'What needs you now' })
  }

  section(section: Section): Locator {
    return this.list.locator(`section[aria-labelledby="today-${section}"]`)
  }

  /** A row of a section, by the name of its deal. */
  row(section: Section, name: string): Locator {
    return this.section(section)
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name, exact: true }) })
  }

  name(section: Section, name: string): Locator {
    return this.row(section, name).getByRole('link', { name, exact: true })
  }

  async act(section: Section, name: string, action: string): Promise<void> {
    await this.row(section, name).getByRole('button', { name: action, exact: true }).click()
  }

  async shown(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible()
    await expect(this.section('answers').getByRole('listitem').first()).toBeVisible()
  }

  /** How much needs the person, as the rail counts it. */
  get needs(): Locator {
    return this.page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /^Today/ })
      .locator('.n')
  }
}
