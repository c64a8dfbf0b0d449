import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Instant, DAY_MS, addMs, instantFromMs } from '#shared/domain/time.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { Build } from '../support/build.ts'
import type { LoopbackHost } from '../support/loopback-host.ts'
import { programOnPath } from '../support/tools.ts'
import { Acknowledged, checkFolder } from './data-folder.ts'
import { type PromiseTest, must } from './promise-test.ts'
import { startOwnHost } from './own-hosts.ts'

const INVITATION_MS = 14 * DAY_MS
const SECOND_MS = 1000
const CLOSED_MS = 60 * DAY_MS
const TEAM = [{ firstName: 'Iris', lastName: 'Novak', phone: '+31 20 555 0100', email: 'iris@example.com' }]

/** Where libfaketime's library for programs with threads is: asked of whoever installed it. */
function faketimeLibrary(): string | null {
  const listed = (program: string, ...args: string[]): string => {
    try {
      return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    } catch {
      return ''
    }
  }
  const files = programOnPath('dpkg') ? listed('dpkg', '-L', 'libfaketime').split('\n') : []
  // Its own wrapper tells the library it would put in front.
  if (programOnPath('faketime')) {
    const preload = listed('faketime', '-m', '2026-01-01', 'env')
    files.push(...(/^LD_PRELOAD=(.*)$/m.exec(preload)?.[1] ?? '').split(/[: ]/))
  }
  return files.find((file) => /libfaketimeMT\.so/.test(file) && existsSync(file)) ?? null
}

interface State {
  readonly build: Build
  readonly scratch: string
  readonly library: string
}

/** A host for which it is one moment all the time; timers still run, monotonic time is left alone. */
class FakedHost {
  readonly #state: State
  readonly dataDir: string

  constructor(state: State, dataDir: string) {
    this.#state = state
    this.dataDir = dataDir
  }

  /** Starts at an instant (whole seconds), does something, and ends. */
  async at<T>(instant: Instant, work: (host: LoopbackHost) => Promise<T>): Promise<T> {
    const host = await startOwnHost({
      script: this.#state.build.loopback,
      dataDir: this.dataDir,
      env: {
        TZ: 'UTC',
        LD_PRELOAD: this.#state.library,
        FAKETIME: instant.slice(0, 19).replace('T', ' '),
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
        FAKETIME_NO_CACHE: '1',
      },
    })
    try {
      return await work(host)
    } finally {
      const code = await host.stop()
      must(code === 0, () => `the host at ${instant} ended with ${code}: ${host.said()}`)
    }
  }
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

/** L5: a real process under a faked clock. */
export const expiry: PromiseTest<State> = {
  id: 'L5',
  title: 'invitations run out on time, over restarts, in a real process',
  attempts: { short: 2, full: 10 },
  runsEach: 1,
  impossible: () => (faketimeLibrary() ? null : 'libfaketime is not installed'),
  prepare: async ({ build, scratch }) => ({ build, scratch, library: faketimeLibrary()! }),
  attempt: async (state, random, attempt) => {
    const faked = new FakedHost(state, join(state.scratch, `l5-${attempt}`))
    // Any second of the coming year, so that deadlines fall on changes of the clock as well.
    const now = Math.floor(Date.now() / SECOND_MS) * SECOND_MS
    const arrival = instantFromMs(now + random.int(0, 365 * 24 * 3600) * SECOND_MS)
    await (attempt % 2 === 0 ? atTheDeadline(faked, arrival) : whileClosed(faked, arrival))
    await checkFolder(faked.dataDir, new Acknowledged())
  },
  finish: async () => '',
}
