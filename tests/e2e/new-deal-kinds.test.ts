import type { Page } from '@playwright/test'
import { Hand } from './support/hand.ts'
import { type Tandem, expect, sampleTest as test } from './support/test.ts'

const FILLED = {
  customer: 'Blue Harbor Yachts',
  country: 'Sweden',
  name: 'Marina sensors',
  value: '125000',
  closeDate: ['03', '15', '2030'],
} as const
const CONTACT = ['Noor', 'Haddad', '+961 1 555 010', 'noor@example.com']

/** The company is vetted for assessments, and has a place that carries them. */
async function vet({ page, shell }: Tandem): Promise<void> {
  await shell.go('Settings')
  await page.getByRole('checkbox', { name: /vetted for solution assessments/ }).check()
  await page.getByRole('button', { name: 'Add a location' }).click()
  await page.getByLabel('Name', { exact: true }).last().fill('Gdańsk')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('No changes')).toBeVisible()
}
const chosen = (page: Page, solution: string) =>
  page.getByRole('button', { name: new RegExp(`^Remove .*${solution}`) })
const type = (page: Page, name: string) => page.getByText(name, { exact: true }).first()

test.describe('by mouse', () => {
  test('private: it is warned about, created, taken back and gone on with', async ({ tandem }) => {
    const { page, shell, newDeal, deal } = tandem
    await shell.newDeal()
    await newDeal.fill({ ...FILLED, solution: 'Kestrel Ledger' })
    await newDeal.addRecent('Helena Wójcik')
    await expect(newDeal.missing).toHaveCount(0)
    await newDeal.step('Review and consent')
    await expect(page.getByText(/a private deal can never be registered/)).toBeVisible()
    await expect(newDeal.body).toContainText('Blue Harbor Yachts · Sweden')
    await newDeal.create()
    await deal.shown('Marina sensors')
    await expect(type(page, 'Private')).toBeVisible()
    await expect(shell.toast).toContainText('Marina sensors created.')
    await shell.toast.getByRole('button', { name: 'Undo' }).click()
    await newDeal.shown()
    await expect(newDeal.inRail('Review and consent')).toHaveAttribute('aria-current', 'step')
    await expect(newDeal.missing).toHaveCount(0)
    await newDeal.create()
    await deal.shown('Marina sensors')
  })

  test('co-sell, with a new partner: both are invited', async ({ tandem }) => {
    const { page, shell, newDeal, deal } = tandem
    await shell.newDeal()
    await newDeal.fill({ ...FILLED, solution: 'Kestrel Cloud Move' })
    await newDeal.addRecent('Helena Wójcik')
    await newDeal.addPartner('Harbor Data')
    const first = newDeal.partner(1)
    await expect(newDeal.missing).toContainText([
      'Harbor Data: Country',
      'Harbor Data: Help wanted',
      'Harbor Data: Estimated value',
      'Harbor Data: At least one solution',
    ])
    await newDeal.step('Details')
    await newDeal.missing.getByRole('button', { name: /Country/ }).click()
    await expect(first.getByLabel('Country')).toBeFocused()
    await first.getByLabel('Country').selectOption('SE')
    await newDeal.missing.getByRole('button', { name: /Help wanted/ }).click()
    await expect(first.getByRole('radio').first()).toBeFocused()
    await first.getByRole('radio', { name: 'Customer technical architecture' }).click()
    await newDeal.missing.getByRole('button', { name: /value/ }).click()
    await expect(first.getByLabel('Their value')).toBeFocused()
    await page.keyboard.type('40000')
    await newDeal.missing.getByRole('button', { name: /solution/ }).click()
    await expect(first.getByLabel('Search solutions')).toBeFocused()
    await first.getByRole('listbox').getByRole('option').first().click()
    await expect(newDeal.missing).toHaveCount(0)
    await expect(page.getByText('This will be a partner-to-partner deal')).toBeVisible()
    await page.getByRole('button', { name: /^Back/ }).click()
    await page.getByRole('radio', { name: 'Quotes / licensing' }).click()
    await expect(page.getByText('Without that it would be partner-to-partner.')).toBeVisible()
    await newDeal.missing.getByRole('button', { name: 'Customer contact' }).click()
    for (const [index, label] of ['First name', 'Last name', 'Phone', 'E-mail'].entries()) {
      await page.getByLabel(`Contact person: ${label}`).fill(CONTACT[index]!)
    }
    await newDeal.missing.getByRole('button', { name: 'Customer consent' }).click()
    await page.getByRole('checkbox', { name: /The customer agrees/ }).check()
    await expect(page.getByText(/Microsoft and each partner get 14 days/)).toBeVisible()
    await newDeal.create()
    await deal.shown('Marina sensors')
    const parties = page.getByRole('region', { name: 'Parties' })
    await expect(parties.getByRole('heading', { level: 3 })).toHaveText(['Microsoft', 'Harbor Data'])
    await expect(type(page, 'Co-sell')).toBeVisible()
  })

  test('partner-to-partner, with a partner of the directory', async ({ tandem }) => {
    const { page, shell, newDeal, deal } = tandem
    await shell.newDeal()
    await newDeal.fill({ ...FILLED, solution: 'Kestrel Cloud Move' })
    await newDeal.addRecent('Helena Wójcik')
    await newDeal.step('Partners')
    await page.getByRole('button', { name: 'Invite a partner', exact: true }).click()
    const first = newDeal.partner(1)
    await first.getByLabel('Partner', { exact: true }).fill('Brink')
    await first
      .getByRole('listbox', { name: 'Partners found' })
      .getByRole('option', { name: /Brink & Daughters/ })
      .click()
    await first.getByRole('radio', { name: 'Quotes / licensing' }).click()
    await first.getByLabel('Their value').fill('40000')
    await first.getByRole('listbox').getByRole('option').first().click()
    await expect(newDeal.missing).toHaveCount(0)
    await newDeal.create()
    await deal.shown('Marina sensors')
    await expect(type(page, 'Partner to partner')).toBeVisible()
  })

  test('a solution assessment: the company is vetted, a location carries it, the customer agrees', async ({
    tandem,
  }) => {
    const { page, shell, newDeal, deal } = tandem
    await shell.newDeal()
    await newDeal.fill({ ...FILLED, solution: 'Azure cost optimization assessment' })
    await newDeal.addRecent('Helena Wójcik')
    await expect(page.getByText('This will be a solution assessment')).toBeVisible()
    await expect(newDeal.inRail('Help from Microsoft')).toContainText('not needed')
    await expect(newDeal.missing).toContainText(['not vetted', 'Location', 'consent'])
    await newDeal.step('Partners')
    await expect(page.getByText('Not needed: an assessment invites no partners.')).toBeVisible()

    await vet(tandem)
    await page.getByRole('button', { name: 'Go on with a draft (1)' }).click()
    await page.getByRole('menuitem', { name: /Marina sensors/ }).click()
    await expect(newDeal.missing).toHaveCount(2)
    await newDeal.missing.getByRole('button', { name: /Location/ }).click()
    await expect(page.getByLabel('Location that carries the assessment')).toBeFocused()
    await page.getByLabel('Location that carries the assessment').selectOption({ label: 'Gdańsk' })
    await page.getByRole('button', { name: /^Next: Review/ }).click()
    await page.getByRole('checkbox', { name: /The customer agrees/ }).check()
    await expect(newDeal.missing).toHaveCount(0)
    await newDeal.create()
    await deal.shown('Marina sensors')
    await expect(deal.lifecycle).toContainText('Secure customer LOE')
  })
})

