import { daysAgo, typeDay } from './support/days.ts'
import { type Tandem, expect, sampleTest as test } from './support/test.ts'

const step = (tandem: Tandem, name: string) => tandem.deal.lifecycle.getByRole('button', { name })

test('IP co-sell: registered, sent back, corrected, validated, approved', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Harvest drone')
  await step(tandem, 'Register now…').click()
  await deal.dialog.getByRole('button', { name: 'Record registration' }).click()
  await expect(deal.dialog.getByText('Choose a day')).toHaveCount(3)
  await typeDay(page, 'Signed on', daysAgo(2))
  await typeDay(page, 'Starts on', daysAgo(3))
  await deal.dialog.getByRole('checkbox', { name: 'Perpetual' }).check()
  await deal.dialog.getByRole('checkbox', { name: /names both our company/ }).check()
  await deal.dialog.getByRole('button', { name: 'Record registration' }).click()
  await expect(deal.dialog.getByText('On the day it was signed, or later')).toBeVisible()
  await typeDay(page, 'Starts on', daysAgo(2))
  await deal.dialog.getByRole('button', { name: 'Record registration' }).click()
  await expect(deal.dialog).toBeHidden()
  await expect(deal.lifecycle.locator('[aria-current="step"]')).toContainText('Deal review')

  await step(tandem, 'Record outcome…').click()
  await page.keyboard.press('2')
  await deal.dialog.getByLabel('What has to be corrected').fill('The contract number differs.\nNo stamp.')
  await deal.dialog.getByRole('button', { name: 'Record outcome' }).click()
  await expect(deal.lifecycle.locator('[aria-current="step"]')).toContainText('Action required')
  await expect(page.getByRole('alert')).toContainText('The review asks for 2 corrections.')

  await step(tandem, 'Correct…').click()
  await expect(deal.dialog.getByRole('alert')).toContainText('No stamp.')
  await deal.dialog.getByRole('checkbox', { name: /names both our company/ }).check()
  await deal.dialog.getByRole('button', { name: 'Record the correction' }).click()
  await expect(deal.lifecycle.locator('[aria-current="step"]')).toContainText('Deal review')
  await expect(page.getByRole('alert')).toHaveCount(0)

  for (const [outcome, now] of [
    ['Review passed: on to final validation', 'Final validation'],
    ['Approved', 'Approved'],
  ] as const) {
    await step(tandem, 'Record outcome…').click()
    await deal.dialog.getByRole('radio', { name: outcome }).click()
    await deal.dialog.getByRole('button', { name: 'Record outcome' }).click()
    await expect(deal.dialog).toBeHidden()
    await expect(deal.lifecycle).toContainText(now)
  }
  await expect(deal.lifecycle.getByRole('button')).toHaveCount(0)
  await expect(page.getByText('Nothing is left to do.')).toBeVisible()
  expect((await deal.events()).slice(0, 6)).toEqual([
    'Registration approved',
    'Registration in final validation',
    'Corrected registration recorded',
    'Registration: action required',
    'Registration recorded',
    'Marked as favorite',
  ])
})

test('a business application is complete once it is submitted, by keyboard alone', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Broker portal')
  await expect(deal.lifecycle).not.toContainText('Deal review')
  await step(tandem, 'Register now…').focus()
  await page.keyboard.press('Enter')
  await expect(deal.dialog.getByRole('combobox', { name: 'Solution', exact: true })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog.getByRole('spinbutton', { name: 'month' }).first()).toBeFocused()
  await page.keyboard.type(daysAgo(2))
  await typeDay(page, 'Starts on', daysAgo(2))
  await deal.dialog.getByRole('checkbox', { name: 'Perpetual' }).focus()
  await page.keyboard.press('Space')
  await deal.dialog.getByRole('checkbox', { name: /names both our company/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toBeHidden()
  await expect(page.getByText('A business application needs no review')).toBeVisible()
  await expect(deal.lifecycle.getByRole('button')).toHaveCount(0)
})

test('a deal that cannot be registered says which conditions fail', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Inspection archive')
  await expect(deal.lifecycle).not.toContainText('Register')
  await page.getByText('Why it cannot be registered').click()
  const conditions = page.getByRole('list', { name: 'Conditions of a registration' }).getByRole('listitem')
  await expect(conditions).toHaveCount(6)
  await expect(conditions.nth(1)).toContainText('only if Microsoft was on it before it was won')
})

test('a deal that is won leads on to its registration', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Warehouse telemetry on Azure')
  await deal.button('Won…').click()
  await expect(deal.dialog).toContainText('Opens at once. All 6 conditions hold.')
  await expect(deal.dialog.getByRole('checkbox', { name: 'Open the registration form next' })).toBeChecked()
  await deal.dialog.getByRole('button', { name: 'Close as won' }).click()
  await expect(deal.dialog).toContainText('Register “Warehouse telemetry on Azure”?')
  await typeDay(page, 'Signed on', daysAgo(2))
  await typeDay(page, 'Starts on', daysAgo(2))
  await deal.dialog.getByRole('checkbox', { name: 'Perpetual' }).check()
  await deal.dialog.getByRole('checkbox', { name: /names both our company/ }).check()
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toBeHidden()
  await expect(deal.lifecycle.locator('[aria-current="step"]')).toContainText('Deal review')
})

test('what registration lacks is said on the way there, with what mends it', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Clinic imaging archive')
  const lacks = deal.lifecycle.getByRole('button', { name: /after Won; \d of 6 met/ })
  await lacks.focus()
  await expect(page.getByText('No solution earns an incentive')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Tag the solution in the directory' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Directory' })).toBeVisible()
})
