import { expect, test } from 'vitest'
import { DAY_MS } from '#shared/domain/time.ts'
import { FakeClock } from '../../../../tests/support/application.ts'
import { createDeal, euros, execute, receiveDeal } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const pipelineOf = (told: { totals: { figures: Record<string, { count: number }> } | null }) =>
  told.totals!.figures['deals']!.count

test('a report of an instant holds what happened at it, and nothing after', async () => {
  const app = await openApplication()
  const { id, createdAt } = await createDeal(app)
  app.clock.advance(DAY_MS)
  const { closedAt } = await execute(app, id, { kind: 'win' })
  app.clock.advance(DAY_MS)
  const at = (asOf: string) => app.call('reports.get', { report: 'pipeline', asOf })
  const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString()
  const counts = []
  for (const asOf of [justBefore(createdAt), createdAt, justBefore(closedAt!), closedAt!]) {
    counts.push(pipelineOf(await at(asOf)))
    const { columns } = await app.call('deals.board', { family: 'standard', asOf })
    expect(columns.filter(({ key }) => key !== 'won').reduce((sum, { count }) => sum + count, 0)).toBe(
      counts.at(-1),
    )
  }
  expect(counts).toEqual([0, 1, 1, 0])
})

test('an instant still to come is now', async () => {
  const app = await openApplication()
  await createDeal(app)
  const told = await app.call('reports.get', { report: 'pipeline', asOf: '2999-01-01T00:00:00.000Z' })
  expect([told.asOf, pipelineOf(told)]).toEqual([app.clock.now(), 1])
})

test('what has a rate is converted, what has none is counted and not priced', async () => {
  const app = await openApplication()
  await app.call('profile.save', {
    companyName: 'Kestrel Cloud',
    homeCurrency: 'EUR',
    user: { firstName: 'Iris', lastName: 'Novak', phone: '1', email: 'iris@example.com' },
    rates: [
      { currency: 'JPY', perHome: 160, asOf: '2026-11-01' },
      { currency: 'USD', perHome: 1.25, asOf: '2027-01-01' },
    ],
  })
  await createDeal(app, { value: euros(100_00) })
  await createDeal(app, { value: { amount: 16_000, currency: 'JPY' } })
  await createDeal(app, { value: { amount: 500_00, currency: 'USD' } })
  const priced = async (currency?: string) => {
    const filters = currency === undefined ? {} : { currency }
    const { totals } = await app.call('reports.get', { report: 'pipeline', filters })
    return totals!.figures['deals']!.converted
  }
  expect(await priced()).toEqual({
    value: { amount: 200_00, currency: 'EUR' },
    notPriced: 1,
    ratesAsOf: '2026-11-01',
  })
  expect(await priced('USD')).toBeNull()
  expect(await priced('CHF')).toMatchObject({ value: { amount: 0 }, notPriced: 0 })
})

test('a figure of the past opens deals that were taken back since, and names them', async () => {
  const app = await openApplication()
  const { id } = await createDeal(app)
  const { rows } = await app.call('deals.timeline', { dealId: id })
  const asOf = app.clock.now()
  app.clock.advance(60_000)
  await app.call('deals.undo', { eventId: rows[0]!.eventId })
  const asked = { report: 'pipeline' as const, row: null, figure: 'deals' }
  expect((await app.call('reports.deals', asked)).count).toBe(0)
  const then = await app.call('reports.deals', { ...asked, asOf })
  expect([then.rows.map((row) => row.id), then.gone]).toEqual([[id], [id]])
})

/** A clock of a person five and a half hours ahead of UTC. */
class ClockInIndia extends FakeClock {
  override dayOf(instant: Parameters<FakeClock['dayOf']>[0]) {
    const ahead = new Date(Date.parse(instant) + 5.5 * 3_600_000).toISOString()
    return super.dayOf(ahead as typeof instant)
  }
}

test('days begin where the person is', async () => {
  const app = await openApplication({ clock: new ClockInIndia('2026-11-22T18:29:59.999Z') })
  await receiveDeal(app)
  app.clock.advance(1)
  await receiveDeal(app)
  const came = async (from: string, to: string) =>
    pipelineOf(await app.call('reports.get', { report: 'funnel', from, to }))
  expect(await came('2026-11-22', '2026-11-22')).toBe(1)
  expect(await came('2026-11-23', '2026-11-23')).toBe(1)
  const { from, to } = await app.call('reports.get', { report: 'funnel' })
  expect([from, to]).toEqual(['2026-09-01', '2026-11-23'])
})