test.describe('by keyboard alone', () => {
  /** Everything but what tells the kinds apart; ends in the search for a solution. */
  async function begin({ page }: Tandem, contact: readonly string[] = ['']): Promise<Hand> {
    const hand = new Hand(page)
    await page.getByRole('button', { name: 'New deal', exact: true }).press('Enter')
    await expect(page.getByLabel('Company name')).toBeFocused()
    await hand.enter('vennholt')
    await expect(page.getByLabel('Contact person: First name')).toBeFocused()
    for (const text of contact.slice(0, -1)) {
      await hand.type(text)
      await hand.press('Tab')
    }
    await hand.enter(contact.at(-1)!)
    await expect(page.getByLabel('Deal name')).toBeFocused()
    await hand.enter('Marina sensors', '125000', '03152030')
    await hand.enter('helena')
    await expect(page.getByLabel('Member 2: First name')).toBeFocused()
    await hand.press('Enter')
    await expect(page.getByLabel('Search solutions')).toBeFocused()
    return hand
  }

  test('private', async ({ tandem }) => {
    const { page, deal } = tandem
    const hand = await begin(tandem)
    await hand.enter('ledger')
    await expect(chosen(page, 'Ledger')).toBeVisible()
    await hand.press('Control+Enter')
    await deal.shown('Marina sensors')
    await expect(type(page, 'Private')).toBeVisible()
    await hand.press('Control+z')
    await expect(page.getByLabel('Search solutions')).toBeFocused()
    await hand.press('Control+Enter')
    await deal.shown('Marina sensors')
  })

  test('co-sell', async ({ tandem }) => {
    const { page, newDeal, deal } = tandem
    const hand = await begin(tandem, CONTACT)
    await hand.enter('ledger')
    await expect(chosen(page, 'Ledger')).toBeVisible()
    await hand.press('Enter')
    await expect(page.getByRole('radio', { name: /No help needed/ })).toBeFocused()
    for (const answer of [/value proposition/, /technical architecture/, /Proof of concept/]) {
      await hand.press('ArrowDown')
      await expect(page.getByRole('radio', { name: answer })).toBeChecked()
    }
    await hand.press('Enter')
    await expect(newDeal.inRail('Partners')).toHaveAttribute('aria-current', 'step')
    await hand.press('Enter')
    await expect(page.getByRole('checkbox', { name: /The customer agrees/ })).toBeFocused()
    await hand.press('Space')
    await hand.press('Enter')
    await deal.shown('Marina sensors')
    await expect(type(page, 'Co-sell')).toBeVisible()
  })

  test('partner-to-partner', async ({ tandem }) => {
    const { page, newDeal, deal } = tandem
    const hand = await begin(tandem)
    await hand.enter('ledger')
    await expect(chosen(page, 'Ledger')).toBeVisible()
    await hand.press('Enter')
    await hand.press('Alt+ArrowRight')
    await expect(newDeal.inRail('Partners')).toHaveAttribute('aria-current', 'step')
    await hand.press('Tab')
    await hand.press('Enter')
    await hand.enter('brink')
    await expect(newDeal.partner(1).getByRole('button', { name: 'Change' })).toBeFocused()
    await hand.press('Tab')
    await hand.press('Space')
    await hand.press('Enter')
    await expect(newDeal.partner(1).getByLabel('Their value')).toBeFocused()
    await hand.enter('40000')
    await hand.press('Enter')
    await expect(newDeal.partner(1).getByLabel('Member 1: First name')).toBeFocused()
    await hand.press('Enter', 5)
    await expect(newDeal.partner(1).getByLabel('Search solutions')).toBeFocused()
    await hand.press('ArrowDown')
    await hand.press('Enter')
    await expect(newDeal.missing).toHaveCount(0)
    await hand.press('Control+Enter')
    await deal.shown('Marina sensors')
    await expect(type(page, 'Partner to partner')).toBeVisible()
  })

  test('a solution assessment', async ({ tandem }) => {
    const { page, newDeal, deal } = tandem
    await vet(tandem)
    const hand = await begin(tandem)
    await hand.enter('azure cost')
    await expect(page.getByLabel('Location that carries the assessment')).toBeVisible()
    await hand.press('Enter')
    await expect(page.getByLabel('Location that carries the assessment')).toBeFocused()
    await hand.enter('Gda')
    await expect(newDeal.inRail('Review and consent')).toHaveAttribute('aria-current', 'step')
    await hand.press('Space')
    await hand.press('Control+Enter')
    await deal.shown('Marina sensors')
    await expect(deal.lifecycle).toContainText('Secure customer LOE')
  })
})
