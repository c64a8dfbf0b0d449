import { expect, sampleTest as test } from './support/test.ts'
import { callFrom } from './support/call.ts'

test('name and value change in the head in one go, and the timeline tells before and after', async ({
  tandem,
}) => {
  const { page, shell, deal } = tandem
  await shell.search('Ward communication')
  await deal.shown('Ward communication')
  await deal.editHead({ 'Deal name': 'Ward communication, phase 1', 'Estimated value': '201.500,75' })
  await deal.shown('Ward communication, phase 1')
  await expect(deal.button('Edit')).toBeFocused()
  await expect(page.getByText('EUR 201,500.75').first()).toBeVisible()
  await expect(deal.timeline.locator('li').first()).toContainText('EUR 196,000')
  await expect(deal.timeline.locator('li').first()).toContainText('EUR 201,500.75')
  await expect(deal.timeline.locator('li').first()).toContainText('Mara Lindqvist')
})

test('an empty name is refused in place and Escape keeps the old one', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Dock scheduling')
  await deal.shown('Dock scheduling')
  await page.keyboard.press('e')
  await page.keyboard.type('   ')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Deal name is missing')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Deal name' })).toBeFocused()
  await page.keyboard.press('Escape')
  await deal.shown('Dock scheduling')
  await expect(deal.button('Edit')).toBeFocused()
})

test('a lock says since when and what to do instead', async ({ tandem }) => {
  const { page, shell } = tandem
  await shell.search('Warehouse telemetry on Azure')
  await page.getByRole('button', { name: /^Contact is locked/ }).focus()
  await expect(page.getByText(/Locked since .*, when it was shared with Microsoft/)).toBeVisible()
  await page.getByRole('button', { name: /^Customer is locked/ }).hover()
  await expect(page.getByText(/Locked since creation on/)).toBeVisible()
})

test('team and solutions change in a dialog; the last of each stays', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Dock scheduling')
  await page.getByRole('button', { name: 'Edit Team' }).click()
  await deal.dialog
    .getByLabel(/First name/)
    .last()
    .fill('Noor')
  await deal.dialog.getByRole('button', { name: 'Save the team' }).click()
  await expect(deal.dialog).toContainText('Fill in Last name, Phone, and E-mail')
  for (const [field, text] of [
    ['Last name', 'Haddad'],
    ['Phone', '+961 1 555 010'],
    ['E-mail', 'noor@kestrel.example'],
  ] as const) {
    await deal.dialog.getByLabel(`Member 2: ${field}`).fill(text)
  }
  await deal.dialog.getByRole('button', { name: 'Save the team' }).click()
  await expect(deal.dialog).toBeHidden()
  await expect(page.getByText(/Noor Haddad/).first()).toBeVisible()

  await page.getByRole('button', { name: 'Edit Solutions' }).click()
  for (const name of ['Kestrel Cloud Move', 'Polar Sensor Gateway']) {
    await deal.dialog.getByRole('button', { name: `Remove ${name}` }).click()
  }
  await deal.dialog.getByRole('button', { name: 'Save the solutions' }).click()
  await expect(deal.dialog).toContainText('The last solution stays')
})

test('a stage is corrected back from the menu, with who and when', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Dock scheduling')
  await deal.button('More actions').click()
  await page.getByRole('menuitem', { name: 'Correct the stage to Created' }).click()
  await expect(deal.button('Mark as Qualified')).toBeVisible()
  await expect(deal.timeline.locator('li').first()).toContainText('Stage corrected to Created')
})

test('a change made elsewhere is not overwritten: the page says so and loads it anew', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Dock scheduling')
  await deal.shown('Dock scheduling')
  await page.getByRole('button', { name: 'Edit CRM ID' }).click()
  await page.getByRole('textbox', { name: 'CRM ID' }).fill('MINE')
  const dealId = page.url().split('/').at(-1)!
  await callFrom(page, 'deals.execute', {
    dealId,
    expectedVersion: null,
    command: { kind: 'edit', changes: { campaignId: 'THEIRS' } },
  })
  await expect(deal.timeline).toContainText('THEIRS')
  await page.getByRole('textbox', { name: 'CRM ID' }).press('Enter')
  await expect(page.getByText('MINE').first()).toBeVisible()
  await expect(page.getByText('THEIRS').first()).toBeVisible()
})

test('from a list one goes on to its neighbours, by mouse and by keys, and back to the list', async ({
  tandem,
}) => {
  const { page, shell, deal, list } = tandem
  await shell.go('Outbound')
  const [first, second, third] = await list.names()
  await page.getByRole('link', { name: first!, exact: true }).click()
  await deal.shown(first!)
  await expect(page.getByText(/^Deal 1 of \d+$/)).toBeVisible()
  await expect(deal.button('Previous deal')).toHaveAttribute('aria-disabled', 'true')
  await deal.button('Next deal').click()
  await deal.shown(second!)
  await expect(deal.button('Next deal')).toBeFocused()
  await page.keyboard.press('j')
  await deal.shown(third!)
  await page.keyboard.press('[')
  await deal.shown(second!)
  await expect(page.getByText(/^Deal 2 of \d+$/)).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Outbound' })).toBeVisible()
})

test('from the board the neighbours are those of the column', async ({ tandem }) => {
  const { page, board, deal } = tandem
  const names = await board.column('qualified').locator('h3 a').allInnerTexts()
  await board.column('qualified').locator('h3 a').first().click()
  await deal.shown(names[0]!)
  await expect(page.getByText(`Deal 1 of ${names.length}`, { exact: true })).toBeVisible()
  await page.keyboard.press(']')
  await deal.shown(names[1]!)
  await page.getByRole('navigation', { name: 'Where this deal stands' }).getByRole('link').first().click()
  await board.shown()
})

test('the customer leads to all of its deals', async ({ tandem }) => {
  const { page, shell, deal, list } = tandem
  await shell.search('Ward communication')
  await deal.shown('Ward communication')
  const place = page.getByRole('navigation', { name: 'Where this deal stands' })
  const customer = await place.getByRole('link').last().innerText()
  await place.getByRole('link').last().click()
  await expect(page.getByRole('heading', { level: 1, name: 'All deals' })).toBeVisible()
  await expect(list.row('Ward communication')).toBeVisible()
  for (const row of await list.rows.all()) await expect(row).toContainText(customer)
})

test('whoever says “edit” in the palette edits at once', async ({ tandem }) => {
  const { page, shell } = tandem
  await shell.type('edit ward communication')
  await shell.palette.getByRole('option', { name: /^Edit/ }).first().click()
  await expect(page.getByRole('textbox', { name: 'Deal name' })).toBeFocused()
  await expect(page).toHaveURL(/\/deal\/[^?]+$/)
})
