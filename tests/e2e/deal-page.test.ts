import { expect, sampleTest as test } from './support/test.ts'

test('details change where they stand, and the timeline tells before and after', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Ward communication')
  await deal.shown('Ward communication')
  await deal.edit('Deal name', 'Ward communication, phase 1')
  await deal.shown('Ward communication, phase 1')
  await page.getByRole('button', { name: 'Edit Estimated value' }).click()
  await page.getByRole('textbox', { name: 'Estimated value' }).fill('201.500,75')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('EUR 201,500.75').first()).toBeVisible()
  await expect(deal.timeline.locator('li').first()).toContainText('EUR 196,000')
  await expect(deal.timeline.locator('li').first()).toContainText('EUR 201,500.75')
  await expect(deal.timeline.locator('li').first()).toContainText('Mara Lindqvist')
})

test('an empty name is refused in place and Escape keeps the old one', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Dock scheduling')
  await deal.edit('Deal name', '   ')
  await expect(page.getByRole('alert')).toContainText('Give the deal a name.')
  await page.keyboard.press('Escape')
  await deal.shown('Dock scheduling')
  await expect(page.getByRole('button', { name: 'Edit Deal name' })).toBeFocused()
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
  await deal.dialog.getByRole('button', { name: 'Add a person' }).click()
  await page.keyboard.type('Noor')
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

test('a change made elsewhere is not overwritten: the page says so and loads it anew', async ({
  tandem,
  context,
}) => {
  const { page, shell, deal } = tandem
  await shell.search('Dock scheduling')
  await deal.shown('Dock scheduling')
  await page.getByRole('button', { name: 'Edit CRM ID' }).click()
  await page.getByRole('textbox', { name: 'CRM ID' }).fill('MINE')
  const token = await page.evaluate(() => sessionStorage.getItem('tandem-token'))
  const dealId = page.url().split('/').at(-1)!
  const call = (name: string, input: unknown) =>
    context.request
      .post(`${tandem.host.link.origin}/call`, {
        data: { name, input },
        headers: { Authorization: `Bearer ${token}`, Origin: tandem.host.link.origin },
      })
      .then((response) => response.json())
  await call('deals.execute', {
    dealId,
    expectedVersion: null,
    command: { kind: 'edit', changes: { campaignId: 'THEIRS' } },
  })
  await expect(deal.timeline).toContainText('THEIRS')
  await page.getByRole('textbox', { name: 'CRM ID' }).press('Enter')
  await expect(page.getByText('MINE').first()).toBeVisible()
  await expect(page.getByText('THEIRS').first()).toBeVisible()
})
