import { expect, sampleTest as test } from './support/test.ts'

const INVITED = 'Mill sensors to cloud'
const OPEN = 'Ward communication'

test('what ends a deal for good is not done by one Enter: it leads to the button', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search(INVITED)
  await deal.button('Decline…').click()
  await expect(deal.dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('5')
  await page.keyboard.press('Enter')
  await expect(deal.dialog.getByRole('button', { name: 'Decline deal' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(deal.dialog).toBeHidden()
  await expect(deal.lifecycle).toContainText('Declined')
})

test('Enter in a date sends what it belongs to', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search(OPEN)
  await deal.shown(OPEN)
  await page.keyboard.press('t')
  await expect(deal.dialog.getByRole('spinbutton', { name: 'month' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(deal.dialog).toBeHidden()
  await expect(deal.button('Back to now')).toBeVisible()
})

test('a half-filled dialog asks before it drops what was written', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search(OPEN)
  await deal.button('Invite partner').click()
  await deal.dialog.getByLabel('Partner', { exact: true }).fill('Nobody yet')
  await expect(deal.dialog.getByRole('option', { name: /^Add/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(deal.dialog.getByText('Discard what you wrote?')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(deal.dialog.getByLabel('Partner', { exact: true })).toBeFocused()
  await expect(deal.dialog.getByLabel('Partner', { exact: true })).toHaveValue('Nobody yet')
  await page.keyboard.press('Escape')
  await deal.dialog.getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(deal.dialog).toBeHidden()
})

test('a dialog grows downward: what was above stays where it was', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await page.setViewportSize({ width: 1024, height: 700 })
  await shell.search('Warehouse telemetry on Azure')
  await deal.parties.getByRole('button', { name: 'Record answer…' }).first().click()
  const answer = deal.dialog.getByRole('radio', { name: /^Accepted/ })
  const before = await answer.boundingBox()
  await answer.click()
  await expect(deal.dialog.getByText('Their people')).toBeVisible()
  expect(await answer.boundingBox()).toEqual(before)
  await expect(deal.dialog.getByRole('button', { name: 'Record answer' })).toBeInViewport({ ratio: 1 })
})
