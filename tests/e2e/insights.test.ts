import type { Locator, Page } from '@playwright/test'
import { expect, sampleTest as test } from './support/test.ts'

const tab = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name })
const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const rowOf = (table: Locator, name: string): Locator =>
  table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name, exact: true }) })
const numberIn = async (cell: Locator): Promise<number> =>
  Number((await cell.innerText()).replaceAll(/[^\d]/g, ''))

const TABS = [
  ['Pipeline now', ['Open pipeline']],
  ['Forecast', ['Forecast']],
  ['Outcomes', ['Outcomes']],
  ['Answer times', ['Answer time']],
  ['Reasons', ['Lost because']],
  ['Campaigns', ['Campaigns']],
  ['Solutions', ['Solutions']],
  ['What changed', ['What changed']],
  ['Overview', ['Funnel', 'Forecast', 'What changed', 'Answer time']],
] as const

test('each page has its charts, each chart a name and a table beside it', async ({ tandem }) => {
  const { page, shell } = tandem
  await shell.go('Insights')
  for (const [name, reports] of TABS) {
    await tab(page, name).click()
    await expect(tab(page, name)).toHaveAttribute('aria-current', 'page')
    for (const report of reports) {
      await expect(region(page, name).getByRole('table', { name: report })).toBeVisible()
      const chart = region(page, name).getByRole('img', { name: new RegExp(`^${report}\\. `) })
      await expect(chart.locator('svg')).toBeVisible()
    }
  }
})

test('by mouse: a number opens exactly its deals, one of them leads to its page and back', async ({
  tandem,
}) => {
  const { page, shell, deal } = tandem
  await shell.go('Insights')
  await tab(page, 'Pipeline now').click()
  const table = page.getByRole('table', { name: 'Open pipeline' })
  const cell = rowOf(table, 'Qualified').getByRole('button').first()
  const count = await numberIn(cell)
  expect(count).toBeGreaterThan(0)
  await cell.click()
  const list = page.getByRole('region', { name: 'Qualified: Deals' })
  await expect(list.getByRole('listitem')).toHaveCount(count)
  const link = list.getByRole('link').first()
  const name = await link.innerText()
  await link.click()
  await deal.shown(name)
  await expect(deal.lifecycle.locator('[aria-current="step"]')).toContainText('Qualified')
  await page.goBack()
  await expect(list.getByRole('listitem')).toHaveCount(count)
  await list.getByRole('button', { name: 'Close this list' }).click()
  await expect(list).toHaveCount(0)
})

test('by keyboard: to the reports, into a number, through its deals and back to the number', async ({
  tandem,
}) => {
  const { page } = tandem
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await expect(page.getByRole('heading', { level: 1, name: 'Insights' })).toBeVisible()
  await tab(page, 'Forecast').focus()
  await page.keyboard.press('Enter')
  const all = page.getByRole('button', { name: /^All, Deals: open/ })
  await expect(all).toBeVisible()
  await all.focus()
  await page.keyboard.press('Enter')
  const list = page.getByRole('region', { name: 'All: Deals' })
  await expect(list.getByRole('heading')).toBeFocused()
  await expect(list.getByRole('link').first()).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(list.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await expect(all).toBeFocused()
})

test('other days change the numbers, and so does another currency', async ({ tandem }) => {
  const { page, shell } = tandem
  await shell.go('Insights')
  await tab(page, 'Outcomes').click()
  const table = page.getByRole('table', { name: 'Outcomes' })
  const entered = rowOf(table, 'All').getByRole('cell').first()
  await expect(table.getByRole('row')).toHaveCount(5)
  const before = await numberIn(entered)
  await page.getByRole('button', { name: / to .*\d{4}$/ }).click()
  await page.getByRole('menuitem', { name: 'This month' }).click()
  await expect(table.getByRole('row')).toHaveCount(3)
  expect(await numberIn(entered)).toBeLessThan(before)
  await page.getByRole('button', { name: / to .*\d{4}$/ }).click()
  await page.getByRole('menuitem', { name: 'Last 12 months' }).click()
  await expect(table.getByRole('row')).toHaveCount(14)
  const year = await numberIn(entered)
  await page.getByRole('button', { name: /^Converted/ }).click()
  await expect(table.getByRole('columnheader', { name: 'Won, ≈' })).toBeVisible()
  expect(await numberIn(entered)).toBeGreaterThan(year)
  await expect(page.getByText(/deals not priced: no rate/)).toBeVisible()
})

test('days of one’s own, and the reports as of a day', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.go('Insights')
  await tab(page, 'What changed').click()
  await expect(page.getByRole('table', { name: 'What changed' })).toBeVisible()
  await page.getByRole('button', { name: 'As of…' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The reports as they were on' })).toBeVisible()
  await expect(page).toHaveURL(/asOf=/)
  await page.getByRole('button', { name: / to .*\d{4}$/ }).click()
  await page.getByRole('menuitem', { name: 'From a day to a day' }).click()
  await deal.dialog.getByRole('spinbutton', { name: 'year' }).first().click()
  await page.keyboard.type('2090')
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toContainText('The first day must not be after the last one.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect(page.getByRole('button', { name: 'As of…' })).toBeVisible()
  await expect(page).not.toHaveURL(/asOf=/)
})

test('how a report is counted is one click away, and gone with Escape', async ({ tandem }) => {
  const { page, shell } = tandem
  await shell.go('Insights')
  const button = page.getByRole('button', { name: 'How this is counted: Forecast' })
  await button.click()
  const definition = page.getByRole('dialog', { name: 'How this is counted: Forecast' })
  await expect(definition).toContainText('value times the percent of the stage')
  await page.keyboard.press('Escape')
  await expect(definition).toHaveCount(0)
  await expect(button).toBeFocused()
})

test('nothing of the charts is fetched before somebody asks for them', async ({ tandem }) => {
  const { page, shell } = tandem
  const loaded = () =>
    page.evaluate(
      () =>
        performance.getEntriesByType('resource').filter(({ name }) => name.includes('/InsightsView-')).length,
    )
  expect(await loaded()).toBe(0)
  await shell.go('Insights')
  await expect(page.getByRole('table').first()).toBeVisible()
  expect(await loaded()).toBeGreaterThan(0)
})
