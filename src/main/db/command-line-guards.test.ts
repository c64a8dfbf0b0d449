import { spawnSync } from 'node:child_process'
import { beforeEach, expect, test } from 'vitest'
import { contentOf, rawOf } from '../../../tests/support/database-content.ts'
import { createDeal, execute, receiveDeal } from '../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../tests/support/open-application.ts'
import { databaseFile } from './open.ts'

const missing = spawnSync('sqlite3', ['--version']).error !== undefined
const why = missing ? ' (skipped: no sqlite3 on this computer)' : ''

let raw: ReturnType<typeof rawOf>
let file: string
let closed: string

beforeEach(async () => {
  const app = await openApplication()
  raw = rawOf(app)
  file = databaseFile(app.dataDir)
  closed = (await receiveDeal(app, { externalId: 'REF-1' })).id
  await execute(app, closed, { kind: 'decline', reason: 'budget' })
  await createDeal(app)
})

/** What another program says when it tries; whatever it says, nothing may have changed. */
function attempt(statement: string): string {
  const before = contentOf(raw)
  const { stderr, status } = spawnSync('sqlite3', [file, statement], { encoding: 'utf8' })
  expect(contentOf(raw)).toEqual(before)
  expect(status).not.toBe(0)
  return stderr
}

test.skipIf(missing)(`the command line tool cannot touch the event log${why}`, () => {
  const tries = [
    `UPDATE deal_events SET body = '{}' WHERE seq = 1`,
    'DELETE FROM deal_events',
    'INSERT OR REPLACE INTO deal_events SELECT * FROM deal_events WHERE seq = 1',
    `REPLACE INTO deal_events SELECT (SELECT max(seq) FROM deal_events) + 1, id, deal_id, deal_version, kind, at,
       recorded_at, actor, origin, rulebook, command_id, command, '{}',
       (SELECT hash FROM deal_events ORDER BY seq DESC LIMIT 1), hash FROM deal_events WHERE seq = 1`,
  ]
  for (const statement of tries) expect(attempt(statement)).toContain('EVENT_LOG_IS_APPEND_ONLY')
})

test.skipIf(missing)(`the command line tool cannot touch a deal${why}`, () => {
  const tries = [
    `UPDATE deals SET status = 'won' WHERE id = '${closed}'`,
    `UPDATE deals SET favorite = 1`,
    `UPDATE OR REPLACE deals SET referral_id = 'REF-1'`,
    `DELETE FROM deals WHERE id = '${closed}'`,
    `INSERT OR REPLACE INTO deals SELECT * FROM deals WHERE id = '${closed}'`,
  ]
  for (const statement of tries) expect(attempt(statement)).toMatch(/NO_EVENT_FOR_THIS_VERSION|DEAL_TERMINAL/)
})
