import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DAY_MS, type Instant, addMs, instantFromMs, utcDateOf } from '#shared/domain/time.ts'
import type { Json } from '#shared/errors.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { LoopbackHost } from '../support/loopback-host.ts'
import { Acknowledged, checkFolder } from './data-folder.ts'
import { FakedHost, type Faking, faketimeLibrary } from './faked-host.ts'
import { type PromiseTest, must } from './promise-test.ts'

const INVITATION_MS = 14 * DAY_MS
const SECOND_MS = 1000
const CLOSED_MS = 60 * DAY_MS
const TEAM = [{ firstName: 'Iris', lastName: 'Novak', phone: '+31 20 555 0100', email: 'iris@example.com' }]

interface State extends Faking {
  readonly scratch: string
  /** How long a stopped process stands still. */
  readonly stoppedMs: number
}

async function receive(host: LoopbackHost, name: string): Promise<DealView> {
  const answer = await host.call('deals.execute', {
    dealId: null,
    expectedVersion: null,
    command: {
      kind: 'receive',
      from: { kind: 'microsoft', organization: 'Microsoft' },
      customer: { name: 'Harbor Foods', city: 'Rotterdam', country: 'NL' },
      name,
      value: { amount: 100_000, currency: 'EUR' },
      closeDate: '2099-12-31',
    },
  })
  must(answer.ok, () => `receive: ${JSON.stringify(answer)}`)
  return (answer.value as unknown as { deal: DealView }).deal
}

const accept = (host: LoopbackHost, dealId: string) =>
  host.call('deals.execute', {
    dealId,
    expectedVersion: null,
    command: { kind: 'accept', name: 'In time', team: TEAM },
  })

async function dealOf(host: LoopbackHost, dealId: string): Promise<DealView> {
  const answer = await host.call('deals.get', { dealId })
  must(answer.ok, () => `deals.get: ${JSON.stringify(answer)}`)
  return answer.value as unknown as DealView
}

/** Expired, closed at its own deadline, and that by exactly one event. */
async function mustHaveExpired(host: LoopbackHost, before: DealView): Promise<void> {
  const { status, closedAt } = await dealOf(host, before.id)
  must(status === 'expired', () => `${before.name} is ${status}`)
  must(closedAt === before.expiresAt, () => `${before.name} closed at ${closedAt}, not ${before.expiresAt}`)
  const timeline = await host.call('deals.timeline', { dealId: before.id })
  must(timeline.ok, () => JSON.stringify(timeline))
  const kinds = (timeline.value as unknown as { rows: { kind: string }[] }).rows.map(({ kind }) => kind)
  const expiries = kinds.filter((kind) => kind === 'expired').length
  must(expiries === 1, () => `${before.name} has ${expiries} expired events`)
}

/** To the second: allowed just before the deadline, refused at it, whoever looks first. */
async function atTheDeadline(faked: FakedHost, arrival: Instant): Promise<void> {
  const [early, late] = await faked.at(arrival, async (host) => [
    await receive(host, 'Answered in time'),
    await receive(host, 'Answered at the deadline'),
  ])
  must(early.expiresAt === addMs(arrival, INVITATION_MS), () => `expires at ${early.expiresAt}`)
  await faked.at(addMs(arrival, INVITATION_MS - SECOND_MS), async (host) => {
    const answer = await accept(host, early.id)
    must(answer.ok, () => `one second before the deadline: ${JSON.stringify(answer)}`)
  })
  await faked.at(addMs(arrival, INVITATION_MS), async (host) => {
    const answer = await accept(host, late.id)
    must(!answer.ok && answer.error.code === 'REFUSED', () => `at the deadline: ${JSON.stringify(answer)}`)
    const codes = answer.error.details.reasons.map(({ code }) => code)
    must(codes.includes('INVITATION_EXPIRED'), () => `refused for ${codes.join(', ')}`)
    await mustHaveExpired(host, late)
    const { status } = await dealOf(host, early.id)
    must(status === 'accepted', () => `the deal answered in time is ${status}`)
  })
}

/** Closed over the deadline: expired at it, not at the start that noticed, and once over many starts. */
async function whileClosed(faked: FakedHost, arrival: Instant): Promise<void> {
  const deal = await faked.at(arrival, (host) => receive(host, 'Nobody looked'))
  const later = addMs(arrival, INVITATION_MS + CLOSED_MS)
  for (const start of [later, addMs(later, SECOND_MS), addMs(later, DAY_MS)]) {
    await faked.at(start, (host) => mustHaveExpired(host, deal))
  }
}

type Clock = Output<'app.info'>['clock']

async function clockOf(host: LoopbackHost): Promise<Clock> {
  const answer = await host.call('app.info', {})
  must(answer.ok, () => `app.info: ${JSON.stringify(answer)}`)
  return (answer.value as unknown as Output<'app.info'>).clock
}

async function mustHold(host: LoopbackHost, why: string): Promise<void> {
  const { hold } = await clockOf(host)
  must(hold?.why === why, () => `the clock is held for ${JSON.stringify(hold)}, not ${why}`)
}

