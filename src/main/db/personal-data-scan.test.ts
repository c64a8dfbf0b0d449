import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seedCanaries } from '../../../tests/support/canaries.ts'
import { rawOf, rowsOf } from '../../../tests/support/database-content.ts'
import { commit, fileOf, line, preview } from '../../../tests/support/bulk-csv.ts'
import { openApplication } from '../../../tests/support/open-application.ts'

const PERSONAL_TABLES = ['people', 'texts', 'partners', 'settings', 'customers', 'solutions', 'drafts']

test('no name, phone, e-mail or note stands in an event or in the state or a column of a deal', async () => {
  const app = await openApplication()
  const { texts } = await seedCanaries(app)
  const stored = ['deal_events', 'deals', 'deal_parties', 'deal_solutions', 'board_counters']
    .flatMap((table) => rowsOf(rawOf(app), `SELECT * FROM ${table}`))
    .map((row) => JSON.stringify(row))
  expect(texts.length).toBeGreaterThan(60)
  const undone = rowsOf(rawOf(app), `SELECT body FROM deal_events WHERE kind = 'undone'`)
  for (const field of ['notes', 'team', 'parties']) {
    expect(undone.some(({ body }) => String(body).includes(`"${field}":`))).toBe(true)
  }
  for (const text of texts) expect(stored.filter((row) => row.includes(text))).toEqual([])
})

test('the inbox tells of all of it, weeks of absence included, and holds none of it', async () => {
  const app = await openApplication()
  const { texts } = await seedCanaries(app)
  for (const days of [6, 5, 2, 30]) {
    app.clock.advance(days * 86_400_000)
    await app.app.resume()
  }
  const told = rowsOf(rawOf(app), 'SELECT * FROM notifications').map((row) => JSON.stringify(row))
  expect(told.length).toBeGreaterThan(5)
  for (const text of texts) expect(told.filter((row) => row.includes(text))).toEqual([])
  // No name of a deal or an organisation either: those are joined when the inbox is listed.
  expect(told.filter((row) => /Cold-chain|Warehouse|Microsoft|Accepted|Deal REF/.test(row))).toEqual([])
})

test('the scan would see them: they do stand in the tables that are theirs', async () => {
  const app = await openApplication()
  const { texts } = await seedCanaries(app)
  const personal = PERSONAL_TABLES.flatMap((table) => rowsOf(rawOf(app), `SELECT * FROM ${table}`))
  const stored = personal.map((row) => JSON.stringify(row)).join('\n')
  for (const text of texts) expect(stored).toContain(text)
})

test('a column of a later year that names people stands in no event and no deal', async () => {
  const app = await openApplication()
  const member = 'Canary, Seller, +1, seller@canary.example'
  const named = { ...line('REF-1'), 'Microsoft team member 1': member }
  const { importId } = await preview(app, fileOf([named], Object.keys(named)))
  await commit(app, importId)
  const stored = rowsOf(rawOf(app), 'SELECT body AS text FROM deal_events UNION ALL SELECT state FROM deals')
  expect(stored.filter(({ text }) => String(text).includes('canary'))).toEqual([])
  const [deal] = (await app.call('deals.list', { tab: 'all' })).rows
  const { external } = await app.call('deals.get', { dealId: deal!.id })
  expect(external!.extra).toMatchObject({ 'Microsoft team member 1': member })
})

test('nothing of them is in the log of the application', async () => {
  const app = await openApplication()
  const { texts } = await seedCanaries(app)
  await app.fail('deals.execute', { dealId: null, expectedVersion: null, command: { kind: 'win' } })
  for (const text of texts) expect(JSON.stringify(app.log)).not.toContain(text)
})

test('files of a person are kept under ids, readable by nobody else', async () => {
  const app = await openApplication()
  await seedCanaries(app)
  const folder = join(app.dataDir, 'files')
  const names = readdirSync(folder)
  expect(names.filter((name) => !/^[0-9a-f-]{36}(\.name)?$/.test(name))).toEqual([])
  if (process.platform !== 'win32') {
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0)
  }
  const label = names.find((name) => name.endsWith('.name'))!
  expect(readFileSync(join(folder, label), 'utf8')).toMatch(/csv|jsonl/)
})
