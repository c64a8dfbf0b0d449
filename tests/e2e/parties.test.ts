import { expect, sampleTest as test } from './support/test.ts'

const SELLER = [
  ['First name', 'Noor'],
  ['Last name', 'Haddad'],
  ['Phone', '+961 1 555 010'],
  ['E-mail', 'noor@example.com'],
] as const

test('Microsoft is invited and accepts with a seller, a partner is invited; the timeline tells it all', async ({
  tandem,
}) => {
  const { page, shell, deal } = tandem
  const { dialog } = deal
  await shell.search('Backup consolidation')
  await deal.shown('Backup consolidation')
  const parties = page.getByRole('region', { name: 'Parties' })
  await expect(parties).toContainText('Nobody else is on this deal.')

  await deal.button('Invite Microsoft').click()
  await expect(dialog).toContainText('Invite Microsoft in Partner Center too: Tandem sends nothing')
  await dialog.getByRole('radio', { name: 'Quotes / licensing' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toContainText('Customer contact is missing')
  for (const [field, text] of SELLER) await dialog.getByLabel(`Customer contact: ${field}`).fill(text)
  await dialog.getByRole('button', { name: 'Invite Microsoft' }).click()
  await expect(dialog).toBeHidden()
  await expect(parties.getByRole('article')).toContainText('Pending')
  await expect(page.getByText('Co-sell', { exact: true }).first()).toBeVisible()

  await parties.getByRole('button', { name: 'Record answer…' }).click()
  await dialog.getByRole('radio', { name: /Accepted/ }).click()
  for (const [field, text] of SELLER) await dialog.getByLabel(`Member 1: ${field}`).fill(text)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(parties.getByRole('article')).toContainText('Noor Haddad')

  await expect(deal.button('Invite Microsoft')).toHaveAttribute('aria-disabled', 'true')
  await deal.button('Invite Microsoft').hover()
  await expect(page.getByText('A deal asks Microsoft once')).toBeVisible()
  await page.getByRole('button', { name: 'See the Microsoft card' }).click()
  await expect(deal.party('Microsoft')).toBeFocused()
  await deal.button('Invite partner').click()
  await dialog.getByLabel('Partner', { exact: true }).fill('Harbor Data')
  await dialog.getByRole('option', { name: 'Add “Harbor Data” as a new partner' }).click()
  await dialog.getByLabel('Country').selectOption('SE')
  await dialog.getByRole('radio', { name: 'Customer technical architecture' }).click()
  await deal.wants('40000', 'Change management package')
  await dialog.getByRole('button', { name: 'Invite partner' }).click()
  await expect(dialog).toBeHidden()
  await expect(parties.getByRole('heading', { level: 3 })).toHaveText(['Microsoft', 'Harbor Data'])

  await expect
    .poll(async () => (await deal.events()).slice(0, 3))
    .toEqual([
      expect.stringContaining('Harbor Data invited'),
      expect.stringContaining('Microsoft accepted'),
      expect.stringContaining('Microsoft invited: Quotes / licensing'),
    ])
})

test('two partners are invited and their answers recorded, by keyboard alone', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  const { dialog } = deal
  await shell.search('Backup consolidation')
  for (const [typed, name] of [
    ['Solace', 'Solace Data Ltd'],
    ['Polar', 'Polar Sensorics Oy'],
  ] as const) {
    await deal.button('Invite partner').focus()
    await page.keyboard.press('Enter')
    await expect(dialog.getByLabel('Partner', { exact: true })).toBeFocused()
    await page.keyboard.type(typed)
    await expect(dialog.getByRole('option', { name: new RegExp(`^${name}`) })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(dialog.getByText(name, { exact: true })).toBeVisible()
    await dialog.getByRole('radio', { name: 'Proof of concept / demo' }).focus()
    await page.keyboard.press('Space')
    await dialog.getByLabel('Their value').focus()
    await page.keyboard.type('40000')
    await dialog.getByLabel('Search solutions').focus()
    await page.keyboard.type('Change')
    await expect(dialog.getByRole('option', { name: /^Change management/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: /^Remove Change management/ })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(deal.party(name)).toContainText('Pending')
  }

  await deal.party('Polar Sensorics Oy').getByRole('button').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(deal.party('Polar Sensorics Oy')).toHaveCount(0)
  await expect(deal.parties.getByText('Polar Sensorics Oy')).toBeVisible()

  await deal.button('Invite Polar Sensorics Oy again').focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Polar Sensorics Oy')
  await expect(dialog.getByRole('radio', { name: 'Proof of concept / demo' })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(deal.party('Polar Sensorics Oy')).toContainText('Pending')
  await expect(deal.button('Invite Polar Sensorics Oy again')).toHaveCount(0)
})

test('an accepted party is asked how its part ended', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Warehouse telemetry on Azure')
  await deal.party('Solace Data Ltd').getByRole('button', { name: 'Record outcome…' }).click()
  await deal.dialog.getByRole('radio', { name: /Won/ }).click()
  await deal.dialog.getByRole('button', { name: 'Record outcome' }).click()
  await expect(deal.dialog).toBeHidden()
  await expect(deal.party('Solace Data Ltd').getByRole('button')).toHaveCount(0)
  await expect(deal.timeline).toContainText('Solace Data Ltd won its part')
  await expect(page.getByText('Their outcome').first()).toBeVisible()
})
