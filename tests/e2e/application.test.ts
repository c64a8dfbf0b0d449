import { callFrom } from './support/call.ts'
import { expect, sampleTest, tandemOn, test } from './support/test.ts'

test('nothing is ever a blank screen: every empty place says what belongs there', async ({ tandem }) => {
  const { page, start, shell } = tandem
  await start.begin('empty')
  await shell.go('Pipeline')
  await expect(page.getByText('No deals in the pipeline yet')).toBeVisible()
  await page.getByRole('button', { name: 'Solution assessment' }).click()
  await expect(page.getByText('No solution assessments yet')).toBeVisible()
  for (const [place, words] of [
    ['Inbound', 'No inbound deals yet'],
    ['Outbound', 'No deals of your own yet'],
    ['All deals', 'No deals yet'],
    ['Favorites', 'No favorites yet'],
  ] as const) {
    await shell.go(place)
    await expect(page.getByText(words)).toBeVisible()
  }
})

test('the application says which host it is', async ({ tandem, transport }) => {
  const host = transport === 'loopback' ? 'loopback' : 'electron'
  const info = await callFrom(tandem.page, 'app.info', {})
  expect(info).toMatchObject({ ok: true, value: { name: 'Tandem', host } })
})

test('the first run asks for the company before anything begins', async ({ tandem }) => {
  await tandem.page.getByRole('button', { name: /Start empty/ }).click()
  await expect(tandem.page.getByText('Enter your company’s name.')).toBeVisible()
})

sampleTest('language and theme switch at once, without a reload', async ({ tandem }) => {
  const { page } = tandem
  await page.evaluate(() => ((window as { mark?: number }).mark = 1))
  await page.getByRole('button', { name: /^Language/ }).click()
  await page.getByRole('menuitem', { name: '简体中文' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '管道' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.getByRole('button', { name: /^主题/ }).click()
  await page.getByRole('menuitem', { name: '深色' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect
    .poll(() => page.evaluate(() => document.fonts.check('16px "Noto Sans SC Variable"', '管道')))
    .toBe(true)
  expect(await page.evaluate(() => (window as { mark?: number }).mark)).toBe(1)
})

sampleTest('settings survive a restart', async ({ tandem }) => {
  const { page, shell, host } = tandem
  await shell.go('Settings')
  await page.getByLabel('Company name').fill('Kestrel Cloud AB')
  await page.getByRole('button', { name: 'Add a location' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Stockholm')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('No changes')).toBeVisible()
  const again = tandemOn(await host.restart(), host)
  await again.shell.go('Settings')
  await expect(again.page.getByLabel('Company name')).toHaveValue('Kestrel Cloud AB')
  await expect(again.page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Stockholm')
})

sampleTest('a spent link explains how to get a fresh one', async ({ tandem, browser, transport }) => {
  sampleTest.skip(transport !== 'loopback', 'a window of its own needs no link')
  const stranger = await browser.newPage({ locale: 'en-US' })
  await stranger.goto(tandem.host.link.url)
  await expect(stranger.getByText('This tab has no link to Tandem')).toBeVisible()
  await stranger.close()
})

sampleTest('clearing the sample leaves one’s own deals', async ({ tandem }) => {
  const { page, shell, newDeal, deal, list } = tandem
  await shell.newDeal()
  await newDeal.fill({
    customer: 'Own Customer Ltd',
    country: 'Ireland',
    name: 'My own deal',
    value: '1000',
    closeDate: ['01', '31', '2031'],
    solution: 'Kestrel Fleet Insight',
  })
  await newDeal.addRecent('Mara Lindqvist')
  await newDeal.create()
  await deal.shown('My own deal')
  await page.getByRole('button', { name: 'Clear the sample' }).click()
  const dialog = page.getByRole('dialog', { name: 'Clear 60 sample deals?' })
  await expect(dialog).toContainText('1 deal of your own stays.')
  await dialog.getByRole('button', { name: 'Clear the sample' }).click()
  await expect(page.getByText('This is the sample pipeline')).toBeHidden()
  await shell.go('Outbound')
  await list.count(1)
  expect(await list.names()).toEqual(['My own deal'])
})

sampleTest('lists sort, filter and keep their filters while one looks elsewhere', async ({ tandem }) => {
  const { page, shell, list } = tandem
  await shell.go('Outbound')
  await list.count(44)
  await list.sortBy('Value')
  await list.filter('Status', 'Won')
  await list.count(7)
  await shell.go('Pipeline')
  await shell.go('Outbound')
  await list.count(7)
  await page.getByRole('button', { name: 'Remove the filter Status' }).click()
  await list.count(44)
})
