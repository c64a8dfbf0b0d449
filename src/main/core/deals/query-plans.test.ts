import { describe, expect, it } from 'vitest'
import { FAMILIES } from '#shared/domain/stages.ts'
import { SORT_KEYS, TABS } from '#shared/ipc/contract/deals.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { planFaults, statementsOf } from '../../../../tests/support/query-plans.ts'

async function loaded(): Promise<TestApplication> {
  const tandem = await openApplication()
  await tandem.call('sample.load', {})
  return tandem
}

const ordered = (statements: readonly string[]): string[] =>
  statements.filter((text) => text.includes('order by') && text.includes('limit'))

// A plan depends on the statement and not on the values in it: one later page stands for all, the last one included.
describe.each(TABS)('the list %s', (tab) => {
  it('comes from an index in every order, first page and later ones', async () => {
    const tandem = await loaded()
    const statements = await statementsOf(tandem, async () => {
      for (const by of SORT_KEYS) {
        for (const direction of ['asc', 'desc'] as const) {
          const query = { tab, sort: { by, direction }, limit: 1 }
          const { nextCursor } = await tandem.call('deals.list', query)
          await tandem.call('deals.list', { ...query, cursor: nextCursor! })
        }
      }
    })
    const asked = ordered(statements)
    expect(asked).toHaveLength(SORT_KEYS.length * 2 * 2)
    expect(asked.flatMap((statement) => planFaults(tandem, statement))).toEqual([])
  })
})

describe.each(FAMILIES)('the board %s', (family) => {
  it('takes the cards of every column from an index, first and later ones', async () => {
    const tandem = await loaded()
    const query = { family, perColumn: 1 }
    const statements = await statementsOf(tandem, async () => {
      const { columns } = await tandem.call('deals.board', query)
      for (const { key, nextCursor } of columns) {
        if (nextCursor) await tandem.call('deals.board', { ...query, column: key, cursor: nextCursor })
      }
    })
    const asked = ordered(statements)
    expect(asked).not.toEqual([])
    expect(asked.flatMap((statement) => planFaults(tandem, statement))).toEqual([])
  })
})
