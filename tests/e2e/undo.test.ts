import { expect, sampleTest as test } from './support/test.ts'

test('a card moved by mouse goes back by mouse, and forth again', async ({ tandem }) => {
  const { board, shell } = tandem
  await board.drag('Invoice capture', 'qualified')
  await board.stands('Invoice capture', 'qualified')
  await expect(shell.toast).toContainText('Invoice capture moved to Qualified, 20 %.')
  await shell.toast.getByRole('button', { name: 'Undo' }).click()
  await board.stands('Invoice capture', 'created')
  await expect(shell.toast).toContainText('Undone: move of Invoice capture to Qualified.')
  await shell.toast.getByRole('button', { name: 'Redo' }).click()
  await board.stands('Invoice capture', 'qualified')
})

test('a card moved by keyboard goes back by keyboard', async ({ tandem }) => {
  const { page, board, shell } = tandem
  await board.lift('Claims triage with AI', 1)
  await page.keyboard.press('Space')
  await board.stands('Claims triage with AI', 'developed')
  await expect(board.handle('Claims triage with AI')).toBeFocused()
  await page.keyboard.press('Control+z')
  await board.stands('Claims triage with AI', 'qualified')
  await expect(shell.toast).toContainText('Undone: move of Claims triage with AI')
})

test('a changed detail goes back; while one types, Ctrl+Z is the field’s own', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Dock scheduling')
  await deal.edit('CRM ID', 'KC-1')
  await expect(shell.toast).toContainText('Dock scheduling changed.')
  await page.getByRole('button', { name: 'Edit Notes' }).click()
  await page.keyboard.press('Control+z')
  await expect(shell.toast).not.toContainText('Undone')
  await page.keyboard.press('Escape')
  await deal.timeline.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(shell.toast).toContainText('Undone: CRM ID of Dock scheduling.')
  await expect.poll(async () => (await deal.events())[0]).toBe('Undone: Details changed')
})

test('a favorite of a list goes back; a move that was overtaken says why not', async ({ tandem }) => {
  const { page, shell, list, board, deal } = tandem
  await shell.go('Outbound')
  const heart = list.rows.first().getByRole('button')
  const before = await heart.getAttribute('aria-pressed')
  await heart.click()
  await expect(heart).not.toHaveAttribute('aria-pressed', before!)
  await shell.toast.getByRole('button', { name: 'Undo' }).click()
  await expect(heart).toHaveAttribute('aria-pressed', before!)

  await shell.go('Pipeline')
  await board.drag('Invoice capture', 'qualified')
  await board.stands('Invoice capture', 'qualified')
  await board.open('Invoice capture')
  await deal.button('Won…').click()
  await deal.dialog.getByRole('button', { name: 'Close as won' }).click()
  await expect(deal.dialog).toBeHidden()
  await page.locator('#main').focus()
  await page.keyboard.press('Control+z')
  await expect(shell.toast).toContainText(
    'Not undone: Invoice capture moved to Qualified, 20 %. This deal is closed',
  )
})

test('Ctrl+Z again and again goes back change by change, and says when nothing is left', async ({
  tandem,
}) => {
  const { page, shell, board } = tandem
  await board.drag('Invoice capture', 'qualified')
  await board.stands('Invoice capture', 'qualified')
  await board.drag('Claims triage with AI', 'proposed')
  await board.stands('Claims triage with AI', 'proposed')
  await page.keyboard.press('Control+z')
  await board.stands('Claims triage with AI', 'qualified')
  await expect(shell.toast).toContainText('Undone: move of Claims triage with AI to Proposed.')
  await page.keyboard.press('Control+z')
  await board.stands('Invoice capture', 'created')
  await expect(shell.toast).toContainText('Undone: move of Invoice capture to Qualified.')
  await page.keyboard.press('Control+z')
  await expect(shell.toast).toContainText('Nothing more to undo.')
  await page.keyboard.press('Control+Shift+z')
  await board.stands('Invoice capture', 'qualified')
  await shell.toast.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Invoice capture' })).toBeVisible()
  await expect(shell.toast.getByRole('button', { name: 'Open' })).toHaveCount(0)
})
