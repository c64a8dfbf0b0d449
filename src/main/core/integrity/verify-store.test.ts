import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { verifyStore } from './verify-store.ts'

let tandem: TestApplication

beforeEach(async () => {
  tandem = await testApplication()
  await tandem.call('sample.load', {})
})
afterEach(() => tandem.close())

/** Changes the store behind the application's back, without the guards that would stop it. */
async function tamper(...statements: string[]): Promise<void> {
  const { db } = tandem.app.core.writer
  const triggers = await sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'trigger'`.execute(
    db,
  )
  for (const { name } of triggers.rows) await sql.raw(`DROP TRIGGER ${name}`).execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const verify = () => verifyStore(tandem.app.core.reader.db as unknown as ReadExecutor)

const faults = async () =>
  (await verify()).flatMap(({ check, findings }) => findings.map(({ fault }) => `${check}: ${fault}`))

const oneDeal = `(SELECT id FROM deals WHERE status = 'accepted' ORDER BY id LIMIT 1)`

describe('a store that is whole', () => {
  it('passes every check, and says how much it looked at', async () => {
    const results = await verify()
    expect(results.flatMap(({ findings }) => findings)).toEqual([])
    const counted = Object.fromEntries(results.map(({ check, counted }) => [check, counted]))
    const { deals, events } = (await tandem.call('app.info', {})).counts
    expect(counted).toMatchObject({ deals, 'event-chain': events, search: deals })
  })

  it('stays whole when deals are removed and people change', async () => {
    await tandem.call('sample.clear', {})
    await tandem.call('sample.load', {})
    expect(await faults()).toEqual([])
  })
})

describe('a store that was tampered with', () => {
  it.each([
    [`UPDATE deals SET close_date = '2001-01-01' WHERE id = ${oneDeal}`, 'deals: differs in close_date'],
    [
      `UPDATE deals SET state = json_set(state, '$.favorite', json('"maybe"')) WHERE id = ${oneDeal}`,
      'deals: differs in state.favorite',
    ],
    [`DELETE FROM deal_solutions WHERE deal_id = ${oneDeal}`, 'deals: differs in solutions'],
    [`UPDATE deal_parties SET status = 'pending' WHERE status = 'declined'`, 'deals: differs in parties'],
    [
      `DELETE FROM deal_search WHERE rowid = (SELECT max(rowid) FROM deals)`,
      'search: not in the search index',
    ],
  ])('%s', async (statement, fault) => {
    await tamper(statement)
    expect(await faults()).toContain(fault)
  })

  it('notices a row that is gone, and its counters', async () => {
    await tamper(`DELETE FROM deals WHERE id = ${oneDeal}`)
    const found = await faults()
    expect(found).toContain('deals: no row')
    expect(found.some((fault) => fault.startsWith('counters: counter says'))).toBe(true)
  })

  it('notices a row no event leads to', async () => {
    await tamper(
      `CREATE TEMP TABLE stray AS SELECT * FROM deals LIMIT 1`,
      `UPDATE stray SET id = 'stray', rowid = 999999, referral_id = NULL`,
      `INSERT INTO deals SELECT * FROM stray`,
    )
    expect(await faults()).toContain('deals: a row, but no events that lead to it')
  })

  it('goes on when a history cannot be replayed', async () => {
    await tamper(`UPDATE deal_events SET body = 'null' WHERE kind = 'created'`)
    expect(await faults()).toContain('deals: its events cannot be replayed')
  })

  it('notices an event that was rewritten, and one that was taken out of a history', async () => {
    await tamper(`UPDATE deal_events SET body = '[]' WHERE kind = 'party-answered'`)
    expect(await faults()).toContain('event-chain: was changed after it was written')
    await tamper(`DELETE FROM deal_events WHERE deal_version = 2`)
    const found = await faults()
    expect(found).toContain('event-chain: follows a number that is missing')
    expect(found).toContain('deals: version 2 missing in the log')
  })
})
