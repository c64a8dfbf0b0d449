import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { expect, test } from './support/test.ts'
import { savedBy } from './support/saved.ts'

const SAMPLE = join(import.meta.dirname, '../fixtures/partner-center-sample.csv')

test('a Partner Center file becomes the pipeline; the same file again changes nothing', async ({
  tandem,
}) => {
  const { page, start, shell, board, list } = tandem
  await start.begin('import')
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(SAMPLE)
  await expect(dialog).toContainText('partner-center-sample.csv')
  await dialog.getByRole('button', { name: 'Read the file' }).click()
  await expect(dialog).toContainText('48')
  await dialog.getByRole('button', { name: 'Import 48 deals' }).click()
  await expect(dialog).toContainText('48 new, 0 changed, 0 unchanged, 0 refused.')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await shell.go('Pipeline')
  await board.shown()
  expect(await board.count('received')).toBe(6)
  await shell.go('Inbound')
  await list.count(6)

  await shell.go('Pipeline')
  await page.getByRole('button', { name: 'Import from Partner Center' }).click()
  await dialog.locator('input[type=file]').setInputFiles(SAMPLE)
  await dialog.getByRole('button', { name: 'Read the file' }).click()
  await expect(dialog).toContainText('Nothing to import')
  await expect(dialog.getByRole('button', { name: /^Import/ })).toBeDisabled()
})

test('broken rows are named with column and reason, and come back in a file that can be mended', async ({
  tandem,
}) => {
  const { page, start } = tandem
  const rows: string[][] = parse(readFileSync(SAMPLE), { bom: true })
  const header = rows[0]!
  const broken = rows.slice(0, 4).map((row) => [...row])
  broken[1]![header.indexOf('Estimated Close Date')] = '31/31/2027'
  broken[2]![header.indexOf('Currency')] = 'XXQ'
  await start.begin('import')
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'broken.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(stringify(broken)),
  })
  await dialog.getByRole('button', { name: 'Read the file' }).click()
  await expect(dialog).toContainText('“31/31/2027” is not a date such as 12/31/2026')
  await expect(dialog).toContainText('“XXQ” is not a currency code')
  const saved = await savedBy(tandem, () =>
    dialog.getByRole('button', { name: 'Save the refused rows' }).click(),
  )
  const errors: string[][] = parse(readFileSync(saved.path), { bom: true })
  expect(errors[0]).toEqual(header)
  expect(errors.slice(1).map((row) => row[header.indexOf('Errors')])).toEqual([
    'Estimated Close Date “31/31/2027” is not a date such as 12/31/2026 [NOT_A_DATE]',
    'Currency “XXQ” is not a currency code [UNKNOWN_CURRENCY]',
  ])
  await dialog.getByRole('button', { name: 'Import 1 deal' }).click()
  await expect(dialog).toContainText('1 new, 0 changed, 0 unchanged, 2 refused.')
})

test('a file that is none of ours is refused in words, and nothing has changed', async ({ tandem }) => {
  const { page, start } = tandem
  await start.begin('import')
  const dialog = page.getByRole('dialog')
  const choose = (buffer: Buffer) =>
    dialog.locator('input[type=file]').setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer })
  await choose(Buffer.from('a,b,c\n1,2,3\n'))
  await expect(dialog).toContainText('Its header does not say. Choose what it is.')
  await dialog.getByLabel('The file holds').selectOption('Deals: bulk CSV of Partner Center')
  await dialog.getByRole('button', { name: 'Read the file' }).click()
  await expect(dialog).toContainText('Columns are missing: Referral ID')
  await expect(dialog).toContainText('Nothing was changed.')
  await choose(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]))
  await expect(dialog).toContainText('The file is not Unicode text')
  await expect(dialog.getByRole('button', { name: 'Read the file' })).toBeDisabled()
})
