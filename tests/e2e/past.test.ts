import { expect, sampleTest as test } from './support/test.ts'

const NAME = 'Warehouse telemetry on Azure'
const DAY_MS = 86_400_000
/** A day as the fields of a date take it. */
const typed = (daysAgo: number) => {
  const day = new Date(Date.now() - daysAgo * DAY_MS)
  const part = (value: number) => String(value).padStart(2, '0')
  return `${part(day.getMonth() + 1)}${part(day.getDate())}${day.getFullYear()}`
}

test('by mouse: a week ago, further back, a deal as it was, and now again', async ({ tandem }) => {
  const { page, shell, board, deal } = tandem
  await shell.go('Pipeline')
  await expect(board.card(NAME)).toContainText('NOK 4,200,000')
  await board.lookBack()
  await expect(page).toHaveURL(/asOf=/)
  await expect(board.card(NAME)).toContainText('NOK 3,900,000')
  await page.getByRole('button', { name: 'A week back' }).click()
  await board.stands(NAME, 'qualified')
  await page.getByRole('button', { name: 'A week on' }).click()
  await board.stands(NAME, 'developed')
  await page.goBack()
  await board.stands(NAME, 'qualified')
  await page.reload()
  await expect(board.past).toBeVisible()
  await board.stands(NAME, 'qualified')

  await board.open(NAME)
  await deal.shown(NAME)
  await expect(page.getByRole('status').filter({ hasText: 'As it was on' })).toBeVisible()
  await expect(deal.head).toContainText('NOK 3,900,000')
  await expect(deal.button('Edit')).toHaveCount(0)
  await page.goBack()
  await board.stands(NAME, 'qualified')
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect(board.past).toHaveCount(0)
  await expect(board.card(NAME)).toContainText('NOK 4,200,000')
  await board.stands(NAME, 'developed')
})

test('by keyboard: back by T, days by arrows and brackets, a typed day, Escape', async ({ tandem }) => {
  const { page, shell, board } = tandem
  await shell.go('Pipeline')
  await page.keyboard.press('t')
  await expect(board.past).toBeVisible()
  await page.keyboard.press('t')
  const slider = page.getByRole('slider', { name: 'Day of the history' })
  await expect(slider).toBeFocused()
  const dayOf = async () => Date.parse((/asOf=([^&]+)/.exec(page.url()) ?? [])[1] ?? '') / DAY_MS
  const first = await dayOf()
  const moved = async (days: number) =>
    expect.poll(async () => Math.round((await dayOf()) - first)).toBe(days)
  await page.keyboard.press('ArrowLeft')
  await moved(-1)
  await page.keyboard.press('PageDown')
  await moved(-8)
  await page.keyboard.press(']')
  await moved(-7)
  await page.keyboard.press('{')
  await moved(-14)
  await board.stands(NAME, 'created')
  await page.getByRole('spinbutton', { name: 'month' }).focus()
  await page.keyboard.type(typed(12))
  await moved(-5)
  await board.stands(NAME, 'developed')
  await page.keyboard.press('Escape')
  await expect(board.past).toHaveCount(0)
  await expect(page).not.toHaveURL(/asOf=/)
})

test('in the past nothing moves: not by mouse, not by keyboard, not by the menu; each says why', async ({
  tandem,
}) => {
  const { page, shell, board } = tandem
  const why = page.getByText('This is the past: nothing can be moved here.').first()
  await shell.go('Pipeline')
  await board.lookBack()
  await board.drag(NAME, 'negotiated')
  await expect(why).toBeVisible()
  await board.stands(NAME, 'developed')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await board.handle(NAME).focus()
  await page.keyboard.press('Space')
  await expect(why).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await board.stands(NAME, 'developed')
  await board.card(NAME).hover()
  await board.card(NAME).locator('.more').click()
  await expect(page.getByRole('menuitem', { name: /^Move/ })).toContainText('The past cannot be changed')
  await expect(page.getByRole('menuitem', { name: /^Move/ })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect(board.card(NAME)).toContainText('NOK 4,200,000')
  await board.stands(NAME, 'developed')
})

test('the filters of the board hold in the past, and the palette leads there and back', async ({
  tandem,
}) => {
  const { page, shell, board, list } = tandem
  await shell.go('Pipeline')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('as it was')
  await page.keyboard.press('Enter')
  await expect(board.past).toBeVisible()
  const open = page.getByText(/^\d+ open deals?$/)
  const all = await open.innerText()
  await list.filter('Type', 'Private')
  await expect(open).not.toHaveText(all)
  await expect(board.card(NAME)).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('back to now')
  await page.keyboard.press('Enter')
  await expect(board.past).toHaveCount(0)
})

test('between the board and the reports of the same moment', async ({ tandem }) => {
  const { page, shell, board } = tandem
  await shell.go('Pipeline')
  await board.lookBack()
  const at = /asOf=([^&]+)/.exec(page.url())![1]!
  await page.getByRole('link', { name: 'Reports then' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The reports as they were on' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: 'Forecast' }).click()
  await expect(page).toHaveURL(new RegExp(`forecast.*${at}`))
  await page.getByRole('link', { name: 'Board then' }).click()
  await expect(board.past).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`pipeline.*${at}`))
})
