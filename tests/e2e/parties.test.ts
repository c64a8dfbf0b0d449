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

  await deal.button('More actions').click()
  await page.getByRole('menuitem', { name: 'Invite Microsoft…' }).click()
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
  await dialog.getByRole('button', { name: 'Add a person' }).click()
  for (const [field, text] of SELLER) await dialog.getByLabel(`Member 1: ${field}`).fill(text)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(parties.getByRole('article')).toContainText('Noor Haddad')

  await deal.button('More actions').click()
  const again = page.getByRole('menuitem', { name: /^Invite Microsoft…/ })
  await expect(again).toHaveAttribute('aria-disabled', 'true')
  await expect(again).toContainText('A deal asks Microsoft once')
  await page.getByRole('menuitem', { name: 'Invite a partner…' }).click()
  await dialog.getByLabel('Partner', { exact: true }).fill('Harbor Data')
  await dialog.getByRole('option', { name: 'Add “Harbor Data” as a new partner' }).click()
  await dialog.getByLabel('Country').selectOption('SE')
  await dialog.getByRole('radio', { name: 'Customer technical architecture' }).click()
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
