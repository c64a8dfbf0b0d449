import { axeFindings } from './support/axe.ts'
import { rememberAhead } from './support/remembered-clock.ts'
import { expect, sampleTest as test, tandemOn } from './support/test.ts'

const DAY_MS = 86_400_000

test('while the clock is in doubt nothing is answered, and confirming the date goes on', async ({
  tandem: { host },
}) => {
  const { page, shell, deal } = tandemOn(await host.restart(rememberAhead(40 * DAY_MS)), host)
  const banner = page.getByRole('alert', { name: 'The clock of this computer' })
  await expect(banner).toContainText('went back by more than a day')
  await expect(banner).toContainText('no invitation expires and none can be answered')

  expect(await axeFindings(page)).toEqual([])

  await shell.search('Order portal identity')
  await deal.lifecycle.getByRole('button', { name: 'Accept…' }).click()
  await deal.dialog.getByRole('button', { name: 'Accept deal' }).click()
  await expect(deal.dialog.getByRole('alert')).toContainText('Confirm today’s date at the top of the screen')
  await page.keyboard.press('Escape')

  await banner.getByRole('button', { name: /^Yes, today is/ }).focus()
  await page.keyboard.press('Enter')
  await expect(banner).toBeHidden()
  await deal.lifecycle.getByRole('button', { name: 'Accept…' }).click()
  await deal.dialog.getByRole('button', { name: 'Accept deal' }).click()
  await expect(deal.dialog).toBeHidden()
})
