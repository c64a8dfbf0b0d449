import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import { rawOf, rowsOf, scalarOf } from '../../../../tests/support/database-content.ts'
import { createDeal, execute, person, receiveDeal } from '../../../../tests/support/deal-commands.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const ASKED = { contact: person('Iris'), consent: true, microsoft: { help: 'general' as const } }

/** A clock that runs, as the test knows it: of a deal sent to us, or of Microsoft's answer. */
interface Running {
  readonly kind: 'deal' | 'invitation'
  readonly id: string
  readonly dealId: string
  readonly end: number
  lastWarned: number
}

/** What has to stand in the inbox, by a model that knows nothing of SQL: key, moment, and the absence it belongs to. */
class Model {
  readonly told = new Map<string, string>()
  readonly days: readonly number[]
  running: Running[] = []
  /** When the clocks were last looked at to the end. */
  seen: number
  #summarized = false

  constructor(days: readonly number[], start: number) {
    this.days = days
    this.seen = start
  }

  #tell(key: string, now: number): void {
    const away = now - this.seen > 7 * DAY
    this.#summarized ||= away
    this.told.set(key, `${new Date(now).toISOString()} ${away ? new Date(this.seen).toISOString() : '-'}`)
  }

  sweep(now: number): void {
    for (const { kind, id } of this.running.filter(({ end }) => end <= now)) {
      this.#tell(`${kind}-expired:${id}`, now)
    }
    this.running = this.running.filter(({ end }) => end > now)
  }

  /** The warnings due now, each with the clock it is of. */
  due(now: number): [Running, number][] {
    return this.running.flatMap((clock): [Running, number][] => {
      const days = this.days.filter((count) => clock.end - now <= count * DAY)
      const newest = Math.min(...days)
      return days.length > 0 && newest < clock.lastWarned ? [[clock, newest]] : []
    })
  }

  round(now: number): void {
    this.sweep(now)
    for (const [clock, days] of this.due(now)) {
      this.#tell(`${clock.kind}-expiring:${clock.id}:${days}`, now)
      clock.lastWarned = days
    }
    if (now - this.seen >= HOUR || this.#summarized) {
      this.seen = now
      this.#summarized = false
    }
  }
}

interface World {
  app: TestApplication
  readonly model: Model
}
type Step = (world: World) => Promise<void>

const nowOf = ({ app }: World): number => Date.parse(app.clock.now())

/** Makes every notification of some kind fail, as a kill at that very moment would. */
const cut = ({ app }: World, kind: string): void =>
  void rawOf(app).exec(`CREATE TEMP TRIGGER cut BEFORE INSERT ON main.notifications
    WHEN NEW.kind LIKE '%-${kind}' BEGIN SELECT RAISE(ABORT, 'cut'); END`)

const reopen = async (world: World): Promise<void> => {
  world.app = await world.app.reopen()
  world.model.round(nowOf(world))
}

const later = fc
  .oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 60 * 60 }).map((minutes) => minutes * MINUTE) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 5 * DAY }) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 7 }).map((days) => days * DAY) },
    { weight: 1, arbitrary: fc.integer({ min: 7 * DAY, max: 20 * DAY }) },
  )
  .map(
    (ms): Step =>
      async ({ app }) =>
        app.clock.advance(ms),
  )

const round: Step = async (world) => {
  await world.app.app.resume()
  world.model.round(nowOf(world))
}

const call: Step = async (world) => {
  await world.app.call('app.info', {})
  world.model.sweep(nowOf(world))
}

const arrival: Step = async (world) => {
  const { id, expiresAt } = await receiveDeal(world.app)
  world.model.sweep(nowOf(world))
  const end = Date.parse(expiresAt!)
  world.model.running.push({ kind: 'deal', id, dealId: id, end, lastWarned: Infinity })
}

const invitation: Step = async (world) => {
  const deal = await createDeal(world.app, ASKED)
  world.model.sweep(nowOf(world))
  const { id, expiresAt } = deal.parties[0]!
  const end = Date.parse(expiresAt!)
  world.model.running.push({ kind: 'invitation', id, dealId: deal.id, end, lastWarned: Infinity })
}

