import { expect, sampleTest as test } from './support/test.ts'

test('an assessment is marked stage by stage on its page, and won after the last one', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Azure cost review')
  const next = deal.lifecycle.getByRole('button')
  await expect(deal.lifecycle).toContainText('4 stages missing')
  await deal.button('Won…').focus()
  await expect(
    page.getByText(
      'Missing: Secure customer LOE, Collect data, Prepare assessment report, and Present to customer.',
    ),
  ).toBeVisible()
  for (const stage of [
    'Secure customer LOE',
    'Collect data',
    'Prepare assessment report',
    'Present to customer',
  ]) {
    await expect(next).toHaveText(`Mark “${stage}” complete`)
    await next.click()
    await expect(deal.lifecycle.locator('[aria-current="step"]')).toContainText(stage)
  }
  await deal.button('Won…').click()
  await deal.dialog.getByRole('button', { name: 'Close as won' }).click()
  await expect(deal.dialog).toBeHidden()
  await page.getByText('Why it cannot be registered').click()
  await expect(page.getByText('Solution assessments are claimed in a programme of their own.')).toBeVisible()
})

test('on its board an assessment goes one stage at a time, by keyboard', async ({ tandem }) => {
  const { page, board } = tandem
  await page.getByRole('button', { name: 'Solution assessment' }).click()
  await board.lift('Estate migration assessment', 2)
  await expect(board.column('present-to-customer')).toContainText('Not possible')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Space')
  await board.stands('Estate migration assessment', 'prepare-report')
  await page.keyboard.press('Control+z')
  await board.stands('Estate migration assessment', 'collect-data')
})

test('a closed deal is copied as a new one, by mouse and by keyboard', async ({ tandem }) => {
  const { page, shell, deal, newDeal } = tandem
  const title = page.getByRole('heading', { level: 1 })
  const name = page.getByRole('textbox', { name: 'Deal name' })
  await shell.search('Crane telemetry')
  await deal.button('More actions').click()
  await page.getByRole('menuitem', { name: 'Copy as new deal' }).click()
  await expect(title).toContainText('New deal')
  await newDeal.step('Details')
  await expect(name).toHaveValue(/Crane telemetry/)

  await shell.search('Mail archive')
  await deal.button('More actions').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('menuitem', { name: 'Copy as new deal' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(newDeal.inRail('Customer')).toHaveAttribute('aria-current', 'step')
  await page.keyboard.press('Alt+ArrowRight')
  await expect(name).toHaveValue(/Mail archive/)
})
