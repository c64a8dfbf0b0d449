import { expect, sampleTest as test } from './support/test.ts'

test('a value narrows over all currencies by the rates; what has none is said, and a rate brings it in', async ({
  tandem,
}) => {
  const { page, shell, list } = tandem
  await shell.go('All deals')
  await list.filter('Status', 'Accepted')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const menu = page.getByRole('dialog', { name: 'Filter', exact: true })
  const opened = (await menu.boundingBox())!.x
  await page.getByRole('option', { name: 'Value', exact: true }).click()
  await page.getByLabel('At least, in USD').fill('100k')
  await expect(list.chips).toHaveText(['Status: Accepted', 'Value: USD 100,000 or more, by your rates'])
  expect((await menu.boundingBox())!.x).toBe(opened)
  await expect(page.getByLabel('Deals in')).toHaveValue('')
  await expect(menu.getByText('have no rate and are left out')).toBeVisible()
  await page.keyboard.press('Escape')
  const without = await list.names()
  const note = page.locator('footer').getByText(/have no rate/)
  const left = Number(/^\d+/.exec(await note.innerText())![0])

  await page.locator('footer').getByRole('link', { name: 'Add rates' }).click()
  await page.getByRole('button', { name: 'Add a rate' }).click()
  await page.getByRole('textbox', { name: 'Worth of one USD' }).fill('0.9')
  await page.getByLabel('Currency', { exact: true }).selectOption('EUR')
  await page.getByRole('button', { name: 'Save rates' }).click()
  await expect(
    page.getByRole('region', { name: 'Settings' }).getByText('Saved', { exact: true }),
  ).toBeVisible()
  await shell.go('All deals')
  await expect.poll(async () => (await list.names()).length).toBeGreaterThan(without.length)
  const rated = Number(/^\d+/.exec(await note.innerText())![0])
  expect(rated).toBeLessThan(left)

  await page.getByRole('button', { name: /^Value: USD/ }).click()
  await page.getByLabel('Deals in').selectOption('EUR')
  await expect(list.chips.nth(1)).toHaveText('Value: EUR 100,000 or more')
  await expect(note).toBeHidden()
})

test('the filters of the board lead to the list of all deals, inbound and outbound together', async ({
  tandem,
}) => {
  const { page, shell, list, board } = tandem
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('option', { name: 'Type', exact: true }).click()
  await page.getByRole('option', { name: 'Co-sell' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Show as list' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'All deals' })).toBeVisible()
  await expect(list.chips).toHaveText(['Type: Co-sell'])
  const all = await list.names()
  for (const place of ['Inbound', 'Outbound'] as const) {
    await shell.go(place)
    await list.filter('Type', 'Co-sell')
    const names = await list.names()
    expect(names.some((name) => all.includes(name))).toBe(true)
  }
  await shell.go('Pipeline')
  await board.shown()
})

test('a card opens from anywhere on it; dragging it does not', async ({ tandem }) => {
  const { page, board } = tandem
  const name = 'Ticketing migration'
  await board.drag(name, 'proposed')
  await expect(page.getByRole('heading', { level: 1, name: 'Pipeline' })).toBeVisible()
  await board.card(name).locator('.money').click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})
