import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Envelope } from '#shared/errors.ts'
import type { TestApplication } from '../support/application.ts'
import { eventCount, rawOf } from '../support/database-content.ts'
import {
  ACTIONS,
  type Action,
  type DealView,
  FOR_MANY,
  applies,
  asked,
  askedOfMany,
  offeredAs,
} from './actions.ts'
import { afterDeadline, expected, unread } from './expected.ts'
import { AT_DEADLINE, SITUATIONS, type Situation, nameOf } from './situations.data.ts'
import { BEGUN, DEADLINE, type World, buildWorld, inCopy, removeWorld } from './world.ts'

/**
 * The generated matrix: every action in every situation, the verdicts written down as data from the rulebook
 * (verdicts.data.ts, stages.data.ts), asked of a real core on real SQLite in every way there is to ask.
 */
const ONE_MS_BEFORE = new Date(Date.parse(DEADLINE) - 1).toISOString()
const places = SITUATIONS.map((_, index) => index)
const withClock = places.filter((index) => {
  const { status, microsoft, partner } = SITUATIONS[index]!
  return status in AT_DEADLINE.status || microsoft === 'pending' || partner === 'pending'
})

let world: World
/** The deals as the world begins: a copy holds the same ones. */
let views: DealView[]
const count: Record<string, number> = {}
const wrong: string[] = []

beforeAll(async () => {
  world = await buildWorld('created')
  views = await inCopy(world, (app) =>
    Promise.all(world.dealIds.map((dealId) => app.call('deals.get', { dealId }))),
  )
}, 120_000)
afterAll(() => {
  removeWorld(world)
  const cases = Object.values(count).reduce((sum, each) => sum + each, 0)
  process.stdout.write(`rulebook matrix: ${cases} verdicts ${JSON.stringify(count)}\n`)
})

/** Holds one verdict against the data. Collected, so that one failure shows the whole pattern. */
function compare(way: string, action: Action, situation: Situation, codes: readonly string[]): void {
  count[way] = (count[way] ?? 0) + 1
  const want = expected(action, situation).join(' ') || 'allowed'
  const is = [...new Set(codes)].sort().join(' ') || 'allowed'
  if (want !== is) wrong.push(`${way} · ${action} · ${nameOf(situation)}: ${is} instead of ${want}`)
}

const settled = (): void => {
  const all = wrong.splice(0)
  expect(all.slice(0, 40).join('\n') + (all.length > 40 ? `\n… ${all.length} in all` : '')).toBe('')
}

const dealAt = (app: TestApplication, index: number): Promise<DealView> =>
  app.call('deals.get', { dealId: world.dealIds[index]! })

const codesIn = (envelope: Envelope): readonly string[] => {
  if (envelope.ok) return []
  if (envelope.error.code === 'REFUSED') return envelope.error.details.reasons.map(({ code }) => code)
  return [`${envelope.error.code} ${JSON.stringify(envelope.error.details)}`]
}

async function check(app: TestApplication, action: Action, index: number, deal: DealView) {
  const question = asked(action, world.directory, deal)
  if (!question) throw new Error(`${action} does not apply to ${nameOf(SITUATIONS[index]!)}`)
  const { reasons, allowed } = await app.call('deals.check', question)
  expect(allowed).toBe(reasons.length === 0)
  return reasons.map(({ code }) => code)
}

/** Carries an action out; what is refused must have left nothing behind. */
async function carryOut(app: TestApplication, action: Action, deal: DealView): Promise<readonly string[]> {
  const before = eventCount(rawOf(app))
  const envelope = await app.app.dispatch('deals.execute', {
    expectedVersion: deal.version,
    ...asked(action, world.directory, deal),
  })
  if (!envelope.ok) expect(eventCount(rawOf(app))).toBe(before)
  return codesIn(envelope)
}

const casesOf = (action: Action, among: readonly number[]): readonly number[] =>
  among.filter((index) => applies(action, SITUATIONS[index]!))

test(`the situations are told apart, and there are enough of them (${SITUATIONS.length} × ${ACTIONS.length} actions)`, () => {
  expect(new Set(SITUATIONS.map(nameOf)).size).toBe(SITUATIONS.length)
  expect(SITUATIONS.length * ACTIONS.length).toBeGreaterThan(2000)
})

test('every deal is in the situation it stands for', async () => {
  await inCopy(world, async (app) => {
    for (const index of places) {
      const situation = SITUATIONS[index]!
      const deal = await dealAt(app, index)
      const party = (kind: string) => deal.parties.find((one) => one.kind === kind)?.status ?? null
      expect({ index, type: deal.type, direction: deal.direction, status: deal.status }).toEqual({
        index,
        type: situation.type,
        direction: situation.direction,
        status: situation.status,
      })
      expect([party('microsoft'), party('partner')]).toEqual([situation.microsoft, situation.partner])
      expect(deal.registrationRecord?.state ?? null).toBe(situation.registration)
      expect(deal.stage).toBe(situation.status === 'won' ? 'won' : situation.stage)
    }
  })
})

