import { beforeEach, expect, test } from 'vitest'
import { contentOf, rawOf, rowsOf } from '../../../tests/support/database-content.ts'
import { type CommandInput, execute, receiveDeal } from '../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../tests/support/open-application.ts'
import type { TestApplication } from '../../../tests/support/application.ts'
import { appendByHand } from '../../../tests/support/raw-events.ts'

let app: TestApplication
let raw: ReturnType<typeof rawOf>

beforeEach(async () => {
  app = await openApplication()
  raw = rawOf(app)
})

/** What B7 lets change on a closed deal: others' own status, the favourite, the registration. */
const FREE: ReadonlySet<string> = new Set([
  'version',
  'microsoft',
  'partners',
  'pending_partners',
  'favorite',
  'next_expiry',
  'registration',
])

/** A value of the column's type that is not there now and that no CHECK forbids. */
const OTHER: Readonly<Record<string, string>> = {
  type: `'private'`,
  direction: `'outbound'`,
  status: `CASE status WHEN 'won' THEN 'lost' ELSE 'won' END`,
  stage: `'qualified'`,
  family: `'assessment'`,
  board_column: `'created'`,
  percent: '33',
  value_amount: 'value_amount + 1',
  value_currency: `'USD'`,
  close_date: `'2001-01-01'`,
  name: 'upper(name)',
  customer_name: 'upper(customer_name)',
  attention: 'attention + 1',
  state: `json_set(state, '$.notes', 'changed')`,
}

const closings: Record<string, CommandInput[]> = {
  won: [{ kind: 'accept', name: 'deal' }, { kind: 'win' }],
  lost: [
    { kind: 'accept', name: 'deal' },
    { kind: 'lose', reason: 'budget' },
  ],
  declined: [{ kind: 'decline', reason: 'budget' }],
  expired: [],
}

async function closedDeal(status: string): Promise<string> {
  const { id } = await receiveDeal(app, { externalId: `REF-${status}` })
  for (const command of closings[status]!) await execute(app, id, command)
  if (status === 'expired') app.clock.advance(15 * 86_400_000)
  expect((await app.call('deals.get', { dealId: id })).status).toBe(status)
  return id
}

test.for(Object.keys(closings))(
  'every column of a %s deal is frozen, even with an event in hand',
  async (status) => {
    const id = await closedDeal(status)
    const version = appendByHand(raw, id)
    const columns = rowsOf(raw, `SELECT name FROM pragma_table_info('deals')`).map(({ name }) => String(name))
    for (const column of columns) {
      if (FREE.has(column) || column === 'id' || column === 'rowid' || column === 'expires_at') continue
      const before = contentOf(raw)
      const change = `UPDATE deals SET version = ?, ${column} = ${OTHER[column] ?? `'2001-01-01T00:00:00.000Z'`}`
      expect(() => raw.prepare(`${change} WHERE id = ?`).run(version, id), column).toThrow(/DEAL_TERMINAL/)
      expect(contentOf(raw), column).toEqual(before)
    }
    expect(columns.length).toBeGreaterThan(30)
  },
)

test('a closed deal gets no new deadline either', async () => {
  const id = await closedDeal('won')
  const version = appendByHand(raw, id)
  const change = raw.prepare('UPDATE deals SET version = ?, expires_at = ? WHERE id = ?')
  expect(() => change.run(version, '2001-01-01T00:00:00.000Z', id)).toThrow(/CHECK/)
})

test('inside the state, only others, favourite and registration are free', async () => {
  const id = await closedDeal('won')
  const version = appendByHand(raw, id)
  const change = raw.prepare('UPDATE deals SET version = ?, state = json_set(state, ?, ?) WHERE id = ?')
  const keys = rowsOf(raw, 'SELECT key FROM deals, json_each(deals.state) WHERE deals.id = ?', id)
  for (const { key } of keys) {
    if (['version', 'favorite', 'parties', 'registration'].includes(String(key))) continue
    expect(() => change.run(version, `$.${String(key)}`, 'changed', id), String(key)).toThrow(/DEAL_TERMINAL/)
  }
  expect(() => change.run(version, '$.anything', 'new', id)).toThrow(/DEAL_TERMINAL/)
  expect(change.run(version, '$.favorite', 1, id).changes).toBe(1)
  expect(change.run(appendByHand(raw, id), '$.parties', '[]', id).changes).toBe(1)
  expect(change.run(appendByHand(raw, id), '$.registration', '{}', id).changes).toBe(1)
})
