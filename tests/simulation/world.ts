import { DAY_MS, addCivilDays, addDays, instantFromMs, msOf } from '#shared/domain/time.ts'
import type { Random } from '../support/random.ts'
import { OFFSETS, aBeginning, aLeap, aStretch } from './chances.ts'
import { Computer } from './computer.ts'
import { Oracle, type Reading, Violation } from './oracle.ts'
import { type Beginning, PARTNERS, type Running, type Tandem } from './tandem.ts'

const MINUTE_MS = 60_000
/** More clocks than any world has. */
const MOST_ROUNDS = 500

const RUNNING: Reading = { starting: false, kept: 'nothing' }
const TICK: Reading = { starting: false, kept: 'nearly' }
const WRITTEN: Reading = { starting: false, kept: 'all' }

/** What a world has seen, for the report. */
export interface Tally {
  steps: number
  clocks: number
  expired: number
  answered: number
  doubts: number
}
export const emptyTally = (): Tally => ({ steps: 0, clocks: 0, expired: 0, answered: 0, doubts: 0 })

/** A laptop, somebody who uses it, and everything that may happen to its clock. */
export class World {
  readonly #random: Random
  readonly #computer: Computer
  readonly #tandem: Tandem
  readonly #oracle: Oracle
  /** Deals of our own, and how many partners are on them. */
  readonly #invited = new Map<string, number>()
  readonly #tally: Tally
  readonly #trace: ((line: string) => void) | null

  constructor(
    random: Random,
    makeTandem: (computer: Computer, reportsSuspends: boolean) => Tandem,
    tally: Tally,
    trace: ((line: string) => void) | null,
  ) {
    this.#random = random
    this.#computer = new Computer(aBeginning(random))
    const reportsSuspends = random.percent(50)
    this.#tandem = makeTandem(this.#computer, reportsSuspends)
    this.#oracle = new Oracle(this.#computer, reportsSuspends)
    this.#tally = tally
    this.#trace = trace
  }

