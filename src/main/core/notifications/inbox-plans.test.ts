import { expect, test } from 'vitest'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { planFaults, planOf, statementsOf } from '../../../../tests/support/query-plans.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'

/** Every statement about the inbox that some work asks of the reading connection. */
const inboxStatements = async (app: TestApplication, work: () => Promise<unknown>): Promise<string[]> =>
  (await statementsOf(app, work)).filter((text) => /notifications/.test(text))

test('what runs out soon is found by the index of clocks, and what was told of it by the deal', async () => {
  const app = await openApplication()
  await app.call('sample.load', {})
  const asked = await inboxStatements(app, () => app.app.resume())
  expect(asked.filter((text) => /NOT EXISTS/.test(text))).toHaveLength(2)
  expect(asked.flatMap((statement) => planFaults(app, statement))).toEqual([])
  for (const statement of asked.filter((text) => /NOT EXISTS/.test(text))) {
    const steps = planOf(app, statement).join('\n')
    expect(steps).toMatch(/SEARCH deals USING INDEX deals_next_expiry/)
    expect(steps).toMatch(/SEARCH notifications USING INDEX notifications_deal/)
  }
})

test('the inbox comes from an index: all of it, the unread, a summary, first pages and later ones', async () => {
  const app = await openApplication()
  await app.call('sample.load', {})
  await app.app.resume()
  const asked = await inboxStatements(app, async () => {
    for (const unreadOnly of [false, true]) {
      const { nextCursor } = await app.call('notifications.list', { limit: 1, unreadOnly })
      await app.call('notifications.list', { limit: 1, unreadOnly, cursor: nextCursor! })
    }
    await app.call('notifications.list', { summaryId: '01890000-0000-7000-8000-000000000001' })
  })
  expect(asked.filter((text) => /order by/.test(text))).toHaveLength(5)
  expect(asked.flatMap((statement) => planFaults(app, statement))).toEqual([])
})
