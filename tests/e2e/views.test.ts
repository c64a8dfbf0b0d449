import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, sampleTest as test, tandemOn } from './support/test.ts'
import { savedBy } from './support/saved.ts'

test('a saved view with its filters, order and columns survives a restart, and so does what was left unsaved', async ({
  tandem,
}) => {
  const { page, host, shell, list } = tandem
  await shell.go('Outbound')
  await list.filter('Status', 'Accepted')
  await list.sortBy('Value')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Country' }).click()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Escape')
  const columns = [
    'Deal',
    'Customer',
    'Status',
    'Time left or stage',
    'Type',
    'Value',
    'Country',
    'Close date',
  ]
  await expect.poll(() => list.headings()).toEqual(columns)
  await list.saveView('Running, by value')
  const shown = await list.names()
  await shell.go('Inbound')
  await list.filter('Status', 'Received')
  await list.count(6)

  const again = tandemOn(await host.restart(), host)
  await again.shell.go('Inbound')
  await expect(again.list.chips).toHaveText(['Status: Received'])
  await again.list.count(6)
  await again.shell.go('Outbound')
  await expect(again.list.view('Running, by value')).toHaveAttribute('aria-selected', 'true')
  await expect(again.list.chips).toHaveText(['Status: Accepted'])
  await expect.poll(() => again.list.headings()).toEqual(columns)
  expect(await again.list.names()).toEqual(shown)
  await again.list.view('All').click()
  await again.list.count(44)
})

test('a view is updated, renamed and deleted by mouse', async ({ tandem }) => {
  const { page, shell, list, deal } = tandem
  await shell.go('Outbound')
  await list.filter('Status', 'Won')
  await list.saveView('Won')
  await expect(list.view('Won')).toContainText('7')
  await list.filter('Type', 'Private')
  await expect(list.view('Won')).toContainText('differs from what was saved')
  await list.view('Won').click()
  await expect(list.chips).toHaveText(['Status: Won'])
  await page.getByRole('button', { name: 'Status: Won' }).click()
  await page.getByRole('option', { name: 'Lost' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeHidden()

  const more = (name: string) => page.getByRole('button', { name: `More for the view “${name}”` })
  await more('Won').click()
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  await deal.dialog.getByLabel('Name').fill('Over')
  await deal.dialog.getByRole('button', { name: 'Rename' }).click()
  await expect(list.view('Over')).toHaveAttribute('aria-selected', 'true')
  await expect(list.chips).toHaveText(['Status: Won and Lost'])

  await more('Over').click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await deal.dialog.getByRole('button', { name: 'Delete the view' }).click()
  await expect(list.views.getByRole('tab')).toHaveCount(1)
  await expect(list.chips).toHaveText(['Status: Won and Lost'])
})

test('by keyboard alone: a filter, a view, another filter in its chip, and back to the whole', async ({
  tandem,
}) => {
  const { page, shell, list } = tandem
  const { keyboard } = page
  await shell.go('Outbound')
  await expect(list.rows.first()).toBeVisible()
  await page.getByRole('button', { name: 'Filter', exact: true }).focus()
  await keyboard.press('Enter')
  await keyboard.type('sta')
  await keyboard.press('Enter')
  await keyboard.type('won')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await list.count(7)
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused()

  await page.getByRole('button', { name: 'Save this view' }).focus()
  await keyboard.press('Enter')
  await keyboard.type('Won ones')
  await keyboard.press('Enter')
  await expect(list.view('Won ones')).toHaveAttribute('aria-selected', 'true')

  await page.getByRole('button', { name: 'Status: Won' }).focus()
  await keyboard.press('Enter')
  await keyboard.type('lost')
  await keyboard.press('Enter')
  await expect(list.chips).toHaveText(['Status: Won and Lost'])
  await keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Status: Won and Lost' })).toBeFocused()
  await page.getByRole('button', { name: 'Remove the filter Status' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused()
  await list.count(44)

  await list.view('Won ones').focus()
  await keyboard.press('ArrowLeft')
  await expect(list.view('All')).toBeFocused()
  await keyboard.press('Enter')
  await expect(list.view('All')).toHaveAttribute('aria-selected', 'true')
})

test('columns are ordered by mouse: dragged by a row, and moved by a button', async ({ tandem }) => {
  const { page, shell, list } = tandem
  await shell.go('Outbound')
  await page.getByRole('button', { name: 'Columns' }).click()
  const row = (name: string) =>
    page.getByRole('dialog', { name: 'Columns' }).getByRole('listitem').filter({ hasText: name })
  await row('Close date').dragTo(row('Time left or stage'))
  await page.getByRole('button', { name: 'Move Value up' }).click()
  await page.keyboard.press('Escape')
  await expect
    .poll(() => list.headings())
    .toEqual(['Deal', 'Customer', 'Status', 'Close date', 'Time left or stage', 'Value', 'Type'])
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('button', { name: 'Back to the usual' }).click()
  await page.keyboard.press('Escape')
  await expect
    .poll(() => list.headings())
    .toEqual(['Deal', 'Customer', 'Status', 'Time left or stage', 'Type', 'Value', 'Close date'])
})

test('more columns than there is room for scroll in the table, and the name stays', async ({ tandem }) => {
  const { page, shell, list } = tandem
  await page.setViewportSize({ width: 1024, height: 700 })
  await shell.go('Outbound')
  await page.getByRole('button', { name: 'Columns' }).click()
  for (const name of ['Country', 'Registration', 'Partners', 'Created', 'CRM ID']) {
    await page.getByRole('checkbox', { name, exact: true }).click()
  }
  await page.keyboard.press('Escape')
  const scroller = list.grid.getByRole('rowgroup')
  const name = list.rows.first().locator('.name')
  const before = (await name.boundingBox())!.x
  await scroller.evaluate((element) => (element.scrollLeft = element.scrollWidth))
  expect(await scroller.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100)
  expect((await name.boundingBox())!.x).toBeLessThanOrEqual(before)
  await expect(name).toBeInViewport()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024)
})

test('the export has the rows, the order and the columns that are shown; of a selection, only those', async ({
  tandem,
}) => {
  const { page, shell, list, deal } = tandem
  await shell.go('Outbound')
  await list.filter('Status', 'Won')
  await list.sortBy('Deal')
  await list.count(7)
  const names = await list.names()
  const save = async (button: string) => {
    await page.getByRole('button', { name: button }).click()
    const saved = await savedBy(tandem, () =>
      deal.dialog.getByRole('button', { name: 'Export', exact: true }).click(),
    )
    const rows: string[][] = parse(readFileSync(saved.path), { bom: true })
    await deal.dialog.getByRole('button', { name: 'Done' }).click()
    return rows
  }
  const [header, ...rows] = await save('Export these 7')
  expect(header).toEqual([
    'Deal name',
    'Customer',
    'Status',
    'Sales stage',
    'Percent',
    'Answer due',
    'Type',
    'Estimated value',
    'Currency',
    'Estimated close date',
  ])
  expect(rows.map(([name]) => name)).toEqual(names)

  for (const name of [names[4]!, names[1]!]) await list.row(name).getByRole('checkbox').click()
  const [, ...chosen] = await save('Export 2')
  expect(chosen.map(([name]) => name)).toEqual([names[1], names[4]])
})
