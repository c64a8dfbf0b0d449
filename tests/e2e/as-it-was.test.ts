import { expect, sampleTest as test } from './support/test.ts'

const NAME = 'Warehouse telemetry on Azure'

test('an event of the timeline leads to the deal as it was then, and one button back', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search(NAME)
  await deal.shown(NAME)
  await expect(deal.head).toContainText('NOK 4,200,000')
  await page.getByRole('button', { name: 'See the deal as it was then: Stage Qualified' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'As it was on' })).toBeVisible()
  await expect(deal.head).toContainText('NOK 3,900,000')
  await expect(deal.lifecycle.locator('[aria-current="step"]')).toContainText('Qualified')
  await expect(deal.parties.getByRole('article')).toHaveCount(2)
  for (const name of [
    'Edit',
    'Won…',
    'Invite partner',
    'Edit Team',
    'Record outcome…',
    'Mark as Developed',
  ]) {
    await expect(deal.button(name)).toHaveCount(0)
  }
  await expect(deal.timeline.locator('[aria-current]')).toContainText('Stage Qualified')
  await deal.button('Back to now').click()
  await expect(deal.head).toContainText('NOK 4,200,000')
  await expect(deal.parties.getByRole('article')).toHaveCount(3)
  await expect(deal.button('Mark as Proposed')).toBeVisible()
})

test('by keyboard: a day is chosen, shown read-only, and Escape leads back', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search(NAME)
  await deal.shown(NAME)
  await page.keyboard.press('t')
  await expect(deal.dialog.getByRole('spinbutton', { name: 'month' })).toBeFocused()
  const day = new Date(Date.now() - 12 * 86_400_000).toISOString()
  await page.keyboard.type(`${day.slice(5, 7)}${day.slice(8, 10)}${day.slice(0, 4)}`)
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toBeHidden()
  await expect(deal.head).toContainText('NOK 3,900,000')
  await expect(deal.button('Edit')).toHaveCount(0)
  await page.keyboard.press('e')
  await expect(page.getByRole('textbox', { name: 'Deal name' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(deal.button('Edit')).toBeVisible()
})

test('a day before the deal began is refused', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search(NAME)
  await deal.button('As it was on…').click()
  await page.keyboard.type('01012020')
  await deal.dialog.getByRole('button', { name: 'Show the deal then' }).click()
  await expect(deal.dialog).toContainText(/Choose a day from .* to today/)
})

test('the timeline shows one part of what happened, by mouse and by keyboard', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search(NAME)
  await deal.shown(NAME)
  const all = (await deal.events()).length
  await page.getByRole('button', { name: 'Events shown: All events' }).click()
  await page.getByRole('menuitem', { name: 'Parties' }).click()
  await expect
    .poll(() => deal.events())
    .toEqual([
      'Polar Sensorics Oy declined',
      'Polar Sensorics Oy invited',
      'Brink & Daughters invited',
      'Solace Data Ltd accepted',
      'Microsoft accepted',
    ])
  await page.getByRole('button', { name: 'Events shown: Parties' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('reg')
  await page.keyboard.press('Enter')
  await expect(deal.timeline.getByText('Nothing of this kind has happened.')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await deal.events()).length).toBe(all)
})

test('what a colleague changed days ago is found on the day before', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Claims triage with AI')
  await expect(deal.head).toContainText('EUR 380,000')
  await page.keyboard.press('t')
  await expect(deal.dialog.getByRole('spinbutton', { name: 'month' })).toBeFocused()
  const day = new Date(Date.now() - 6 * 86_400_000).toISOString()
  await page.keyboard.type(`${day.slice(5, 7)}${day.slice(8, 10)}${day.slice(0, 4)}`)
  await page.keyboard.press('Enter')
  await expect(deal.head).toContainText('EUR 310,000')
})
