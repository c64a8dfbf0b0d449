import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { axeFindings } from './support/axe.ts'
import { expect, sampleTest as test, tandemOn } from './support/test.ts'

/** What the application remembers of the clock: a day far ahead, as after a wrong date that was put right. */
function rememberFarAhead(dataDir: string): void {
  const db = new BetterSqlite3(join(dataDir, 'tandem.db'))
  const ahead = new Date(Date.now() + 40 * 86_400_000).toISOString()
  const { changes } = db.prepare('UPDATE clock_state SET high_water = ?, last_wall = ?').run(ahead, ahead)
  db.close()
  expect(changes).toBe(1)
}

test('while the clock is in doubt nothing is answered, and confirming the date goes on', async ({
  tandem: { host },
}) => {
  const { page, shell, deal } = tandemOn(await host.restart(rememberFarAhead), host)
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
