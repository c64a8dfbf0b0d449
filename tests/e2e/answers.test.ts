import { expect, sampleTest as test } from './support/test.ts'

const INVITED = 'Mill sensors to cloud'
const OPEN = 'Ward communication'

test('an invitation is accepted, with what is ours from here on', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search(INVITED)
  await deal.lifecycle.getByRole('button', { name: 'Accept…' }).click()
  await expect(deal.dialog).toContainText(`Accept “${INVITED}”?`)
  await deal.dialog.getByLabel('Deal name').fill('Mill sensors, first plant')
  await deal.dialog.getByLabel(/^CRM ID/).fill('KC-777')
  await deal.dialog.getByRole('button', { name: 'Accept deal' }).click()
  await deal.shown('Mill sensors, first plant')
  await expect(deal.lifecycle.locator('[aria-current="step"]')).toContainText('Accepted')
  await expect(page.getByText('KC-777').first()).toBeVisible()
})

test('an invitation is accepted by keyboard alone', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search(INVITED)
  await deal.lifecycle.getByRole('button', { name: 'Accept…' }).focus()
  await page.keyboard.press('Enter')
  await expect(deal.dialog.getByLabel('Deal name')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toBeHidden()
  await expect(deal.lifecycle.locator('[aria-current="step"]')).toContainText('Accepted')
})

test('an invitation is declined: a number is the reason, the safe button has the focus, nothing comes of Escape', async ({
  tandem,
}) => {
  const { page, shell, deal } = tandem
  await shell.search(INVITED)
  await deal.button('Decline…').focus()
  await page.keyboard.press('Enter')
  await expect(deal.dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(deal.dialog).toBeHidden()
  await expect(deal.button('Decline…')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(deal.dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('6')
  await expect(deal.dialog.getByRole('radio', { name: /Proposed timeline too short/ })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toBeHidden()
  await expect(deal.lifecycle).toContainText('Declined')
  await expect(deal.timeline).toContainText('Declined: Proposed timeline too short')
  for (const name of ['Edit', 'Won…', 'Lost…']) {
    await expect(deal.button(name)).toHaveAttribute('aria-disabled', 'true')
  }
})

test('a deal is lost by mouse: without a reason it is not, and “Other” wants words', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search(OPEN)
  await deal.button('Lost…').click()
  await expect(deal.dialog).toContainText('This cannot be undone.')
  await deal.dialog.getByRole('button', { name: 'Close as lost' }).click()
  await expect(deal.dialog.getByText('Reason is missing')).toBeVisible()
  await deal.dialog.getByRole('radio', { name: /^Other/ }).click()
  await expect(deal.dialog.getByRole('textbox', { name: /^Notes/ })).toBeFocused()
  await page.keyboard.type('They merge with another clinic.')
  await deal.dialog.getByRole('button', { name: 'Close as lost' }).click()
  await expect(deal.dialog).toBeHidden()
  await expect(deal.lifecycle).toContainText('Lost')
  await expect(deal.timeline).toContainText('They merge with another clinic.')
})

test('a deal that cannot be registered says so before it is won, and the form does not follow', async ({
  tandem,
}) => {
  const { page, shell, deal } = tandem
  await shell.search('Backup consolidation')
  await deal.button('Won…').focus()
  await page.keyboard.press('Enter')
  await expect(deal.dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(deal.dialog).toContainText('A private deal can never be registered.')
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toBeHidden()
  await expect(deal.lifecycle).toContainText('Won')
})