/** Held: nothing has expired, and nothing with a deadline is carried out. */
async function mustWait(host: LoopbackHost, deal: DealView): Promise<void> {
  const { status } = await dealOf(host, deal.id)
  must(status === 'received', () => `${deal.name} is ${status} while the clock is in doubt`)
  const answer = await accept(host, deal.id)
  must(!answer.ok && answer.error.code === 'CLOCK_UNCERTAIN', () => `accept: ${JSON.stringify(answer)}`)
}

/** Confirms a day; gives the deals told to have expired too early. */
async function confirm(host: LoopbackHost, today: Instant): Promise<Json> {
  const answer = await host.call('app.confirm-clock', { today: utcDateOf(today) })
  must(answer.ok, () => `app.confirm-clock: ${JSON.stringify(answer)}`)
  const { clock, expiredMeanwhile } = answer.value as unknown as Output<'app.confirm-clock'>
  must(clock.hold === null, () => `still held: ${JSON.stringify(clock)}`)
  return expiredMeanwhile
}

/** Three days back while it runs: asked, then everything is as before. */
async function setBack(faked: FakedHost, arrival: Instant): Promise<void> {
  await faked.at(arrival, async (host) => {
    const deal = await receive(host, 'Three days back')
    const back = addMs(arrival, -3 * DAY_MS)
    faked.set(back)
    await mustHold(host, 'moved-back-far')
    await mustWait(host, deal)
    await confirm(host, back)
    const { now } = await clockOf(host)
    must(now.slice(0, 10) === back.slice(0, 10), () => `after confirming it is ${now}`)
    const answer = await accept(host, deal.id)
    must(answer.ok, () => `accept: ${JSON.stringify(answer)}`)
  })
}

/** Forty days on while it runs, as a laptop that slept: expired at the deadline. Back again: it stays so, and is told. */
async function setForward(faked: FakedHost, arrival: Instant): Promise<void> {
  await faked.at(arrival, async (host) => {
    const deal = await receive(host, 'Forty days on')
    faked.set(addMs(arrival, 40 * DAY_MS))
    await mustHaveExpired(host, deal)
    must((await clockOf(host)).hold === null, () => 'forty days are a long sleep, and no doubt')
    faked.set(arrival)
    await mustHold(host, 'moved-back-far')
    const early = await confirm(host, arrival)
    must(JSON.stringify(early) === JSON.stringify([deal.id]), () => `told: ${JSON.stringify(early)}`)
    await mustHaveExpired(host, deal)
  })
}

/** More than ninety days on at start: held over another start, until the date is confirmed. */
async function leapAtStart(faked: FakedHost, arrival: Instant): Promise<void> {
  const deal = await faked.at(arrival, (host) => receive(host, 'A dead battery'))
  const later = addMs(arrival, 91 * DAY_MS)
  for (const start of [later, addMs(later, DAY_MS)]) {
    await faked.at(start, async (host) => {
      await mustHold(host, 'leaped-forward')
      await mustWait(host, deal)
    })
  }
  await faked.at(later, async (host) => {
    const wrong = await host.call('app.confirm-clock', { today: utcDateOf(arrival) })
    must(!wrong.ok && wrong.error.code === 'INVALID_INPUT', () => `another day: ${JSON.stringify(wrong)}`)
    await mustWait(host, deal)
    await confirm(host, later)
    await mustHaveExpired(host, deal)
  })
}

/** Stopped over the deadline and continued: the first answer knows. That is not a sleep, but as sudden. */
const stopped =
  (ms: number) =>
  async (faked: FakedHost, arrival: Instant): Promise<void> => {
    await faked.at(arrival, async (host) => {
      const deal = await receive(host, 'Stopped')
      host.child.kill('SIGSTOP')
      faked.set(addMs(arrival, 20 * DAY_MS))
      await setTimeout(ms)
      host.child.kill('SIGCONT')
      await mustHaveExpired(host, deal)
    })
  }

/** L5: a real process under a faked clock. */
export const expiry: PromiseTest<State> = {
  id: 'L5',
  title: 'invitations run out on time, over restarts and by no wrong clock, in a real process',
  attempts: { short: 6, full: 30 },
  runsEach: 1,
  impossible: () => (faketimeLibrary() ? null : 'libfaketime is not installed'),
  prepare: async ({ build, scratch, full }) => ({
    build,
    scratch,
    library: faketimeLibrary()!,
    stoppedMs: (full ? 30 : 2) * SECOND_MS,
  }),
  attempt: async (state, random, attempt) => {
    const faked = new FakedHost(state, join(state.scratch, `l5-${attempt}`))
    // Any second of the coming year, so that deadlines fall on changes of the clock as well.
    const now = Math.floor(Date.now() / SECOND_MS) * SECOND_MS
    const arrival = instantFromMs(now + random.int(0, 365 * 24 * 3600) * SECOND_MS)
    const ways = [atTheDeadline, whileClosed, setBack, setForward, leapAtStart, stopped(state.stoppedMs)]
    await ways[attempt % ways.length]!(faked, arrival)
    await checkFolder(faked.dataDir, new Acknowledged())
  },
  finish: async () => '',
}
