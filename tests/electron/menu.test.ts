import { BoardPage } from '../e2e/pages/board.ts'
import { DealPage } from '../e2e/pages/deal.ts'
import { Shell } from '../e2e/pages/shell.ts'
import { StartPage } from '../e2e/pages/start.ts'
import { expect, startsTest as test } from './support/test.ts'

test('the menu speaks the language of the system, and from then on the one that is chosen', async ({
  start,
}) => {
  const { standIn, page } = await start({ languages: ['zh-CN', 'en-US'] })
  expect(standIn.menu.labels('文件(&F)')).toEqual([
    '新建交易',
    '从合作伙伴中心导入…',
    '打印…',
    '设置…',
    '退出 Tandem',
  ])
  await page.evaluate(() => window.tandem!.call('settings.save', { locale: 'en' }))
  await expect
    .poll(() => standIn.menu.labels('&File'))
    .toEqual(['New deal', 'Import from Partner Center…', 'Print…', 'Settings…', 'Quit Tandem'])
})

test('what asks the screens waits for the end of the first run', async ({ start }) => {
  const { standIn, page } = await start()
  const start_ = new StartPage(page)
  expect([standIn.menu.item('New deal').enabled, standIn.menu.item('Zoom in').enabled]).toEqual([
    false,
    undefined,
  ])
  await start_.begin('sample')
  await expect.poll(() => standIn.menu.item('New deal').enabled).toBe(true)
  standIn.windows[0]!.webContents.reload()
  expect(standIn.menu.item('New deal').enabled).toBe(false)
  await expect.poll(() => standIn.menu.item('New deal').enabled).toBe(true)
})