  /** Lives through some steps, then sets everything right and lets every clock run out. Throws a {@link Violation}. */
  async live(steps: number): Promise<void> {
    if (this.#random.percent(5)) this.#set(aLeap(this.#random))
    await this.#start()
    for (let step = 0; step < steps; step += 1) {
      this.#tally.steps += 1
      await this.#step()
    }
    await this.#end()
  }

  #step(): Promise<void> {
    const random = this.#random
    return random.weighted<() => Promise<void>>([
      [5, () => this.#begin()],
      [0.2, () => this.#crowd()],
      [3, () => this.#inviteAnother()],
      [5, () => this.#answer()],
      [4, () => this.#awake(this.#stretch())],
      [4, () => this.#sleep(this.#stretch())],
      [4, () => this.#restart()],
      [2, () => this.#killMidSweep()],
      [2, () => this.#use()],
      [2, () => this.#jump()],
      [1, () => this.#correct()],
      [2, () => this.#together()],
      [1, () => this.#travel()],
      [3, () => this.#confirm(true)],
      [1, () => this.#confirm(false)],
    ])()
  }

  #say(what: string): void {
    this.#trace?.(
      `${instantFromMs(this.#computer.trueMs)} (${this.#computer.errorMs >= 0 ? '+' : ''}${this.#computer.errorMs} ms) ${what}`,
    )
  }

  async #observe(reading: Reading): Promise<void> {
    const told = this.#tandem.told()
    const before = this.#oracle.held
    this.#trace?.(`  told ${told.now} ${told.hold ?? ''}`)
    this.#oracle.observe(told, reading, await this.#tandem.running(), await this.#tandem.expiries())
    if (this.#oracle.held && !before) this.#tally.doubts += 1
  }

  async #start(): Promise<void> {
    this.#say('start')
    this.#oracle.started()
    await this.#tandem.start()
    await this.#observe({ starting: true, kept: 'nearly' })
  }

  async #begin(): Promise<void> {
    const random = this.#random
    const { now } = this.#tandem.told()
    const own = random.percent(40) ? addDays(now, random.int(1, 60)) : null
    const beginning: Beginning = random.percent(60)
      ? { kind: 'receive', expiresAt: own }
      : { kind: 'invite', partners: random.int(0, 2) }
    const begun = await this.#beginAs(beginning)
    if (begun && beginning.kind === 'invite') this.#invited.set(begun.dealId, beginning.partners)
  }

  /** A deal on which two clocks run that began at different times. */
  async #inviteAnother(): Promise<void> {
    const open = [...this.#invited].filter(([, partners]) => partners < PARTNERS)
    if (open.length === 0) return
    const [dealId, partner] = this.#random.pick(open)
    if (await this.#beginAs({ kind: 'invite-another', dealId, partner }))
      this.#invited.set(dealId, partner + 1)
  }

  /** More than one transaction of a sweep can close, all running out together. */
  async #crowd(): Promise<void> {
    const expiresAt = addDays(this.#tandem.told().now, this.#random.int(1, 20))
    for (let left = this.#tandem.moreThanASlice; left > 0; left -= 1) {
      await this.#beginAs({ kind: 'receive', expiresAt })
      if (this.#oracle.held) return
    }
  }

  async #beginAs(beginning: Beginning): Promise<Running | null> {
    this.#say(JSON.stringify(beginning))
    this.#oracle.used()
    const clocks = await this.#tandem.begin(beginning)
    if (clocks !== 'uncertain') {
      for (const clock of clocks) {
        this.#oracle.clocks.set(clock.clockId, { ...clock, answered: false, expired: false })
      }
      this.#tally.clocks += clocks.length
    }
    await this.#observe(clocks === 'uncertain' ? RUNNING : WRITTEN)
    if ((clocks === 'uncertain') !== this.#oracle.held) {
      throw new Violation(
        'clock',
        `a clock that is ${this.#oracle.held ? '' : 'not '}doubted began: ${JSON.stringify(clocks)}`,
      )
    }
    return clocks === 'uncertain' ? null : clocks[0]!
  }

  async #answer(): Promise<void> {
    const waiting = this.#oracle.waiting()
    if (waiting.length === 0) return
    const clock = this.#random.pick(waiting)
    // Just before, at, and just after the deadline are the moments that matter.
    if (this.#random.percent(30)) {
      await this.#until(msOf(clock.expiresAt) - this.#computer.wallMs + this.#random.int(-1, 1))
    }
    this.#say(`answer ${clock.clockId}`)
    this.#oracle.used()
    const answered = await this.#tandem.answer(clock)
    if (answered === 'done') {
      this.#oracle.clocks.get(clock.clockId)!.answered = true
      this.#tally.answered += 1
    }
    await this.#observe(answered === 'done' ? WRITTEN : RUNNING)
    const inTime = this.#tandem.told().now < clock.expiresAt
    const expected = this.#oracle.held ? 'uncertain' : inTime ? 'done' : 'refused'
    if (answered !== expected) {
      throw new Violation('clock', `answered ${clock.clockId}: ${answered}, not ${expected}`)
    }
  }

  async #use(): Promise<void> {
    this.#say('use')
    this.#oracle.used()
    await this.#tandem.use()
    await this.#observe(RUNNING)
  }

  async #tick(): Promise<void> {
    await this.#tandem.minute()
    await this.#observe(TICK)
  }

  #stretch(): number {
    const [next] = this.#oracle.waiting()
    return aStretch(this.#random, next ? msOf(next.expiresAt) - this.#computer.wallMs : null)
  }

  async #until(ms: number): Promise<void> {
    if (ms > 0) await this.#awake(ms)
  }

  /** Awake with the application open: a tick falls just short of the next deadline and within a minute after it. */
  async #awake(ms: number): Promise<void> {
    let left = Math.max(0, ms)
    this.#say(`awake for ${left}`)
    const pass = async (part: number) => {
      this.#computer.pass(part, true)
      left -= part
      await this.#tick()
    }
    const nexts = this.#oracle.waiting().map(({ expiresAt }) => msOf(expiresAt) - this.#computer.wallMs)
    const next = Math.min(...nexts.filter((until) => until > 0))
    if (next <= left) {
      await pass(next - 1)
      await pass(Math.min(left, this.#random.int(1, MINUTE_MS)))
    }
    const last = Math.min(left, this.#random.int(0, MINUTE_MS))
    await pass(left - last)
    this.#computer.pass(last, true)
  }

  /** The timer and the host's message come in any order, the message sometimes not at all. */
  async #sleep(ms: number): Promise<void> {
    const counted = this.#random.percent(30)
    this.#say(`sleep for ${ms}${counted ? ', counted' : ''}`)
    this.#computer.pass(Math.max(0, ms), counted)
    const told = this.#random.percent(80)
    const first = this.#random.percent(50)
    if (told && first) await this.#woke()
    await this.#tick()
    if (told && !first) await this.#woke()
  }

  async #woke(): Promise<void> {
    this.#say('woke')
    this.#oracle.woke()
    await this.#tandem.woke()
    await this.#observe(RUNNING)
  }

  async #restart(): Promise<void> {
    if (this.#random.percent(50)) await this.#close()
    else await this.#tandem.kill()
    await this.#off()
  }

  async #close(): Promise<void> {
    this.#say('close')
    await this.#tandem.close()
    this.#oracle.ended(this.#tandem.told(), 'all')
  }

  async #off(): Promise<void> {
    const ms = Math.max(0, this.#stretch())
    this.#say(`off for ${ms}`)
    this.#computer.pass(ms, false)
    if (this.#random.percent(15)) this.#set(aLeap(this.#random))
    await this.#start()
  }

  /** Ends in the middle of closing what ran out while nobody looked. */
  async #killMidSweep(): Promise<void> {
    const [next] = this.#oracle.waiting().map(({ expiresAt }) => msOf(expiresAt) - this.#computer.wallMs)
    this.#computer.pass(Math.max(0, next ?? 0) + this.#random.int(0, 5 * DAY_MS), true)
    const after = this.#random.percent(70) ? this.#random.int(0, 4) : this.#random.int(4, 60)
    this.#say(`killed after ${after} events of a sweep`)
    await this.#tandem.killMidSweep(after)
    this.#oracle.ended(this.#tandem.told(), 'nothing')
    if (this.#random.percent(30)) await this.#off()
    else await this.#start()
  }

  #set(byMs: number): void {
    this.#say(`clock set by ${byMs}`)
    this.#computer.set(byMs)
  }

  async #jump(): Promise<void> {
    this.#set(aLeap(this.#random))
    await (this.#random.percent(50) ? this.#tick() : this.#use())
  }

  /** The network's time puts the clock right. */
  async #correct(): Promise<void> {
    this.#set(-this.#computer.errorMs)
    await this.#tick()
  }

  async #together(): Promise<void> {
    this.#say('sweep together')
    this.#oracle.used()
    await this.#tandem.sweepTogether()
    await this.#observe(RUNNING)
  }

  async #travel(): Promise<void> {
    this.#computer.travel(this.#random.pick(OFFSETS))
    await this.#use()
  }

  async #confirm(right: boolean): Promise<void> {
    const today = this.#computer.dayOf(this.#computer.now())
    this.#say(`confirm ${right ? today : 'another day'}`)
    await this.#use()
    const early = await this.#tandem.confirm(right ? today : addCivilDays(today, this.#random.pick([-1, 1])))
    const refused = this.#oracle.held && !right
    if ((early === 'refused') !== refused) {
      throw new Violation(
        'clock',
        `confirming ${right ? 'the' : 'another'} day gave ${JSON.stringify(early)}`,
      )
    }
    if (early !== 'refused') this.#oracle.confirmed(early)
    await this.#observe(RUNNING)
  }

  /** The clock right and confirmed, every deadline past: whatever nobody answered has expired, once. */
  async #end(): Promise<void> {
    this.#say('the end begins')
    await this.#correct()
    await this.#confirm(true)
    for (let left = MOST_ROUNDS; ; left -= 1) {
      const [next] = this.#oracle.waiting()
      if (!next) break
      if (left === 0) throw new Violation('missed', `never ends: ${JSON.stringify(next)}`)
      await this.#awake(Math.max(1, msOf(next.expiresAt) - this.#computer.wallMs))
      // A world may have lived on into years that nobody vouches for.
      await this.#confirm(true)
    }
    for (const clock of this.#oracle.clocks.values()) {
      if (clock.answered === clock.expired) throw new Violation('missed', JSON.stringify(clock))
      if (clock.expired) this.#tally.expired += 1
    }
  }
}
