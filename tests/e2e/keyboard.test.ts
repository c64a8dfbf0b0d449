import { expect, sampleTest as test } from './support/test.ts'

test('the board is walked, lifted and refused by keyboard alone', async ({ tandem }) => {
  const { page, shell, board } = tandem
  await board.handle('Order portal identity').focus()
  await page.keyboard.press('ArrowDown')
  await expect(board.handle('Fleet telemetry pilot')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(board.handle('Cold-store energy report')).toBeFocused()

  await board.lift('Fleet telemetry pilot', 2)
  await expect(shell.spoken).toContainText('Over Qualified. Not possible: accept first.')
  await page.keyboard.press('Space')
  await board.stands('Fleet telemetry pilot', 'received')
  await expect(board.handle('Fleet telemetry pilot')).toBeFocused()

  await board.lift('Fleet telemetry pilot', 1)
  await page.keyboard.press('Escape')
  await expect(shell.spoken).toContainText('stays in Received')
})

test('a received deal is accepted by carrying it one column, all by keyboard', async ({ tandem }) => {
  const { page, board, deal } = tandem
  await board.lift('Fleet telemetry pilot', 1)
  await page.keyboard.press('Space')
  await expect(deal.dialog).toBeVisible()
  await expect(deal.dialog.getByLabel('Deal name')).toHaveValue('Fleet telemetry pilot')
  await page.keyboard.press('Enter')
  await expect(deal.dialog).toBeHidden()
  await board.stands('Fleet telemetry pilot', 'created')
  await expect(board.handle('Fleet telemetry pilot')).toBeFocused()
})

test('a deal is lost from the board: number key, notes, confirm', async ({ tandem }) => {
  const { page, board, deal } = tandem
  const open = await board.count('negotiated')
  await board.lift('Shift planning', 2)
  await page.keyboard.press('Space')
  await expect(deal.dialog).toContainText('Close “Shift planning” as lost?')
  await deal.dialog.getByRole('radio').first().focus()
  await page.keyboard.press('8')
  await expect(deal.dialog.getByLabel('Notes')).toBeFocused()
  await deal.dialog.getByRole('radio').first().focus()
  await page.keyboard.press('3')
  await expect(deal.dialog.getByRole('radio', { name: /another vendor/ })).toBeChecked()
  await expect(deal.dialog.getByRole('radio', { name: /another vendor/ })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(board.card('Shift planning')).toHaveCount(0)
  await expect.poll(() => board.count('negotiated')).toBe(open - 1)
})

test('a list is walked, marked and opened by keyboard', async ({ tandem }) => {
  const { page, shell, list, deal } = tandem
  await shell.go('Inbound')
  await list.rows.first().focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  const name = (await list.names())[1]!
  await expect(list.row(name)).toBeFocused()
  await page.keyboard.press('f')
  await expect(list.row(name).getByRole('button', { pressed: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await deal.shown(name)
})

test('search opens a deal, also by part of a Chinese name', async ({ tandem }) => {
  const { page, deal } = tandem
  await page.keyboard.press('Control+k')
  await page.keyboard.type('warehouse tel')
  await expect(page.getByRole('option', { name: /^Open deal.*Warehouse telemetry/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await deal.shown('Warehouse telemetry on Azure')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('单证')
  await expect(page.getByRole('option', { name: /^Open deal.*港口单证无纸化/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await deal.shown('港口单证无纸化')
})
