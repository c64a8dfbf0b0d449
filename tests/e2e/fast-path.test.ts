import { Hand } from './support/hand.ts'
import { expect, sampleTest as test } from './support/test.ts'

const MOST_PRESSES = 20

test('name, customer, value, date, a colleague and a solution: a deal in a few keys beside its values', async ({
  tandem,
}) => {
  const { page, deal } = tandem
  const hand = new Hand(page)
  await page.getByRole('button', { name: 'New deal', exact: true }).focus()
  await hand.press('Enter')
  await expect(page.getByLabel('Company name')).toBeFocused()
  await hand.enter('vennholt')
  await expect(page.getByLabel('Contact person: First name')).toBeFocused()
  await hand.press('Enter')
  await expect(page.getByLabel('Deal name')).toBeFocused()
  await hand.enter('Pharmacy kiosks', '145k', '06302031')
  await expect(page.getByLabel('Member 1: First name')).toBeFocused()
  await hand.enter('helena')
  await expect(page.getByLabel('Member 2: First name')).toBeFocused()
  await hand.press('Enter')
  await expect(page.getByLabel('Search solutions')).toBeFocused()
  await hand.enter('ledger')
  await expect(page.getByRole('button', { name: /^Remove .*Ledger/ })).toBeVisible()
  await hand.press('Control+Enter')

  await deal.shown('Pharmacy kiosks')
  await expect(page.getByText('USD 145,000').first()).toBeVisible()
  await expect(page.getByText('Jun 30, 2031').first()).toBeVisible()
  for (const text of ['Vennholt Apotheken SE', 'Helena Wójcik', 'Kestrel Ledger']) {
    await expect(page.getByText(text).first()).toBeVisible()
  }
  expect(hand.presses).toBeLessThanOrEqual(MOST_PRESSES)
})

test('a step is never a trap: the arrows with Alt lead anywhere, and Enter adds nothing unasked', async ({
  tandem,
}) => {
  const { page, newDeal } = tandem
  const hand = new Hand(page)
  await page.getByRole('button', { name: 'New deal', exact: true }).focus()
  await hand.press('Enter')
  await expect(page.getByLabel('Company name')).toBeFocused()
  for (const step of ['Details', 'Team', 'Solutions', 'Help from Microsoft', 'Partners'] as const) {
    await hand.press('Alt+ArrowRight')
    await expect(newDeal.inRail(step)).toHaveAttribute('aria-current', 'step')
  }
  await hand.press('Enter')
  await expect(newDeal.inRail('Review and consent')).toHaveAttribute('aria-current', 'step')
  await hand.press('Enter')
  await expect(page.getByLabel('Company name')).toBeFocused()
  await expect(page.getByText('Choose a customer or add a new one.')).toBeVisible()
  await hand.press('Alt+ArrowLeft')
  await expect(newDeal.inRail('Customer')).toHaveAttribute('aria-current', 'step')
})
