import { expect, sampleTest as test } from './support/test.ts'

test('columns that would refuse a card say why, and a refused drop changes nothing', async ({ tandem }) => {
  const { page, board } = tandem
  const before = await board.count('received')
  await board.carry('Order portal identity', 'developed')
  await expect(board.column('developed')).toContainText('Answer it first')
  await expect(board.column('created')).toContainText('Accept here')
  await expect(board.column('won')).toContainText('accept first')
  await page.mouse.up()
  await expect(page.locator('#main').getByText('is not moved to Developed: accept first.')).toBeVisible()
  await board.stands('Order portal identity', 'received')
  expect(await board.count('received')).toBe(before)
})

test('a prompting drop saves nothing before it is confirmed', async ({ tandem }) => {
  const { board, deal } = tandem
  await board.drag('Order portal identity', 'created')
  await expect(deal.dialog).toContainText('Accept “Order portal identity”?')
  await expect(board.column('received').locator('[data-deal]').first()).toContainText('Order portal identity')
  await deal.dialog.getByRole('button', { name: 'Cancel' }).click()
  await board.stands('Order portal identity', 'received')
})

test('a blocked action stays in place, says why, and leads to the mend', async ({ tandem }) => {
  const { page, shell, deal, newDeal } = tandem
  await shell.search('Estate migration assessment')
  await deal.shown('Estate migration assessment')
  await deal.button('Won…').hover()
  await expect(page.getByText('Stages are not marked yet')).toBeVisible()
  await expect(page.getByText(/Missing: Prepare assessment report and Present to customer/)).toBeVisible()
  await deal.button('Won…').click({ force: true })
  await expect(deal.dialog.filter({ hasText: 'as won?' })).toHaveCount(0)

  await shell.search('Harvest drone imagery')
  await deal.shown('Harvest drone imagery')
  await deal.button('Lost…').focus()
  await expect(page.getByText('This deal is closed')).toBeVisible()
  await page.getByRole('button', { name: 'Copy as new deal', exact: true }).click()
  await newDeal.shown()
  await expect(page.getByText('Copy of “Harvest drone imagery”')).toBeVisible()
  await newDeal.step('Details')
  await expect(page.getByLabel('Deal name')).toHaveValue('Harvest drone imagery')
})

test('a decline without a reason is refused beside the field, with "Other" words are asked', async ({
  tandem,
}) => {
  const { shell, deal } = tandem
  await shell.search('Branch network refresh')
  await deal.button('Decline…').click()
  const submit = deal.dialog.getByRole('button', { name: 'Decline deal' })
  await submit.click()
  await expect(deal.dialog).toContainText('Reason is missing')
  await deal.dialog.getByRole('radio', { name: 'Other', exact: true }).click()
  await submit.click()
  await expect(deal.dialog).toContainText('Notes are missing')
  await expect(deal.dialog.getByLabel('Notes')).toBeFocused()
  await deal.dialog.getByLabel('Notes').fill('Booked out until spring.')
  await submit.click()
  await expect(deal.lifecycle).toContainText('Declined')
  await expect(deal.timeline).toContainText('Declined: Other')
  await expect(deal.timeline).toContainText('Booked out until spring.')
})

test('a new deal names everything it lacks and leads there', async ({ tandem }) => {
  const { page, shell, newDeal } = tandem
  await shell.newDeal()
  await expect(newDeal.missing).toHaveCount(6)
  await newDeal.step('Help from Microsoft')
  await page.getByRole('radio', { name: /Proof of concept/ }).click()
  await expect(newDeal.missing).toHaveCount(8)
  const sentence = page.getByText(
    'This will be a co-sell deal, because you ask Microsoft for a proof of concept. Without that it would be private.',
  )
  await expect(sentence).toBeVisible()
  await newDeal.create()
  await expect(page.getByText('Choose a customer or add a new one.')).toBeVisible()
  await newDeal.missing.getByRole('button', { name: 'Customer contact' }).click()
  await expect(page.getByLabel('Contact person: First name')).toBeFocused()
  await newDeal.missing.getByRole('button', { name: 'Customer consent' }).click()
  await expect(page.getByRole('checkbox')).toBeFocused()
  await sentence.getByRole('button', { name: 'a proof of concept' }).click()
  await expect(page.getByRole('radio', { name: /Proof of concept/ })).toBeFocused()
  await shell.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Pipeline' }).click()
  await expect(shell.toast).toContainText('What you typed is kept as a draft.')
})
