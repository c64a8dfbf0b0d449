import { expect, test } from 'vitest'
import { createDeal, execute, receiveDeal } from '../../../../tests/support/deal-commands.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { fileOf, line, preview } from '../../../../tests/support/bulk-csv.ts'
import { expectConsistent } from '../../../../tests/support/consistency.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const DAY_MS = 86_400_000
const ROWS = 900
const file = fileOf(Array.from({ length: ROWS }, (_, index) => line(`R-${index}`)))

/** Commits a file and does something once, as soon as some of its rows are written. */
async function meanwhile<T>(app: TestApplication, act: () => Promise<T>) {
  const { importId } = await preview(app, file)
  const begun = Promise.withResolvers<void>()
  const stop = app.app.subscribe(({ name, payload }) => {
    if (name === 'jobs.progressed' && (payload as { done: number }).done > 0) begun.resolve()
  })
  const { jobId } = await app.call('imports.commit', { importId })
  await begun.promise
  stop()
  const acted = act().then((value) => ({ value, whileHeld: app.app.core.gate.held }))
  return { jobId, acted }
}

test('a list answers while an import is written, with what was there before', async () => {
  const app = await openApplication()
  await createDeal(app)
  const { jobId, acted } = await meanwhile(app, () => app.call('deals.totals', { tab: 'all' }))
  expect(await acted).toMatchObject({ value: { count: 1 }, whileHeld: true })
  expect(await app.job(jobId)).toMatchObject({ created: ROWS })
  expect((await app.call('deals.totals', { tab: 'all' })).count).toBe(ROWS + 1)
})

test('nobody waits for what has run out meanwhile: it is closed when the import is through', async () => {
  const app = await openApplication()
  const { id } = await receiveDeal(app)
  const { jobId, acted } = await meanwhile(app, () => {
    app.clock.advance(20 * DAY_MS)
    return app.call('deals.totals', { tab: 'all' })
  })
  expect(await acted).toMatchObject({ value: { count: 1 }, whileHeld: true })
  await app.job(jobId)
  expect((await app.call('deals.get', { dealId: id })).status).toBe('expired')
})

test('a change made meanwhile waits for the import, and is carried out after it', async () => {
  const app = await openApplication()
  const deal = await createDeal(app)
  const { jobId, acted } = await meanwhile(app, () => execute(app, deal.id, { kind: 'win' }))
  expect(await acted).toMatchObject({ value: { status: 'won' }, whileHeld: false })
  expect(await app.job(jobId)).toMatchObject({ created: ROWS })
  await expectConsistent(app)
})

test('a change that would wait too long is refused as busy, and nothing of it happens', async () => {
  const app = await openApplication()
  const deal = await createDeal(app)
  const { jobId, acted } = await meanwhile(app, () => {
    const refused = app.fail('deals.execute', {
      dealId: deal.id,
      expectedVersion: null,
      command: { kind: 'win' },
    })
    return app.timers.breathe().then(() => {
      app.timers.fire()
      return refused
    })
  })
  expect((await acted).value).toEqual({ code: 'BUSY', details: { what: 'import' } })
  await app.job(jobId)
  expect((await app.call('deals.get', { dealId: deal.id })).status).toBe('accepted')
})
