import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { expect, sampleTest, test } from './support/test.ts'

const SAMPLE = join(import.meta.dirname, '../fixtures/partner-center-sample.csv')

test('after the first run one comes to the day; without deals it says how it begins', async ({ tandem }) => {
  const { page, start } = tandem
  await start.begin('empty')
  await expect(page.getByRole('heading', { level: 1, name: /^Today, / })).toBeVisible()
  await expect(page.getByText('Nothing needs you')).toBeVisible()
  await expect(page.getByText('This is your first visit.')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'New deal' }).click()
  await expect(page).toHaveURL(/#\/new/)
})

test('with deals and nothing to do it says what is next', async ({ tandem }) => {
  const { page, start, today, deal } = tandem
  await start.begin('import')
  const dialog = page.getByRole('dialog')
  const [header = [], ...lines]: string[][] = parse(readFileSync(SAMPLE), { bom: true })
  const column = (name: string) => header.indexOf(name)
  const running = lines.find((line) => {
    const alone = line[column('Microsoft help required?')] === 'No'
    return alone && line[column('Partner Referral Substatus')] === 'Accepted'
  })!
  running[column('Estimated Close Date')] = '12/31/2030'
  const buffer = Buffer.from(stringify([header, running]))
  await dialog.locator('input[type=file]').setInputFiles({ name: 'one.csv', mimeType: 'text/csv', buffer })
  await dialog.getByRole('button', { name: 'Read the file' }).click()
  await dialog.getByRole('button', { name: 'Import 1 deal' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(today.list).toContainText(/Next: .* closes on Tue, Dec 31/)
  await today.list.getByRole('button', { name: 'Open deal' }).click()
  await expect(deal.lifecycle).toBeVisible()
})

sampleTest('a deal is accepted where it stands, and that is taken back there', async ({ tandem }) => {
  const { shell, today, deal } = tandem
  await shell.go('Today')
  await today.shown()
  await expect(today.section('answers').getByRole('listitem')).toHaveCount(6)
  const needs = Number(await today.needs.innerText())
  await today.act('answers', 'Order portal identity', 'Accept…')
  await deal.dialog.getByRole('button', { name: 'Accept deal' }).click()
  await expect(today.row('answers', 'Order portal identity')).toHaveCount(0)
  await expect(today.needs).toHaveText(String(needs - 1))
  await expect(today.name('answers', 'Fleet telemetry pilot')).toBeFocused()
  await expect(shell.toast).toContainText('Order portal identity accepted.')
  await shell.toast.getByRole('button', { name: 'Undo' }).click()
  await expect(today.row('answers', 'Order portal identity')).toBeVisible()
  await expect(today.needs).toHaveText(String(needs))
})

sampleTest('the day is walked and a deal declined by keyboard alone', async ({ tandem }) => {
  const { page, shell, today, deal } = tandem
  await shell.go('Today')
  await today.shown()
  await page.keyboard.press('j')
  await expect(today.name('answers', 'Order portal identity')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(today.name('answers', 'Fleet telemetry pilot')).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await page.keyboard.press('Tab')
  await expect(
    today.row('answers', 'Fleet telemetry pilot').getByRole('button', { name: 'Accept…' }),
  ).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(deal.dialog).toContainText('Decline “Fleet telemetry pilot”?')
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toBeHidden()
  await expect(today.row('answers', 'Fleet telemetry pilot')).toHaveCount(0)
  await expect(today.name('answers', 'Branch network refresh')).toBeFocused()
  await expect(shell.toast).toContainText('Fleet telemetry pilot declined. A closed deal never changes.')
  await page.keyboard.press('Enter')
  await deal.shown('Branch network refresh')
})

sampleTest('Escape leaves a question unanswered, and the focus where it was', async ({ tandem }) => {
  const { page, shell, today, deal } = tandem
  await shell.go('Today')
  await today.act('overdue', 'Invoice capture', 'Lost…')
  await expect(deal.dialog).toContainText('Close “Invoice capture” as lost?')
  await page.keyboard.press('Escape')
  await expect(deal.dialog).toBeHidden()
  await expect(today.row('overdue', 'Invoice capture').getByRole('button', { name: 'Lost…' })).toBeFocused()
})

sampleTest('the answer of a partner is written down', async ({ tandem }) => {
  const { shell, today, deal } = tandem
  await shell.go('Today')
  await expect(today.row('invitations', 'Warehouse telemetry on Azure')).toContainText(
    'Brink & Daughters has not answered',
  )
  await today.act('invitations', 'Warehouse telemetry on Azure', 'Record answer…')
  await deal.dialog.getByRole('radio', { name: /Declined/ }).click()
  await deal.dialog.getByRole('button', { name: 'Record answer' }).click()
  await expect(today.row('invitations', 'Warehouse telemetry on Azure')).toHaveCount(0)
  await expect(shell.toast).toContainText('Brink & Daughters declined Warehouse telemetry')
  await expect(today.name('registrations', 'Tannery quality records')).toBeFocused()
})

sampleTest('a registration that came back is opened with what has to be corrected', async ({ tandem }) => {
  const { page, shell, today, deal } = tandem
  await shell.go('Today')
  const row = today.row('registrations', 'Tannery quality records')
  await expect(row).toContainText('The contract number does not match the signed document, 1 more')
  await today.act('registrations', 'Tannery quality records', 'Correct…')
  await expect(deal.dialog).toContainText('The review asks for 2 corrections')
  await deal.dialog.getByRole('checkbox', { name: /names both/ }).check()
  await page.keyboard.press('Control+Enter')
  await expect(today.section('registrations')).toHaveCount(0)
  await expect(shell.toast).toContainText('Corrected registration of Tannery quality records recorded.')
})

sampleTest('a date that has passed gets a new one by keyboard, and its old one back', async ({ tandem }) => {
  const { page, shell, today, deal } = tandem
  await shell.go('Today')
  await today.name('overdue', 'Student device programme').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(deal.dialog).toContainText('When does “Student device programme” close?')
  await page.keyboard.press('Control+Enter')
  await expect(deal.dialog).toContainText('Choose today or a later day')
  const inTwoWeeks = deal.dialog.getByRole('button', { name: 'In two weeks' })
  await inTwoWeeks.focus()
  await page.keyboard.press('Space')
  await expect(inTwoWeeks).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Control+Enter')
  await expect(today.row('overdue', 'Student device programme')).toHaveCount(0)
  await expect(today.name('overdue', 'Invoice capture')).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(today.row('overdue', 'Student device programme')).toContainText('6 d overdue')
})

sampleTest('a deal that stands still moves to its next stage', async ({ tandem }) => {
  const { shell, today, board } = tandem
  await shell.go('Today')
  await expect(today.row('still', 'Store network monitoring')).toContainText('38 d in Qualified')
  await today.act('still', 'Store network monitoring', 'Mark as Developed')
  await expect(today.row('still', 'Store network monitoring')).toHaveCount(0)
  await expect(shell.toast).toContainText('Store network monitoring moved to Developed, 40 %.')
  await shell.go('Pipeline')
  await board.stands('Store network monitoring', 'developed')
})

sampleTest('the numbers of the next days lead to their deals', async ({ tandem }) => {
  const { page, shell, list } = tandem
  await shell.go('Today')
  const days = page.getByRole('table')
  await expect(days.getByRole('row')).toHaveCount(8)
  await days
    .getByRole('link', { name: /^1 deal closes on/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'All deals' })).toBeVisible()
  await list.count(1)
  await shell.go('Today')
  await days
    .getByRole('link', { name: /due on/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Inbound' })).toBeVisible()
  await list.count(6)
  await expect(list.rows.first()).toContainText('Order portal identity')
})

/** Makes the visit that goes on one that ended yesterday. */
function endVisitYesterday(dataDir: string): void {
  const db = new BetterSqlite3(join(dataDir, 'tandem.db'))
  const seenAt = new Date(Date.now() - 86_400_000).toISOString()
  const { changes } = db
    .prepare(`UPDATE settings SET value = json_object('seenAt', ?, 'since', NULL) WHERE key = 'visit'`)
    .run(seenAt)
  db.close()
  expect(changes).toBe(1)
}

sampleTest('what happened while one was away is told on coming back', async ({ tandem }) => {
  const { page, host, shell, deal } = tandem
  await shell.go('Today')
  await page.getByRole('button', { name: 'Import from Partner Center' }).click()
  await deal.dialog.locator('input[type=file]').setInputFiles(SAMPLE)
  await deal.dialog.getByRole('button', { name: 'Read the file' }).click()
  await deal.dialog.getByRole('button', { name: 'Import 48 deals' }).click()
  await deal.dialog.getByRole('button', { name: 'Done' }).click()
  const again = await host.restart(endVisitYesterday)
  const away = again.getByRole('region', { name: 'While you were away' })
  await expect(away).toContainText(/since \w+day, /)
  await expect(away).toContainText(
    'Import of partner-center-sample.csv finished: 48 created, 0 updated, 0 refused.',
  )
})

sampleTest('on paper are the lists alone', async ({ tandem }) => {
  const { page, shell, today } = tandem
  await shell.go('Today')
  await today.shown()
  await page.evaluate(() => {
    window.print = () => void document.documentElement.setAttribute('data-printed', 'yes')
  })
  await page.getByRole('button', { name: 'Print my day' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  for (const gone of ['navigation', 'banner', 'complementary', 'button'] as const) {
    await expect(page.getByRole(gone)).toHaveCount(0)
  }
  await expect(today.name('still', 'Invoice capture')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('color', 'rgb(0, 0, 0)')
  const isWhole = await today.list.evaluate((list) => list.scrollHeight <= list.clientHeight + 1)
  expect(isWhole).toBe(true)
})

sampleTest('in Chinese the day says the same', async ({ tandem }) => {
  const { page, shell } = tandem
  await shell.go('Today')
  await page.getByRole('button', { name: /^Language/ }).click()
  await page.getByRole('menuitem', { name: '简体中文' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^今日，/ })).toBeVisible()
  await expect(page.getByText(/^14 笔交易需要你处理。$/)).toBeVisible()
  await expect(page.getByText('最紧急：')).toBeVisible()
  await expect(
    page.getByRole('link', { name: /^Turbine inspection vision，待 Microsoft 答复/ }),
  ).toBeVisible()
  const row = page.getByRole('listitem').filter({ hasText: 'Order portal identity' })
  await row.getByRole('button', { name: '接受…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '接受交易' }).click()
  await expect(row).toHaveCount(0)
})

sampleTest(
  'what is most urgent leads there, and the deals counted are those one walks through',
  async ({ tandem }) => {
    const { page, shell, today, deal } = tandem
    await shell.go('Today')
    const needs = await today.needs.innerText()
    await page
      .getByRole('link', { name: /^Turbine inspection vision, .* left for Microsoft to answer$/ })
      .click()
    await deal.shown('Turbine inspection vision')
    await expect(page.getByText(`of ${needs}`)).toBeVisible()
  },
)
