import { type Line, fileOf, line } from '../support/csv-lines.ts'
import { type Tandem, test as emptyTest, expect, sampleTest as test } from './support/test.ts'

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

/** Forty deals of ours: 37 can be proposed, two are closed, and one is there already. */
const FORTY = fileOf(
  Array.from({ length: 40 }, (_, index) => {
    const number = String(index + 1).padStart(2, '0')
    const closed = {
      'Partner Referral Status': 'Closed',
      'Partner Referral Substatus': 'Won',
      'Sales Stage': '',
    }
    const over: Line = index < 2 ? closed : index === 2 ? { 'Sales Stage': '60' } : {}
    return line(`F${number}`, { 'Deal Name': `Deal ${number}`, ...over })
  }),
)

async function importForty({ page, start, shell, list }: Tandem): Promise<void> {
  await start.begin('import')
  const dialog = page.getByRole('dialog')
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'forty.csv', mimeType: 'text/csv', buffer: Buffer.from(FORTY) })
  await dialog.getByRole('button', { name: 'Read the file' }).click()
  await dialog.getByRole('button', { name: 'Import 40 deals' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await shell.go('Outbound')
  await list.count(40)
  await list.sortBy('Deal')
  await expect(list.row('Deal 04')).toContainText('Qualified, 20 %')
}

emptyTest(
  'forty with three that cannot, by mouse: each is named, the others move, one undo',
  async ({ tandem }) => {
    const { page, shell, list, deal } = tandem
    await importForty(tandem)
    await list.row('Deal 01').getByRole('checkbox').click()
    await list.grid.getByRole('rowgroup').evaluate((element) => (element.scrollTop = element.scrollHeight))
    await list
      .row('Deal 40')
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] })
    const bar = page.getByRole('region', { name: 'Chosen deals' })
    await expect(bar).toContainText('40 chosen')
    await bar.getByRole('button', { name: 'Move to stage…' }).click()
    await page.getByRole('menuitem', { name: 'Proposed 60 %' }).click()
    const preview = deal.dialog.getByRole('status', { name: 'What would happen' })
    await expect(preview).toContainText('37 deals will change.')
    await expect(preview).toContainText('1 needs no change: it is there already.')
    await expect(preview).toContainText('2 cannot:')
    await expect(preview).toContainText('2: This deal is closed')
    for (const name of ['Deal 01', 'Deal 02', 'Deal 03']) await expect(preview).toContainText(name)
    await deal.dialog.getByRole('button', { name: 'Move 37 deals' }).click()
    await expect(shell.toast).toContainText('37 deals moved to Proposed.')
    await expect(list.row('Deal 40')).toContainText('Proposed, 60 %')
    await shell.toast.getByRole('button', { name: 'Undo' }).click()
    await expect(list.row('Deal 40')).toContainText('Qualified, 20 %')
  },
)

emptyTest('the same by keyboard alone', async ({ tandem }) => {
  const { page, shell, list, deal } = tandem
  const { keyboard } = page
  await importForty(tandem)
  await keyboard.press('j')
  await keyboard.press('Control+a')
  const bar = page.getByRole('region', { name: 'Chosen deals' })
  await expect(bar).toContainText('40 chosen')
  await bar.getByRole('button', { name: 'Move to stage…' }).focus()
  await keyboard.press('Enter')
  await keyboard.type('Propo')
  await keyboard.press('Enter')
  await expect(deal.dialog.getByRole('button', { name: 'Move 37 deals' })).toBeVisible()
  await keyboard.press('Control+Enter')
  await expect(shell.toast).toContainText('37 deals moved to Proposed.')
  await expect(list.row('Deal 04')).toContainText('Proposed, 60 %')
  await keyboard.press('Control+z')
  await expect(list.row('Deal 04')).toContainText('Qualified, 20 %')
  await expect(list.row('Deal 03')).toContainText('Proposed, 60 %')
})
