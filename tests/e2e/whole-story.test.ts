import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, sampleTest as test } from './support/test.ts'
import { savedBy } from './support/saved.ts'

test('from the first run to the exported file', async ({ tandem }) => {
  const { page, shell, board, deal, newDeal } = tandem

  await test.step('a card moves by mouse', async () => {
    await board.drag('Invoice capture', 'proposed')
    await board.stands('Invoice capture', 'proposed')
    await expect(shell.toast).toContainText('Invoice capture moved to Proposed, 60 %')
  })

  await test.step('and by keyboard', async () => {
    await board.lift('Claims triage with AI', 1)
    await page.keyboard.press('Space')
    await board.stands('Claims triage with AI', 'developed')
    await expect(board.handle('Claims triage with AI')).toBeFocused()
  })

  await test.step('an inbound deal is answered', async () => {
    await board.open('Order portal identity')
    await deal.shown('Order portal identity')
    await deal.lifecycle.getByRole('button', { name: 'Accept…' }).click()
    await deal.dialog.getByLabel('Notes').fill('Kick-off agreed for Monday.')
    await deal.dialog.getByRole('button', { name: 'Accept deal' }).click()
    await expect(deal.lifecycle.getByRole('button', { name: 'Mark as Qualified' })).toBeVisible()
  })

  await test.step('a deal is created', async () => {
    await shell.newDeal()
    await newDeal.shown()
    await newDeal.fill({
      customer: 'Blue Harbor Yachts',
      country: 'Sweden',
      name: 'Marina sensors',
      value: '125000.50',
      closeDate: ['03', '15', '2030'],
      solution: 'Kestrel Cloud Move',
    })
    await newDeal.addRecent('Helena Wójcik')
    await expect(newDeal.missing).toHaveCount(0)
    await newDeal.create()
    await deal.shown('Marina sensors')
  })

  await test.step('it is worked and won', async () => {
    await deal.button('Mark as Qualified').click()
    await deal.button('Mark as Developed').click()
    await expect(deal.button('Mark as Proposed')).toBeVisible()
    await deal.button('Won…').click()
    await expect(deal.dialog).toContainText('This cannot be undone.')
    await deal.dialog.getByRole('button', { name: 'Close as won' }).click()
    await expect(deal.lifecycle).toContainText('Won')
  })

  await test.step('its timeline shows it all', async () => {
    await expect(deal.timeline).toContainText('Deal won')
    expect(await deal.events()).toEqual(['Deal won', 'Stage Developed', 'Stage Qualified', 'Deal created'])
    await expect(deal.timeline).toContainText('Mara Lindqvist')
  })

  await test.step('the list is exported and read back', async () => {
    await shell.go('Outbound')
    await page.getByRole('button', { name: 'Export' }).click()
    const saved = await savedBy(tandem, () => deal.dialog.getByRole('button', { name: 'Export' }).click())
    const file = readFileSync(saved.path, 'utf8')
    const rows: Record<string, string>[] = parse(file, { bom: true, columns: true })
    const won = rows.find((row) => row['Deal name'] === 'Marina sensors')
    expect(won).toMatchObject({
      Customer: 'Blue Harbor Yachts',
      Status: 'Won',
      Type: 'Private',
      'Estimated value': '125000.50',
      Currency: 'USD',
      'Estimated close date': '2030-03-15',
    })
    // 44 of the sample, and the one just made.
    expect(rows).toHaveLength(45)
  })
})
