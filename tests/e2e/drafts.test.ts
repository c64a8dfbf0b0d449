import { NewDealPage } from './pages/new-deal.ts'
import { expect, sampleTest as test } from './support/test.ts'

test.describe('through a crash', () => {
  test('what was typed is found again after kill -9', async ({ tandem }) => {
    const { page, shell, newDeal, host } = tandem
    await shell.newDeal()
    await newDeal.shown()
    await page.getByLabel('Country').selectOption('SE')
    await page.getByLabel('Company name').fill('Blue Harbor Yachts')
    await page.getByRole('option', { name: /Add “Blue Harbor Yachts”/ }).click()
    await newDeal.step('Details')
    await page.getByLabel('Deal name').fill('Marina sensors')
    await page.getByLabel('Estimated value').fill('about 125k')
    await page.getByRole('spinbutton', { name: /month/i }).click()
    await page.keyboard.type('1203')
    await newDeal.addRecent('Helena Wójcik')
    await newDeal.addPartner('Harbor Data')
    await page.getByLabel('Their value').fill('4o,000')
    await page.getByLabel('Notes to the partner').fill('The edge part')
    await newDeal.kept()
    await expect(page).toHaveURL(/\/new\?draft=/)

    const again = await host.crash()
    await again.getByRole('button', { name: 'Go on with a draft (1)' }).click()
    await again.getByRole('menuitem', { name: /Marina sensors/ }).click()
    const there = new NewDealPage(again)
    await expect(there.inRail('Partners')).toHaveAttribute('aria-current', 'step')
    await expect(again.getByLabel('Partner', { exact: true })).toHaveValue('Harbor Data')
    await expect(again.getByLabel('Their value')).toHaveValue('4o,000')
    await expect(again.getByLabel('Notes to the partner')).toHaveValue('The edge part')
    await there.step('Team')
    await expect(again.getByLabel('Member 1: First name').first()).toHaveValue('Helena')
    await there.step('Details')
    await expect(again.getByLabel('Deal name')).toHaveValue('Marina sensors')
    await expect(again.getByLabel('Estimated value')).toHaveValue('about 125k')
    await expect(again.getByRole('spinbutton')).toHaveText(['12', '3', 'yyyy'])
    await there.step('Customer')
    await expect(again.getByLabel('Company name')).toHaveValue('Blue Harbor Yachts')
  })
})

test('a draft is left, found, gone on with by keyboard, and gone once its deal is created', async ({
  tandem,
}) => {
  const { page, shell, newDeal, deal } = tandem
  await shell.newDeal()
  await newDeal.step('Details')
  await page.getByLabel('Deal name').fill('Left behind')
  await shell.go('Inbound')
  await expect(shell.toast).toContainText('What you typed is kept as a draft.')

  await shell.newDeal()
  await newDeal.step('Details')
  await expect(page.getByLabel('Deal name')).toHaveValue('')
  await page.getByRole('button', { name: '1 draft', exact: true }).press('Enter')
  await expect(page.getByRole('menuitem', { name: /Left behind/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Deal name')).toHaveValue('Left behind')
  await page.reload()
  await expect(page.getByLabel('Deal name')).toHaveValue('Left behind')

  await newDeal.fill({
    customer: 'Blue Harbor Yachts',
    country: 'Sweden',
    name: 'Left behind no more',
    value: '125000',
    closeDate: ['03', '15', '2030'],
    solution: 'Kestrel Cloud Move',
  })
  await newDeal.addRecent('Helena Wójcik')
  await expect(newDeal.missing).toHaveCount(0)
  await newDeal.create()
  await deal.shown('Left behind no more')
  await expect(page.getByRole('button', { name: /Go on with a draft/ })).toHaveCount(0)
})

test('a draft is discarded after asking, and the page is empty again', async ({ tandem }) => {
  const { page, shell, deal, newDeal } = tandem
  await shell.newDeal()
  await newDeal.step('Details')
  await page.getByLabel('Deal name').fill('Never mind')
  await newDeal.kept()
  await page.getByRole('button', { name: 'Discard draft…' }).click()
  await expect(deal.dialog).toContainText('This cannot be undone.')
  await deal.dialog.getByRole('button', { name: 'Discard draft' }).click()
  await expect(page.getByLabel('Company name')).toBeFocused()
  await newDeal.step('Details')
  await expect(page.getByLabel('Deal name')).toHaveValue('')
  await expect(page).toHaveURL(/\/new$/)
  await expect(page.getByRole('button', { name: /draft/i })).toHaveCount(0)
})
