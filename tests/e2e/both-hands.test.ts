import { Hand } from './support/hand.ts'
import { expect, sampleTest as test, tandemOn } from './support/test.ts'
import { daysAgo, typeDay } from './support/days.ts'

/** What stands elsewhere by one hand only: here by the other. */
const PARTNERS = [
  ['Solace', 'Solace Data Ltd'],
  ['Polar', 'Polar Sensorics Oy'],
] as const

test('by mouse: an invitation is declined with a reason', async ({ tandem }) => {
  const { shell, deal } = tandem
  await shell.search('Mill sensors to cloud')
  await deal.button('Decline…').click()
  await deal.dialog.getByRole('radio', { name: /Customer did not respond/ }).click()
  await deal.dialog.getByRole('button', { name: 'Decline deal' }).click()
  await expect(deal.dialog).toBeHidden()
  await expect(deal.timeline).toContainText('Declined: Customer did not respond')
})

test('by mouse: two partners are invited to a deal Microsoft is on', async ({ tandem }) => {
  const { shell, deal } = tandem
  await shell.search('Clinic imaging archive')
  for (const [typed, name] of PARTNERS) {
    await deal.button('Invite partner').click()
    await deal.dialog.getByLabel('Partner', { exact: true }).fill(typed)
    await deal.dialog.getByRole('option', { name: new RegExp(`^${name}`) }).click()
    await deal.dialog.getByRole('radio', { name: 'Proof of concept / demo' }).click()
    await deal.wants('40000', 'Change management package')
    await deal.dialog.getByRole('button', { name: 'Invite partner' }).click()
    await expect(deal.dialog).toBeHidden()
    await expect(deal.party(name)).toContainText('Pending')
  }
})

test('by keyboard: Microsoft is invited with the contact it needs', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Backup consolidation')
  await deal.button('Invite Microsoft').focus()
  await page.keyboard.press('Enter')
  await expect(deal.dialog.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('Space')
  await deal.dialog.getByLabel('Customer contact: First name').focus()
  for (const text of ['Noor', 'Haddad', '+961 1 555 010', 'noor@example.com']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toBeHidden()
  await expect(deal.party('Microsoft')).toContainText('Pending')
})

test('by keyboard: a deal is won and registered at once', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Warehouse telemetry on Azure')
  await deal.button('Won…').focus()
  await page.keyboard.press('Enter')
  await expect(deal.dialog.getByRole('checkbox', { name: 'Open the registration form next' })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toContainText('Register “Warehouse telemetry on Azure”?')
  await typeDay(page, 'Signed on', daysAgo(2))
  await typeDay(page, 'Starts on', daysAgo(2))
  await deal.dialog.getByRole('checkbox', { name: 'Perpetual' }).focus()
  await page.keyboard.press('Space')
  await deal.dialog.getByRole('checkbox', { name: /names both our company/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toBeHidden()
  await expect(deal.lifecycle.locator('[aria-current="step"]')).toContainText('Deal review')
})

test('by keyboard: a saved view survives a restart', async ({ tandem }) => {
  const { page, shell, list, host } = tandem
  const { keyboard } = page
  await shell.go('Outbound')
  await page.getByRole('button', { name: 'Filter', exact: true }).focus()
  for (const text of ['', 'sta', 'won']) {
    await keyboard.type(text)
    await keyboard.press('Enter')
  }
  await keyboard.press('Escape')
  await list.count(7)
  await page.getByRole('button', { name: 'Save this view' }).focus()
  await keyboard.press('Enter')
  await keyboard.type('Won ones')
  await keyboard.press('Enter')
  await expect(list.view('Won ones')).toHaveAttribute('aria-selected', 'true')
  const again = tandemOn(await host.restart(), host)
  await expect(again.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await again.page.keyboard.press('g')
  await again.page.keyboard.press('o')
  await expect(again.list.view('Won ones')).toHaveAttribute('aria-selected', 'true')
  await expect(again.list.chips).toHaveText(['Status: Won'])
  await again.list.count(7)
})

test('by keyboard: what was typed is found again after kill -9', async ({ tandem }) => {
  const { page, newDeal, host } = tandem
  const hand = new Hand(page)
  await hand.press('n')
  await expect(page.getByLabel('Company name')).toBeFocused()
  await hand.enter('vennholt')
  await expect(page.getByLabel('Contact person: First name')).toBeFocused()
  await hand.press('Enter')
  await expect(page.getByLabel('Deal name')).toBeFocused()
  await hand.type('Pharmacy kiosks')
  await newDeal.kept()
  const again = await host.crash()
  await again.getByRole('button', { name: 'Go on with a draft (1)' }).focus()
  await again.keyboard.press('Enter')
  await expect(again.getByRole('menuitem', { name: /Pharmacy kiosks/ })).toBeVisible()
  await again.keyboard.press('Enter')
  await expect(again.getByLabel('Deal name')).toHaveValue('Pharmacy kiosks')
})
