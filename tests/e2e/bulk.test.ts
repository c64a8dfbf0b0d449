import { expect, sampleTest as test } from './support/test.ts'

test('many deals move at once: looked at first, those that cannot are named, and taken back in one go', async ({
  tandem,
}) => {
  const { page, shell, list, deal } = tandem
  await shell.go('Outbound')
  await list.sortBy('Deal')
  const wanted = ['Cold-store energy report', 'Dock scheduling', 'Crane telemetry']
  for (const name of wanted) await list.row(name).getByRole('checkbox').click()
  const bar = page.getByRole('region', { name: 'Chosen deals' })
  await expect(bar).toContainText('3 chosen')
  await bar.getByRole('button', { name: 'Move to stage…' }).click()
  await page.getByRole('menuitem', { name: 'Proposed 60 %' }).click()
  const preview = deal.dialog.getByRole('status', { name: 'What would happen' })
  await expect(preview).toContainText('2 deals will change.')
  await expect(preview).toContainText('1: This deal is closed')
  await expect(preview).toContainText('Crane telemetry')
  await deal.dialog.getByRole('button', { name: 'Move 2 deals' }).click()
  await expect(list.row('Dock scheduling')).toContainText('Proposed, 60 %')
  await expect(bar).toBeHidden()
  await expect(shell.toast).toContainText('2 deals moved to Proposed.')
  await shell.toast.getByRole('button', { name: 'Undo' }).click()
  await expect(list.row('Dock scheduling')).toContainText('Developed, 40 %')
  await expect(list.row('Cold-store energy report')).toContainText('Created, 10 %')
})

test('by keyboard: x, Shift with arrows, all of a filtered list, lost for a reason', async ({ tandem }) => {
  const { page, shell, list, deal } = tandem
  await shell.go('Outbound')
  await expect(list.rows.first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('region', { name: 'Chosen deals' })
  await expect(bar).toContainText('3 chosen')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()

  await page.keyboard.press('x')
  await bar.getByRole('button', { name: 'Lost…' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  await expect(deal.dialog.getByRole('button', { name: 'Close 1 deal as lost' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toBeHidden()
  await expect(shell.toast).toContainText('1 deal closed as lost.')
  await expect(shell.toast.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})
