import { describe, expect, it, onTestFinished } from 'vitest'
import { FAMILIES } from '#shared/domain/stages.ts'
import { SORT_KEYS, TABS } from '#shared/ipc/contract/deals.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'

/** An application whose reading connection remembers every statement it prepares. */
async function watched(): Promise<{ tandem: TestApplication; statements: Set<string> }> {
  const tandem = await testApplication()
  onTestFinished(() => tandem.close())
  await tandem.call('sample.load', {})
  const statements = new Set<string>()
  const { raw } = tandem.app.core.reader
  const prepare = raw.prepare.bind(raw)
  raw.prepare = (text: string) => {
    statements.add(text)
    return prepare(text)
  }
  return { tandem, statements }
}

/** What is wrong with the way SQLite answers a statement: sorting by itself, or reading deals without an index. */
function faultsOf(tandem: TestApplication, statement: string): string[] {
  const values = Array.from(statement.matchAll(/\?/g), () => null)
  const plan = tandem.app.core.reader.raw.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...values)
  return (plan as { detail: string }[])
    .map(({ detail }) => detail)
    .filter((step) => /TEMP B-TREE|^SCAN (?!.*USING)/.test(step) && !/deal_search/.test(step))
    .map((step) => `${step} — ${statement}`)
}

const ordered = (statements: Set<string>): string[] =>
  [...statements].filter((text) => text.includes('order by') && text.includes('limit'))

// A plan depends on the statement and not on the values in it: one later page stands for all, the last one included.
describe.each(TABS)('the list %s', (tab) => {
  it('comes from an index in every order, first page and later ones', async () => {
    const { tandem, statements } = await watched()
    for (const by of SORT_KEYS) {
      for (const direction of ['asc', 'desc'] as const) {
        const query = { tab, sort: { by, direction }, limit: 1 }
        const { nextCursor } = await tandem.call('deals.list', query)
        await tandem.call('deals.list', { ...query, cursor: nextCursor! })
      }
    }
    const asked = ordered(statements)
    expect(asked).toHaveLength(SORT_KEYS.length * 2 * 2)
    expect(asked.flatMap((statement) => faultsOf(tandem, statement))).toEqual([])
  })
})

describe.each(FAMILIES)('the board %s', (family) => {
  it('takes the cards of every column from an index, first and later ones', async () => {
    const { tandem, statements } = await watched()
    const query = { family, perColumn: 1 }
    const { columns } = await tandem.call('deals.board', query)
    for (const { key, nextCursor } of columns) {
      if (nextCursor) await tandem.call('deals.board', { ...query, column: key, cursor: nextCursor })
    }
    const asked = ordered(statements)
    expect(asked).not.toEqual([])
    expect(asked.flatMap((statement) => faultsOf(tandem, statement))).toEqual([])
  })
})
