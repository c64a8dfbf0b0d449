import type { Page } from '@playwright/test'
import { expect, sampleTest as test } from './support/test.ts'

/** The palette, opened by keyboard, with something typed. */
async function ask(page: Page, text: string) {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search deals, or say what to do' })).toBeFocused()
  await page.keyboard.type(text)
}
const active = (page: Page) => page.getByRole('option', { selected: true })

test('a deal is found and opened, by keyboard and by mouse', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await ask(page, 'warehouse tel')
  await expect(active(page)).toHaveText(/^Open deal.*Halvorsen Logistics AS, NOK 4,200,000$/)
  await page.keyboard.press('Enter')
  await deal.shown('Warehouse telemetry on Azure')
  await shell.type('harvest')
  await shell.palette.getByRole('option', { name: /^Open deal/ }).click()
  await deal.shown('Harvest drone imagery')
  await page.keyboard.press('/')
  await expect(shell.palette.getByRole('group', { name: 'Lately opened' })).toContainText(
    'Warehouse telemetry',
  )
})

test('the next stage of a deal is marked over the board, and taken back', async ({ tandem }) => {
  const { page, shell, board } = tandem
  await board.stands('Ward communication', 'developed')
  await board.handle('Ward communication').focus()
  await page.keyboard.press('Control+k')
  await expect(active(page)).toHaveText(/^Mark as Proposed/)
  await page.keyboard.press('Enter')
  await board.stands('Ward communication', 'proposed')
  await expect(shell.toast).toContainText('Ward communication moved to Proposed')
  await page.keyboard.press('Control+z')
  await board.stands('Ward communication', 'developed')
})

test('Won asks before anything happens; the focus is back on the card afterwards', async ({ tandem }) => {
  const { page, board, deal, shell } = tandem
  await board.handle('Ward communication').focus()
  await ask(page, 'won')
  await expect(active(page)).toHaveText(/^Won…/)
  await page.keyboard.press('Enter')
  await expect(deal.dialog).toContainText('Close “Ward communication” as won?')
  await page.keyboard.press('Escape')
  await expect(deal.dialog).toBeHidden()
  await expect(board.handle('Ward communication')).toBeFocused()
  await board.stands('Ward communication', 'developed')

  await shell.type('won ward')
  await shell.palette.getByRole('option', { name: 'Won…' }).click()
  await deal.dialog.getByRole('button', { name: 'Close as won' }).click()
  await expect(shell.toast).toContainText('Ward communication closed as won.')
  await expect(board.column('developed').getByText('Ward communication')).toHaveCount(0)
})

test('a blocked action says why, and leads to what mends it', async ({ tandem }) => {
  const { page, board, deal, shell } = tandem
  await board.handle('Mill sensors to cloud').focus()
  await ask(page, 'lost')
  await expect(active(page)).toHaveText(/^Lost….*Not accepted yet$/)
  await page.keyboard.press('Enter')
  await expect(shell.spoken).toContainText('Not accepted yet. Answer the invitation first.')
  await expect(shell.palette).toContainText('Everything else opens once the deal is accepted.')
  await expect(active(page)).toHaveText(/^Accept…/)
  await page.keyboard.press('Enter')
  await expect(deal.dialog.getByLabel('Deal name')).toHaveValue('Mill sensors to cloud')
})

test('all actions of a deal are one step away, blocked ones too', async ({ tandem }) => {
  const { page, shell } = tandem
  await ask(page, 'dock sched')
  await expect(active(page)).toContainText('Open deal')
  await page.keyboard.press('Control+Enter')
  await expect(shell.palette.getByRole('group')).toHaveCount(1)
  await expect(shell.palette.getByRole('option', { name: 'Copy as new deal' })).toBeVisible()
  await expect(shell.palette.getByRole('option', { disabled: true }).first()).toBeVisible()
  await page.keyboard.type('team')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /Team/ })).toBeVisible()
})

test('on the page of a deal its actions are first; editing begins there, from anywhere', async ({
  tandem,
}) => {
  const { page, shell, deal } = tandem
  await ask(page, 'edit dock')
  await expect(active(page)).toHaveText(/^Edit name, value and date/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Deal name' })).toBeFocused()
  await page.keyboard.press('Escape')
  await deal.shown('Dock scheduling')
  await page.keyboard.press('Control+k')
  await expect(shell.palette.getByRole('group').first()).toHaveAccessibleName('Dock scheduling')
  await page.keyboard.type('收藏')
  await expect(active(page)).toHaveText(/favorites$/)
  await page.keyboard.press('Enter')
  await expect(shell.toast).toContainText('Dock scheduling is')
})

test('language and theme change at once; both languages find what they name', async ({ tandem }) => {
  const { page, deal } = tandem
  await page.evaluate(() => ((window as { stays?: boolean }).stays = true))
  await ask(page, 'chinese')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '管道' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('单证')
  await expect(active(page)).toContainText('打开交易')
  await page.keyboard.press('Enter')
  await deal.shown('港口单证无纸化')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('won')
  await expect(active(page)).toContainText('赢单')
  expect(await page.evaluate(() => (window as { stays?: boolean }).stays)).toBe(true)
})

test('places, dialogs and the list one looks at are at hand', async ({ tandem }) => {
  const { page, shell, list } = tandem
  await ask(page, 'outbound')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Outbound' })).toBeVisible()
  await list.rows.first().focus()
  const name = (await list.names())[0]!
  await page.keyboard.press('Control+k')
  await expect(shell.palette.getByRole('group').first()).toHaveAccessibleName(name)
  await page.keyboard.type('export')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /^Export \d+ deals/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list.rows.first()).toBeFocused()
  await ask(page, 'add partner')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Add a partner' })).toBeVisible()
  await page.keyboard.press('Escape')
  await ask(page, 'notifications')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Notifications' })).toBeVisible()
})

test('g and a letter lead to every place, n to a new deal; nothing of it while one types', async ({
  tandem,
}) => {
  const { page, newDeal } = tandem
  for (const [letter, place] of [
    ['i', 'Inbound'],
    ['o', 'Outbound'],
    ['a', 'All deals'],
    ['f', 'Favorites'],
    ['d', 'Directory'],
    ['s', 'Settings'],
    ['p', 'Pipeline'],
  ] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(letter)
    await expect(page.getByRole('heading', { level: 1, name: place, exact: true })).toBeVisible()
  }
  await page.keyboard.press('n')
  await newDeal.shown()
  await page.getByLabel('Company name').focus()
  await page.keyboard.type('gps? n/c')
  await expect(page.getByLabel('Company name')).toHaveValue('gps? n/c')
  await newDeal.shown()
})

test('the sheet shows the keys of the screen one is on, by key and by mouse', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await page.keyboard.press('?')
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveText([
    'Board',
    'Board, with a card lifted',
    'Looking back',
    'Anywhere',
    'Go to',
  ])
  await expect(sheet).toContainText('Lift the card')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await shell.search('Dock scheduling')
  await deal.shown('Dock scheduling')
  await page.keyboard.press('?')
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveText(['Deal', 'Anywhere', 'Go to'])
  await expect(sheet).toContainText('Mark the next stage')
  await page.keyboard.press('Escape')
  await shell.go('Inbound')
  await page.getByRole('button', { name: 'Keyboard shortcuts (?)' }).click()
  await expect(sheet.getByRole('heading', { level: 3 })).toHaveText(['List', 'Anywhere', 'Go to'])
  await expect(sheet).toContainText('Choose all shown')
  await sheet.getByRole('button', { name: 'Close' }).first().click()
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts (?)' })).toBeFocused()
})