test('deals.check says what the rulebook says, in every situation', async () => {
  await inCopy(world, async (app) => {
    for (const action of ACTIONS) {
      for (const index of casesOf(action, places)) {
        compare('check', action, SITUATIONS[index]!, await check(app, action, index, views[index]!))
      }
    }
  })
  settled()
})

test('deals.actions offers and blocks the same', async () => {
  await inCopy(world, async (app) => {
    for (const index of places) {
      const { actions } = await app.call('deals.actions', { dealId: world.dealIds[index]! })
      for (const { action, target, reasons } of actions) {
        const complete = offeredAs(action, target, views[index]!, SITUATIONS[index]!)
        const codes = reasons.map(({ code }) => code)
        compare('actions', complete, SITUATIONS[index]!, codes)
      }
      expect(new Set(actions.map(({ action }) => action)).size).toBe(
        SITUATIONS[index]!.microsoft || SITUATIONS[index]!.partner ? 16 : 15,
      )
    }
  })
  settled()
})

test('deals.execute does what the rulebook allows and refuses the rest, leaving nothing behind', async () => {
  for (const action of ACTIONS) {
    await inCopy(world, async (app) => {
      for (const index of casesOf(action, places)) {
        compare('execute', action, SITUATIONS[index]!, await carryOut(app, action, views[index]!))
      }
    })
  }
  settled()
})

describe.each([
  ['dry run', true],
  ['for real', false],
] as const)('deals.bulk, %s', (way, dryRun) => {
  test('says the same of every deal at once', async () => {
    const ids = [...world.dealIds]
    const ask = async (app: TestApplication, action: Action) => {
      const before = eventCount(rawOf(app))
      const command = askedOfMany(action, world.directory)
      const { allowed, refused } = await app.call('deals.bulk', { selection: { ids }, command, dryRun })
      expect(allowed + refused.length).toBe(ids.length)
      if (dryRun || allowed === 0) expect(eventCount(rawOf(app))).toBe(before)
      for (const index of places) {
        const reasons = refused.find(({ dealId }) => dealId === ids[index])?.reasons ?? []
        const codes = reasons.map(({ code }) => code)
        compare(`bulk ${way}`, action, SITUATIONS[index]!, codes)
      }
    }
    if (dryRun) {
      await inCopy(world, async (app) => {
        for (const action of FOR_MANY) await ask(app, action)
      })
    } else {
      for (const action of FOR_MANY) await inCopy(world, (app) => ask(app, action))
    }
    settled()
  })
})

describe.each([
  ['one millisecond before the deadline, as before', ONE_MS_BEFORE, (situation: Situation) => situation],
  ['exactly at the deadline, as expired', DEADLINE, afterDeadline],
] as const)('time: %s', (moment, now, as) => {
  const way = moment.split(',')[0]!
  test('deals.check', async () => {
    const everything = async (app: TestApplication) => {
      for (const action of ACTIONS) {
        for (const index of casesOf(action, withClock)) {
          const codes = await check(app, action, index, views[index]!)
          compare(`check ${way}`, action, as(SITUATIONS[index]!), codes)
        }
      }
    }
    await inCopy(world, everything, now)
    settled()
  })

  // A clock matters to answers and to second invitations; the rest was asked above.
  const ABOUT_CLOCKS: readonly Action[] = [
    'accept',
    'decline',
    'Microsoft accepts',
    'Microsoft declines',
    'the partner accepts',
    'the partner declines',
    'invite Microsoft',
    'invite the same partner',
    'edit name',
    'win',
  ]
  test('deals.execute, the clock having moved while the application was open', async () => {
    for (const action of ABOUT_CLOCKS) {
      await inCopy(world, async (app) => {
        const deals = new Map<number, DealView>()
        for (const index of casesOf(action, withClock)) deals.set(index, await dealAt(app, index))
        app.clock.set(now as never)
        for (const [index] of deals) {
          const deal = await dealAt(app, index)
          compare(`execute ${way}`, action, as(SITUATIONS[index]!), await carryOut(app, action, deal))
        }
      })
    }
    settled()
  })
})

test('every line of the data is about a case', () => {
  expect(unread()).toEqual([])
  expect(BEGUN < ONE_MS_BEFORE && ONE_MS_BEFORE < DEADLINE).toBe(true)
})
