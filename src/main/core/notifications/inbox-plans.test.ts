import { expect, test } from 'vitest'
import { openApplication } from '../../../../tests/support/open-application.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'

/** Every statement about the inbox that some work asks of the reading connection. */
async function statementsOf(app: TestApplication, work: () => Promise<unknown>): Promise<string[]> {
  const statements = new Set<string>()
  const { raw } = app.app.core.reader
  const prepare = raw.prepare.bind(raw)
  raw.prepare = (text: string) => {
    statements.add(text)
    return prepare(text)
  }
  await work()
  raw.prepare = prepare
  return [...statements].filter((text) => /notifications/.test(text))
}

/** The steps of a plan that read or sort more than they have to. */
function faultsOf(app: TestApplication, statement: string): string[] {
  const values = Array.from(statement.matchAll(/\?/g), () => null)
  const plan = app.app.core.reader.raw.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...values)
  return (plan as { detail: string }[])
    .map(({ detail }) => detail)
    .filter((step) => /TEMP B-TREE|^SCAN (?!.*USING)/.test(step) && !/json_each/.test(step))
    .map((step) => `${step} — ${statement}`)
}

test('what runs out soon is found by the index of clocks, and what was told of it by the deal', async () => {
  const app = await openApplication()
  await app.call('sample.load', {})
  const asked = await statementsOf(app, () => app.app.resume())
  expect(asked.filter((text) => /NOT EXISTS/.test(text))).toHaveLength(2)
  expect(asked.flatMap((statement) => faultsOf(app, statement))).toEqual([])
  for (const statement of asked.filter((text) => /NOT EXISTS/.test(text))) {
    const values = Array.from(statement.matchAll(/\?/g), () => null)
    const plan = app.app.core.reader.raw.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...values)
    const steps = (plan as { detail: string }[]).map(({ detail }) => detail).join('\n')
    expect(steps).toMatch(/SEARCH deals USING INDEX deals_next_expiry/)
    expect(steps).toMatch(/SEARCH notifications USING INDEX notifications_deal/)
  }
})

test('the inbox comes from an index: all of it, the unread, a summary, first pages and later ones', async () => {
  const app = await openApplication()
  await app.call('sample.load', {})
  await app.app.resume()
  const asked = await statementsOf(app, async () => {
    for (const unreadOnly of [false, true]) {
      const { nextCursor } = await app.call('notifications.list', { limit: 1, unreadOnly })
      await app.call('notifications.list', { limit: 1, unreadOnly, cursor: nextCursor! })
    }
    await app.call('notifications.list', { summaryId: '01890000-0000-7000-8000-000000000001' })
  })
  expect(asked.filter((text) => /order by/.test(text))).toHaveLength(5)
  expect(asked.flatMap((statement) => faultsOf(app, statement))).toEqual([])
})
