import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { NewDealPage } from '../e2e/pages/new-deal.ts'
import { Shell } from '../e2e/pages/shell.ts'
import { StartPage } from '../e2e/pages/start.ts'
import { expect, startsTest as test } from './support/test.ts'

const CANARY = /canary/i
const SAMPLE = join(import.meta.dirname, '../fixtures/partner-center-sample.csv')

/** Everything a page keeps, or shows the browser around it, as text. */
const keptBy = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const caches_ = 'caches' in window ? await caches.keys() : []
    const cached = await Promise.all(
      caches_.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    )
    return {
      local: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
      databases: JSON.stringify(databases),
      caches: JSON.stringify([caches_, cached]),
      cookies: document.cookie,
      state: JSON.stringify(history.state),
      title: document.title,
      name: window.name,
      address: location.href,
    }
  })

test('names that are typed, searched, exported and imported are kept in no store of the browser, no log and no window', async ({
  start,
  dataDir,
  context,
}) => {
  const started = await start()
  const { standIn, page } = started
  const [dialog, shell, newDeal] = [page.getByRole('dialog'), new Shell(page), new NewDealPage(page)]
  const looks: Readonly<Record<string, string>>[] = []
  const look = async () => void looks.push(await keptBy(page))
  await new StartPage(page).begin('sample', 'Canary company')

  // A deal with a customer, a contact and notes.
  await shell.newDeal()
  await newDeal.fill({
    customer: 'Canary Yachts',
    country: 'Sweden',
    name: 'Canary sensors',
    value: '125000',
    closeDate: ['03', '15', '2030'],
    solution: 'Kestrel Cloud Move',
  })
  await newDeal.step('Customer')
  const contact = {
    'First name': 'Canarina',
    'Last name': 'Canaryson',
    Phone: '+46 8 canary',
    'E-mail': 'ana@canary.example',
  }
  for (const [label, text] of Object.entries(contact)) {
    await page.getByLabel(`Contact person: ${label}`).fill(text)
  }
  await newDeal.step('Details')
  await page
    .getByLabel(/^Notes/)
    .first()
    .fill('canary note')
  await newDeal.addRecent('Helena Wójcik')
  await newDeal.kept()
  await look()
  await newDeal.create()
  await expect(page.getByRole('heading', { level: 1, name: 'Canary sensors' })).toBeVisible()
  await look()

  // Found by its customer.
  await shell.go('Pipeline')
  await shell.type('Canary Yachts')
  await expect(shell.palette.getByRole('option', { name: /Canary/ }).first()).toBeVisible()
  await look()
  await page.keyboard.press('Escape')

  // Out into a table, and in from a file.
  await shell.go('Outbound')
  await page.getByRole('button', { name: 'Export' }).click()
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(dialog).toContainText(/Saved as/)
  await page.keyboard.press('Escape')
  const lines = readFileSync(SAMPLE, 'utf8').replaceAll('@', '.canary@')
  expect(lines).toMatch(CANARY)
  await shell.go('Pipeline')
  await page.getByRole('button', { name: 'Import from Partner Center' }).last().click()
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'canary.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines),
  })
  await dialog.getByRole('button', { name: 'Read the file' }).click()
  await dialog.getByRole('button', { name: /^Import \d+ deals?$/ }).click()
  await expect(dialog).toContainText(/\d+ new/)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await look()

  expect(looks).toHaveLength(4)
  for (const [number, kept] of looks.entries()) {
    // The router keeps how far each screen was scrolled, and nothing else is there.
    expect(Object.keys(JSON.parse(kept['session']!) as object)).toEqual(['vue-router:scroll'])
    const hits = Object.entries(kept).filter(([, text]) => CANARY.test(text))
    expect(hits, `look ${number + 1}`).toEqual([])
    expect(kept).toMatchObject({
      local: '{}',
      databases: '[]',
      caches: '[[],[]]',
      cookies: '',
    })
    expect(kept['title']).toBe('Tandem')
  }
  expect(await context.cookies()).toEqual([])
  const { origins } = await context.storageState({ indexedDB: true })
  expect(origins).toEqual([])

  // The look sees what is there.
  await page.evaluate(() => {
    localStorage.setItem('customer', 'Canary Yachts')
    history.replaceState({ ...history.state, customer: 'Canary Yachts' }, '')
  })
  const planted = await keptBy(page)
  const seen = Object.keys(planted).filter((key) => CANARY.test(planted[key]!))
  expect(seen).toEqual(['local', 'state'])
  await page.evaluate(() => localStorage.clear())

  expect(standIn.windows[0]!.options.title).toBe('Tandem')
  await started.quit()
  const memory = readFileSync(join(dataDir, 'window.json'), 'utf8')
  expect(memory).toContain('address')
  expect(memory).not.toMatch(CANARY)
  const log = join(dataDir, 'logs/main.log')
  const said = existsSync(log) ? readFileSync(log, 'utf8') : ''
  expect(said).not.toMatch(CANARY)
  process.stdout.write(
    `  ${looks.length} looks at nine places: 0 hits; window.json ${memory.length} letters: 0; main.log ${said.length}: 0\n`,
  )
})
