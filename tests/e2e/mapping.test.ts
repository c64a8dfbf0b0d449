import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { type Tandem, expect, sampleTest as test } from './support/test.ts'
import { choosing, savedBy } from './support/saved.ts'

const TABLE = [
  'Account,Land,Ort,Owner',
  'Harborline Foods BV,Netherlands,Rotterdam,Ana',
  '北辰制造,中国,苏州,Ana',
  'Lost Ltd,Atlantis,Deep,Ana',
].join('\n')
const file = (text: string, name = 'kunden.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

async function toCustomers({ page, shell }: Tandem): Promise<void> {
  await shell.go('Directory')
  await page.getByRole('button', { name: 'Customers', exact: true }).click()
}

test('a table of customers comes in by its columns, and the next one of its kind is known', async ({
  tandem,
}) => {
  const { page } = tandem
  const dialog = page.getByRole('dialog')
  const read = dialog.getByRole('button', { name: 'Read the file' })
  await toCustomers(tandem)
  await page.getByRole('button', { name: 'Import customers…' }).click()
  await dialog.locator('input[type=file]').setInputFiles(file(TABLE))
  await expect(dialog.getByLabel('The file holds')).toHaveValue('customers-csv')
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Account')
  await expect(dialog.getByRole('row', { name: /^Country/ })).toContainText('Netherlands · 中国 · Atlantis')
  await expect(dialog).toContainText('Not taken from the file: Ort, Owner.')
  await dialog.getByLabel('Country').selectOption('Not in the file')
  await read.click()
  await expect(dialog.getByRole('row', { name: /^Country/ })).toContainText('Choose the column.')
  await expect(dialog.getByLabel('Country')).toBeFocused()
  await dialog.getByLabel('Country').selectOption('Land')
  await dialog.getByLabel('City').selectOption('Ort')
  await read.click()
  await expect(dialog).toContainText(
    'Land “Atlantis” is neither the name of a country nor its two-letter code',
  )
  const saved = await savedBy(tandem, () =>
    dialog.getByRole('button', { name: 'Save the refused rows' }).click(),
  )
  const errors = readFileSync(saved.path, 'utf8')
  await dialog.getByRole('button', { name: 'Import 2 customers' }).click()
  await expect(dialog).toContainText('2 new, 0 changed, 0 unchanged, 1 refused.')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('table', { name: 'Customers' })).toContainText('北辰制造')

  await page.getByRole('button', { name: 'Import customers…' }).click()
  const rows: string[][] = parse(errors, { bom: true })
  expect(rows.map((row) => row.slice(1))).toEqual([
    ['Account', 'Land', 'Ort', 'Owner'],
    ['Lost Ltd', 'Atlantis', 'Deep', 'Ana'],
  ])
  await dialog
    .locator('input[type=file]')
    .setInputFiles(file(errors.replace('"Atlantis"', '"FR"'), 'errors.csv'))
  await expect(dialog).toContainText('Remembered from last time')
  await expect(dialog.getByLabel('City')).toHaveValue('Ort')
  await read.click()
  await dialog.getByRole('button', { name: 'Import 1 customer', exact: true }).click()
  await expect(dialog).toContainText('1 new, 0 changed, 0 unchanged, 0 refused.')
})

test('partners come in by the keyboard alone, from the palette to the end', async ({ tandem }) => {
  const { page, shell } = tandem
  const dialog = page.getByRole('dialog')
  const choose = await choosing(
    tandem,
    file('Firma\tLand\tNummer\nContoso AB\tSweden\t0042\n', 'partner.csv'),
  )
  await page.keyboard.press('Control+k')
  await page.keyboard.type('import partners')
  await expect(shell.palette.getByRole('option', { name: 'Import partners…' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.locator('button', { hasText: 'Choose a file…' })).toBeFocused()
  await choose(() => page.keyboard.press('Enter'))
  const holds = dialog.getByLabel('The file holds')
  await expect(holds).toHaveValue('partners-csv')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.type('Firma')
  await page.keyboard.press('Tab')
  await expect(dialog.getByLabel('Country')).toHaveValue('Land')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Nummer')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('button', { name: 'Import 1 partner' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toContainText('1 new, 0 changed, 0 unchanged, 0 refused.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await shell.go('Directory')
  await page.getByRole('button', { name: 'Partners', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Partners' })).toContainText('0042')
})
