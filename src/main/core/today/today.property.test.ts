import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CivilDate, DAY_MS, type Instant, addCivilDays, msOf, utcDateOf } from '#shared/domain/time.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import { move, worldOf } from '../../../../tests/support/moves.ts'

const by =
  <T>(key: (item: T) => string) =>
  (a: T, b: T) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0

/** The day as somebody would count it who leafs through every deal: each line is what a row must say, in its order. */
function leafThrough(deals: readonly DealView[], now: Instant, today: CivilDate) {
  const daysUntil = (instant: Instant) => (msOf(instant) - msOf(now)) / DAY_MS
  const received = deals.filter(({ status }) => status === 'received').sort(by((deal) => deal.expiresAt!))
  const running = deals.filter(({ status }) => status === 'accepted')
  const overdue = running.filter(({ closeDate }) => closeDate < today).sort(by((deal) => deal.closeDate))
  const still = running
    .filter(({ stageSince }) => Math.floor(-daysUntil(stageSince)) > 30)
    .sort(by((deal) => deal.stageSince))
  const invitations = deals
    .filter(({ status }) => status === 'accepted' || status === 'won')
    .flatMap((deal) => deal.parties.map((party) => ({ deal, party })))
    .filter(({ party }) => party.status === 'pending' && daysUntil(party.expiresAt!) <= 7)
    .sort(by(({ party }) => party.expiresAt!))
  const registrations = deals
    .filter(({ registration }) => registration === 'action-required')
    .sort(by((deal) => deal.registrationRecord!.reviewedAt!))
  return {
    answers: received.map(({ expiresAt }) => expiresAt),
    soon: received.filter(({ expiresAt }) => daysUntil(expiresAt!) <= 3).length,
    invitations: invitations.map(({ party }) => party.expiresAt),
    registrations: registrations.map(({ id }) => id),
    overdue: overdue.map(({ closeDate }) => closeDate),
    still: still.map(({ stageSince }) => stageSince),
    ids: {
      answers: new Set(received.map(({ id }) => id)),
      invitations: new Set(invitations.map(({ party }) => party.id)),
      overdue: new Set(overdue.map(({ id }) => id)),
      still: new Set(still.map(({ id }) => id)),
    },
    days: Array.from({ length: 7 }, (_, index) => addCivilDays(today, index + 1)).map((day) => ({
      day,
      closing: running.filter(({ closeDate }) => closeDate === day).length,
      answers: received.filter(({ expiresAt }) => utcDateOf(expiresAt!) === day).length,
    })),
  }
}

async function expectDay(app: TestApplication): Promise<number> {
  const { rows } = await app.call('deals.list', { tab: 'all', limit: 500 })
  const deals: DealView[] = []
  for (const { id } of rows) deals.push(await app.call('deals.get', { dealId: id }))
  const most = 500
  const day = await app.call('today.get', {
    limits: { answers: most, invitations: most, registrations: most, overdue: most, still: most },
  })
  const now = app.clock.now()
  const { soon, ids, days, ...order } = leafThrough(deals, now, utcDateOf(now))
  expect({
    answers: day.answers.rows.map(({ expiresAt }) => expiresAt),
    invitations: day.invitations.rows.map(({ party }) => party.expiresAt),
    registrations: day.registrations.rows.map(({ deal }) => deal.id),
    overdue: day.overdue.rows.map(({ closeDate }) => closeDate),
    still: day.still.rows.map(({ stageSince }) => stageSince),
  }).toEqual(order)
  expect(day.answers.soon).toBe(soon)
  expect(day.days).toEqual(days)
  expect({
    answers: new Set(day.answers.rows.map(({ id }) => id)),
    invitations: new Set(day.invitations.rows.map(({ party }) => party.id)),
    overdue: new Set(day.overdue.rows.map(({ id }) => id)),
    still: new Set(day.still.rows.map(({ id }) => id)),
  }).toEqual(ids)
  const counts = [day.answers, day.invitations, day.registrations, day.overdue, day.still]
  const inNeed = counts.flatMap(({ rows: shown }) =>
    shown.map((row) => ('deal' in row ? row.deal.id : row.id)),
  )
  expect(day.needs).toBe(new Set(inNeed).size)
  for (const { count, rows: shown } of counts) expect(count).toBe(shown.length)
  const few = await app.call('today.get', { limits: { answers: 1, still: 1, overdue: 1, invitations: 1 } })
  expect(few.needs).toBe(day.needs)
  expect(few.overdue.rows).toEqual(day.overdue.rows.slice(0, 1))
  expect(few.still.rows).toEqual(day.still.rows.slice(0, 1))
  expect(few.invitations.rows).toEqual(day.invitations.rows.slice(0, 1))
  return day.needs
}

test('whatever happened, the day is what leafing through every deal would say', async () => {
  let needed = 0
  const stretch = fc.integer({ min: 0, max: 20 * DAY_MS })
  const property = fc.asyncProperty(
    fc.array(move, { minLength: 15, maxLength: 40, size: 'max' }),
    fc.array(stretch, { minLength: 2, maxLength: 4 }),
    async (moves, stretches) => {
      const app = await testApplication()
      try {
        const world = await worldOf(app)
        for (const step of moves) await step(world)
        for (const ms of stretches) {
          needed += await expectDay(app)
          app.clock.advance(ms)
        }
        needed += await expectDay(app)
      } finally {
        await app.close()
      }
    },
  )
  await fc.assert(property, { numRuns: 25, endOnFailure: true })
  expect(needed).toBeGreaterThan(200)
})