test('an item of each menu does its work on the screens', async ({ start }) => {
  const { standIn, page, window } = await start()
  const { menu } = standIn
  await new StartPage(page).begin('sample')
  await expect.poll(() => menu.item('New deal').enabled).toBe(true)

  await menu.choose('New deal')
  await page.waitForURL(/#\/new/)
  await menu.choose('Directory')
  await page.waitForURL(/#\/directory$/)
  await menu.choose('Back')
  await page.waitForURL(/#\/new/)
  await menu.choose('Forward')
  await page.waitForURL(/#\/directory$/)
  await menu.choose('Import from Partner Center…')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Import')
  // What is open goes as with Escape before anything else comes.
  await menu.choose('Keyboard shortcuts')
  await expect(dialog).toHaveCount(1)
  await expect(dialog).toContainText('Keyboard shortcuts')
  await menu.choose('Search, or say what to do…')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await menu.choose('About Tandem')
  await page.waitForURL(/#\/settings#about$/)
  await expect(dialog).toHaveCount(0)
  await menu.choose('Zoom in')
  await menu.choose('Zoom in')
  await menu.choose('Zoom out')
  expect(window.webContents.zoomFactor).toBe(1.1)
})

test('what a screen shows is printed as its own button does; where nothing can be, the item is disabled', async ({
  start,
}) => {
  const { standIn, page } = await start()
  const { menu } = standIn
  const print = () => menu.item('Print…').enabled
  const dialog = page.getByRole('dialog')
  expect(print()).toBe(false)
  await new StartPage(page).begin('sample')

  // Today goes to the printer as it stands.
  await expect.poll(print).toBe(true)
  await page.evaluate(() => {
    window.print = () => void (document.body.dataset['printed'] = 'the day')
  })
  await menu.choose('Print…')
  await expect(page.locator('body[data-printed="the day"]')).toBeVisible()

  await menu.choose('Directory')
  await expect.poll(print).toBe(false)

  // A report becomes a document at once; the sheet of a deal asks first what is to be in it.
  await menu.choose('Insights')
  await page.getByRole('link', { name: 'Outcomes' }).click()
  await expect.poll(print).toBe(true)
  await menu.choose('Print…')
  await expect(dialog).toContainText('.pdf')
  await menu.choose('Pipeline')
  const board = new BoardPage(page)
  await board.shown()
  await expect.poll(print).toBe(false)
  await board.open('Order portal identity')
  await expect.poll(print).toBe(true)
  await page.keyboard.press('Control+p')
  await expect(dialog).toContainText('Order portal identity')
  await expect(dialog.getByRole('radio', { name: /PDF/ })).toBeChecked()
  standIn.windows[0]!.webContents.reload()
  expect(print()).toBe(false)
  await expect.poll(print).toBe(true)
})

test('typed values go only when the person says so', async ({ start }) => {
  const { standIn, page } = await start()
  await new StartPage(page).begin('sample')
  await new Shell(page).go('Directory')
  await page.getByRole('button', { name: /^Add a / }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('Northwind')
  await standIn.menu.choose('Pipeline')
  await dialog.getByRole('alertdialog').getByRole('button').first().click()
  await expect(dialog.getByRole('textbox').first()).toHaveValue('Northwind')
  expect(page.url()).toContain('#/directory')
  await standIn.menu.choose('Pipeline')
  await dialog.getByRole('alertdialog').getByRole('button').last().click()
  await page.waitForURL(/#\/pipeline$/)
  await expect(dialog).toHaveCount(0)
})

test('undo takes back what is typed in a field, and outside of one the last change of a deal', async ({
  start,
}) => {
  const { standIn, page } = await start()
  const { menu } = standIn
  await new StartPage(page).begin('sample')
  await new Shell(page).go('Pipeline')
  const board = new BoardPage(page)
  await board.shown()
  await board.open('Order portal identity')
  const deal = new DealPage(page)
  await deal.lifecycle.getByRole('button', { name: 'Accept…' }).click()
  await deal.dialog.getByRole('button', { name: 'Accept deal' }).click()
  await expect(deal.timeline).toContainText('Deal accepted')

  for (const undo of [() => page.keyboard.press('Control+z'), () => menu.choose('Undo')]) {
    await menu.choose('Directory')
    await page.getByRole('button', { name: /^Add a / }).click()
    const field = page.getByRole('dialog').getByRole('textbox').first()
    await field.pressSequentially('Northwind')
    await undo()
    await expect(field).toHaveValue('')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Discard' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await menu.choose('Undo')
  await expect(page.locator('main')).toContainText('Undone')
  await menu.choose('Redo')
  await expect(page.locator('main')).toContainText('Done again')
})

test('the right button opens the menu of a field, and none beside it', async ({ start }) => {
  const { standIn, page, window } = await start({ languages: ['zh-CN'] })
  const flags = { canCut: true, canCopy: true, canPaste: false, canSelectAll: true }
  const pointed = { isEditable: true, selectionText: '', editFlags: flags }
  window.webContents.emit('context-menu', {}, { ...pointed, isEditable: false })
  expect(standIn.menu.popped).toBeNull()
  window.webContents.emit('context-menu', {}, pointed)
  expect(standIn.menu.popped!.map(({ label, enabled }) => label && [label, enabled])).toEqual([
    ['剪切', true],
    ['复制', true],
    ['粘贴', false],
    ['粘贴并匹配样式', false],
    undefined,
    ['全选', true],
  ])
  const field = page.getByRole('textbox').first()
  await field.fill('Contoso')
  await standIn.menu.choose('全选', standIn.menu.popped!)
  expect(await page.evaluate(() => String(getSelection()))).toBe('Contoso')
})

test('asked for a new deal from outside, the screens begin one', async ({ start }) => {
  const first = await start()
  await new StartPage(first.page).begin('sample')
  first.standIn.app.emit('second-instance', {}, ['tandem', '--new-deal'], '/')
  await first.page.waitForURL(/#\/new/)
  await first.quit()
  const asked = [...process.argv]
  process.argv.push('--new-deal')
  try {
    const second = await start()
    await second.page.waitForURL(/#\/new/)
  } finally {
    process.argv = asked
  }
})
