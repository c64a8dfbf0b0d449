import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { BoardPage } from '../e2e/pages/board.ts'
import { DealPage } from '../e2e/pages/deal.ts'
import { Shell } from '../e2e/pages/shell.ts'
import { StartPage } from '../e2e/pages/start.ts'
import { expect, test } from './support/test.ts'

const SAMPLE = join(import.meta.dirname, '../fixtures/partner-center-sample.csv')

test('the window shows the application, says which host it is, and a command reaches the database', async ({
  open,
}) => {
  const { page } = await open()
  await new StartPage(page).begin('sample')
  await new Shell(page).go('Pipeline')
  const board = new BoardPage(page)
  await board.shown()
  const info = await page.evaluate(() => window.tandem!.call('app.info', {}))
  expect(info).toMatchObject({ ok: true, value: { name: 'Tandem', host: 'electron' } })

  await board.open('Order portal identity')
  const deal = new DealPage(page)
  await deal.lifecycle.getByRole('button', { name: 'Accept…' }).click()
  await deal.dialog.getByRole('button', { name: 'Accept deal' }).click()
  await expect(deal.timeline).toContainText('Deal accepted')
})

test('a card moves by mouse, and the board hears of it as an event', async ({ open }) => {
  const { page } = await open()
  await new StartPage(page).begin('sample')
  await new Shell(page).go('Pipeline')
  const board = new BoardPage(page)
  await board.shown()
  await board.drag('Invoice capture', 'proposed')
  await board.stands('Invoice capture', 'proposed')
})

test('a file goes in through the page’s own origin, and a report comes out', async ({ open }) => {
  const { page } = await open()
  const deal = new DealPage(page)
  await new StartPage(page).begin('import')
  await deal.dialog.locator('input[type=file]').setInputFiles(SAMPLE)
  await deal.dialog.getByRole('button', { name: 'Read the file' }).click()
  await deal.dialog.getByRole('button', { name: 'Import 48 deals' }).click()
  await expect(deal.dialog).toContainText('48 new, 0 changed, 0 unchanged, 0 refused.')
  await deal.dialog.getByRole('button', { name: 'Done' }).click()

  await new Shell(page).go('Inbound')
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await deal.dialog.getByRole('button', { name: 'Export' }).click()
  const rows: unknown[] = parse(readFileSync(await (await download).path()), { bom: true, columns: true })
  expect(rows).toHaveLength(6)
})

test('what was done is there after the next start', async ({ open }) => {
  const first = await open()
  await new StartPage(first.page).begin('sample')
  await new Shell(first.page).go('Pipeline')
  await new BoardPage(first.page).shown()
  await first.quit()
  const second = await open()
  await new Shell(second.page).go('Pipeline')
  await new BoardPage(second.page).shown()
})
