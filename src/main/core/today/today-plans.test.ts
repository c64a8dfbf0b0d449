import { expect, test } from 'vitest'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { planFaults, planOf, statementsOf } from '../../../../tests/support/query-plans.ts'

test('a day comes from indexes: every section, every count, what is next, and what happened meanwhile', async () => {
  const app = await openApplication()
  await app.call('sample.load', {})
  await app.call('today.visit', {})
  app.clock.advance(2 * 3_600_000)
  await app.call('today.visit', {})
  const asked = await statementsOf(app, () => app.call('today.get', {}))
  // A page and its statement differ only in values: one call asks everything there is, but for an empty day.
  expect(asked.filter((text) => /order by/.test(text)).length).toBeGreaterThanOrEqual(8)
  expect(asked.flatMap((statement) => planFaults(app, statement))).toEqual([])
  const plans = asked.flatMap((statement) => planOf(app, statement)).join('\n')
  for (const index of [
    'deals_direction_by_attention',
    'deals_open_by_close_date',
    'deals_open_by_stage_since',
    'deals_action_required',
    'deal_parties_pending',
    'finished_imports_at',
    'notifications_shown',
  ])
    expect(plans).toContain(index)
})

test('so does an empty one', async () => {
  const app = await openApplication()
  const asked = await statementsOf(app, () => app.call('today.get', {}))
  expect(asked.flatMap((statement) => planFaults(app, statement))).toEqual([])
})
