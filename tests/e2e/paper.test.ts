import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { programOnPath } from '../support/tools.ts'
import { readDocument } from '../support/read-document.ts'
import { expect, sampleTest as test } from './support/test.ts'
import { savedBy } from './support/saved.ts'

const PDFTOTEXT = programOnPath('pdftotext')

const textOf = (path: string): string =>
  PDFTOTEXT ? execFileSync(PDFTOTEXT, ['-layout', path, '-'], { encoding: 'utf8' }) : ''

test('the report that is shown goes out as table, document and PDF, by mouse and by keyboard', async ({
  tandem,
}) => {
  const { page, shell } = tandem
  await shell.go('Insights')
  await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: 'Outcomes' }).click()
  const table = page.getByRole('table', { name: 'Outcomes' })
  const shown = await table.getByRole('row').last().innerText()
  const menu = page.getByRole('button', { name: 'Export', exact: true })
  const dialog = page.getByRole('dialog')
  const close = async () => {
    await expect(dialog).toContainText('Saved as')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog).toHaveCount(0)
  }

  const csv = await savedBy(tandem, async () => {
    await menu.click()
    await page.getByRole('menuitem', { name: 'CSV' }).click()
  })
  await close()
  expect(csv.name).toMatch(/^tandem-outcomes-.*\.csv$/)
  const rows: string[][] = parse(readFileSync(csv.path), { bom: true })
  expect(shown.startsWith(rows.at(-1)!.slice(0, 3).join('\t'))).toBe(true)

  const html = await savedBy(tandem, async () => {
    await menu.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'HTML, one file' }).focus()
    await page.keyboard.press('Enter')
  })
  await close()
  const document = readDocument(readFileSync(html.path))
  expect(document.words).toContain('Outcomes')
  expect(document.words).toContain('Win rate')
  expect(document.meta('log-head')).toMatch(/^[0-9a-f]{64}$/)

  await menu.click()
  const pdf = await savedBy(tandem, () => page.getByRole('menuitem', { name: 'PDF' }).click())
  await close()
  expect(readFileSync(pdf.path).subarray(0, 5).toString()).toBe('%PDF-')
  if (PDFTOTEXT) expect(textOf(pdf.path)).toContain('Page 1 of 1')
})

test('a deal goes out on a page, its people only when that is ticked', async ({ tandem }) => {
  const { page, shell, list, deal } = tandem
  await shell.go('Outbound')
  await list.row('Private banking records').getByRole('link').first().click()
  await deal.shown('Private banking records')
  const dialog = page.getByRole('dialog')
  const sheet = async (ticked: boolean) => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Deal sheet…' }).click()
    await dialog.getByRole('radio', { name: /^HTML/ }).click()
    if (ticked) await dialog.getByRole('checkbox').check()
    const saved = await savedBy(tandem, async () => {
      await dialog.getByRole('button', { name: 'Export' }).click()
      if (!ticked) return
      await expect(dialog).toContainText(/Names \d+ people/)
      await dialog.getByRole('button', { name: /^Save/ }).click()
    })
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog).toHaveCount(0)
    return readDocument(readFileSync(saved.path)).words
  }
  const bare = await sheet(false)
  expect(bare).toContain('Private banking records')
  expect(bare).not.toContain('Luca Bianchi')
  expect(await sheet(true)).toContain('Luca Bianchi')
})