const answer = fc.nat(20).map((at): Step => async (world) => {
  await call(world)
  const { app, model } = world
  const clock = model.running[at % Math.max(1, model.running.length)]
  if (!clock) return
  const { kind, id, dealId } = clock
  if (kind === 'deal') await execute(app, dealId, { kind: 'accept', name: 'Ours' })
  else await execute(app, dealId, { kind: 'record-answer', partyId: id, answer: 'declined' })
  model.running = model.running.filter((other) => other !== clock)
})

/** A round that dies while it writes what has run out: nothing of it is stored, and somebody starts again. */
const killedExpiring: Step = async (world) => {
  cut(world, 'expired')
  await world.app.app.resume()
  await reopen(world)
}

/** A round that dies while it warns: what has run out is stored, the warnings are not. */
const killedWarning: Step = async (world) => {
  cut(world, 'expiring')
  await world.app.app.resume()
  world.model.sweep(nowOf(world))
  if (world.model.due(nowOf(world)).length === 0) world.model.round(nowOf(world))
  world.app.clock.advance(MINUTE)
  await reopen(world)
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: later },
  { weight: 6, arbitrary: fc.constant(round) },
  { weight: 2, arbitrary: fc.constant(call) },
  { weight: 4, arbitrary: fc.constantFrom(arrival, invitation) },
  { weight: 1, arbitrary: answer },
  { weight: 2, arbitrary: fc.constantFrom(reopen, killedExpiring, killedWarning) },
)

/** Warnings and expiries as they are stored: key, moment, and since when somebody was away. */
const storedIn = ({ app }: World): Map<string, string> =>
  new Map(
    rowsOf(
      rawOf(app),
      `SELECT n.key, n.at || ' ' || coalesce(replace(s.key, 'summary:since:', ''), '-') AS told
         FROM notifications n LEFT JOIN notifications s ON s.id = n.summary_id
        WHERE n.kind LIKE '%-expiring' OR n.kind LIKE '%-expired'`,
    ).map(({ key, told }) => [key as string, told as string]),
  )

test('over a month of calls, rounds, kills and restarts each warning and expiry is told once, when it must be', async () => {
  const seen = { warnings: 0, expiries: 0, away: 0 }
  const settings = fc.constantFrom<number[]>([7, 3, 1], [1], [10, 5, 2], [30])
  const steps = fc.array(step, { minLength: 8, maxLength: 24, size: 'max' })
  const property = fc.asyncProperty(settings, steps, async (days, life) => {
    const app = await testApplication()
    const world: World = { app, model: new Model(days, Date.parse(app.clock.now())) }
    try {
      await app.call('settings.save', { warnDaysBefore: days })
      await arrival(world)
      for (const move of life) await move(world)
      await round(world)
      expect(storedIn(world)).toEqual(world.model.told)
      const summaries = rowsOf(
        rawOf(world.app),
        `SELECT s.params ->> 'total' AS total, count(*) AS told, count(DISTINCT n.summary_id) AS summaries
           FROM notifications n JOIN notifications s ON s.id = n.summary_id GROUP BY s.key`,
      )
      for (const { total, told, summaries: count } of summaries) expect([total, count]).toEqual([told, 1])
      for (const [key, told] of world.model.told) {
        seen[/expiring/.test(key) ? 'warnings' : 'expiries'] += 1
        if (!told.endsWith('-')) seen.away += 1
      }
      const shown = scalarOf(rawOf(world.app), 'SELECT count(*) FROM notifications WHERE summary_id IS NULL')
      const { rows } = await world.app.call('notifications.list', { limit: 500 })
      expect(rows).toHaveLength(Number(shown))
    } finally {
      await world.app.close()
    }
  })
  await fc.assert(property, { numRuns: 200, endOnFailure: true })
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50)
}, 180_000)
