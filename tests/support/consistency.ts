import { expect } from 'vitest'
import type { Deal } from '#shared/domain/deal.ts'
import type { DealId } from '#shared/domain/ids.ts'
import { fold } from '#shared/rules/evolve.ts'
import { columnsOf } from '#main/core/deals/deal-row.ts'
import { eventsOf, verifyChain } from '#main/db/event-log.ts'
import type { ReadExecutor } from '#main/db/executor.ts'
import { PersonalData } from '#main/db/personal-data.ts'
import type { TestApplication } from './application.ts'
import { rawOf, rowsOf } from './database-content.ts'

const never = (): string => {
  throw new Error('reading makes no ids')
}

/** Every deal is the fold of its events: the state as stored, and every column computed from it. */
async function expectDealsToBeTheirEvents(app: TestApplication): Promise<void> {
  const db = app.app.core.writer.db as unknown as ReadExecutor
  const stored = new Map(rowsOf(rawOf(app), 'SELECT * FROM deals').map((row) => [String(row['id']), row]))
  const ids = rowsOf(rawOf(app), 'SELECT DISTINCT deal_id AS id FROM deal_events')
  for (const { id } of ids) {
    const personal = new PersonalData(never)
    const folded = fold(await eventsOf(db, personal, id as DealId))
    const row = stored.get(String(id))
    stored.delete(String(id))
    if (!folded) {
      expect(row, 'a removed deal has no row').toBeUndefined()
      continue
    }
    const { rowid: _rowid, state, ...columns } = row!
    const [opened] = await personal.open<Deal>(db, [String(state)])
    expect(opened).toEqual(folded)
    expect(columns).toEqual(columnsOf(folded))
    expectParts(app, folded)
  }
  expect([...stored.keys()], 'rows without events').toEqual([])
}

function expectParts(app: TestApplication, deal: Deal): void {
  const parties = rowsOf(
    rawOf(app),
    'SELECT party_id AS id, kind, status, expires_at AS expiresAt FROM deal_parties WHERE deal_id = ? ORDER BY 1',
    deal.id,
  )
  const expected = deal.parties.map(({ id, kind, status, expiresAt }) => ({ id, kind, status, expiresAt }))
  expect(parties).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)))
  const solutions = rowsOf(
    rawOf(app),
    'SELECT solution_id AS id FROM deal_solutions WHERE deal_id = ?',
    deal.id,
  )
  expect(new Set(solutions.map(({ id }) => id))).toEqual(new Set(deal.solutions.map(({ id }) => id)))
}

/** The counters of the board say what counting the deals says. */
export function expectCountersToBeTrue(app: TestApplication): void {
  const raw = rawOf(app)
  const order = 'ORDER BY family, board_column, currency'
  const kept = rowsOf(raw, `SELECT * FROM board_counters WHERE deals <> 0 OR amount <> 0 ${order}`)
  const counted = rowsOf(
    raw,
    `SELECT family, board_column, value_currency AS currency, count(*) AS deals, sum(value_amount) AS amount
     FROM deals WHERE board_column IS NOT NULL GROUP BY 1, 2, 3 ${order}`,
  )
  expect(kept).toEqual(counted)
}

/** The inbox is about deals and parties there are, and its summaries count what they hold. */
function expectInboxToBeTrue(app: TestApplication): void {
  const untrue = rowsOf(
    rawOf(app),
    `SELECT n.key FROM notifications n LEFT JOIN deals d ON d.id = n.deal_id
       LEFT JOIN deal_parties p ON p.deal_id = n.deal_id AND p.party_id = n.party_id
      WHERE n.kind <> 'summary' AND (d.id IS NULL OR (n.party_id IS NOT NULL AND p.party_id IS NULL)
            OR (n.kind = 'invitation-accepted' AND p.status = 'pending'))`,
  )
  expect(untrue).toEqual([])
  const summaries = rowsOf(
    rawOf(app),
    `SELECT s.params ->> 'total' AS total, count(n.id) AS held
       FROM notifications s LEFT JOIN notifications n ON n.summary_id = s.id
      WHERE s.kind = 'summary' GROUP BY s.id`,
  )
  for (const { total, held } of summaries) expect([total, held]).toEqual([held, total])
}

/** Log, rows, counters, inbox and search index agree with each other. */
export async function expectConsistent(app: TestApplication): Promise<void> {
  const raw = rawOf(app)
  const db = app.app.core.writer.db as unknown as ReadExecutor
  expect((await verifyChain(db)).fault).toBeNull()
  await expectDealsToBeTheirEvents(app)
  expectCountersToBeTrue(app)
  expectInboxToBeTrue(app)
  const indexed = rowsOf(raw, 'SELECT rowid FROM deal_search ORDER BY rowid')
  expect(indexed).toEqual(rowsOf(raw, 'SELECT rowid FROM deals ORDER BY rowid'))
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(raw.pragma('foreign_key_check')).toEqual([])
}
