import type { Command } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type { Decided } from '#shared/domain/event.ts'
import type { CommandId, DealId, PartyId } from '#shared/domain/ids.ts'
import { type CivilDate, type Instant, msOf } from '#shared/domain/time.ts'
import { expiriesDue } from '#shared/rules/commands/system.ts'
import { decide } from '#shared/rules/decide.ts'
import {
  accept,
  answer,
  createCoSell,
  invite,
  invitePartner,
  receive,
} from '#shared/rules/testing/commands.ts'
import { PARTNER, factsFor } from '#shared/rules/testing/facts.ts'
import { isTimeGuarded } from '#shared/rules/time-guard.ts'
import { type ClockMemory, TrustedClock } from '#main/core/clock/trusted-clock.ts'
import { type Recorded, enact } from '#main/core/deals/record.ts'
import type { Computer } from './computer.ts'
import type { Beginning, Expiry, Running, Tandem, Told } from './tandem.ts'

const KEEP_EVERY_MS = 10 * 60_000
/** Deals in one transaction: few, so that a kill often falls between two of them. */
const DEALS_PER_SLICE = 2

/** Close dates are not the matter here: none lies before this day. */
const LONG_AGO = '2020-01-01' as CivilDate

class Killed extends Error {}

/** What a disk would hold: only whole transactions change it. */
class Disk {
  readonly deals = new Map<DealId, Deal>()
  readonly expiries: Expiry[] = []
  newestEvent: Instant | null = null
  clock: ClockMemory | null = null
  /** Expiries and events from here on are newer than the last confirmation. */
  confirmedAt = 0

  commit(changes: readonly Recorded[]): void {
    for (const { after, events } of changes) {
      for (const event of events) {
        this.newestEvent = event.recordedAt
        const { dealId, at } = event
        if (event.kind === 'expired') this.expiries.push({ dealId, clockId: dealId, at })
        if (event.kind === 'party-expired') this.expiries.push({ dealId, clockId: event.body.partyId, at })
      }
      this.deals.set(after!.id, after!)
    }
  }

  /** As `loadClock` has it: the state, or the newest event where that is later. */
  remembered(): ClockMemory | null {
    const { clock, newestEvent: newest } = this
    if (!clock || newest === null)
      return clock ?? (newest && { highWater: newest, lastWall: newest, hold: null })
    return newest > clock.highWater ? { ...clock, highWater: newest } : clock
  }
}

const runningOf = (deal: Deal): readonly Running[] => [
  ...(deal.status === 'received' ? [{ dealId: deal.id, clockId: deal.id, expiresAt: deal.expiresAt! }] : []),
  ...deal.parties
    .filter(({ status }) => status === 'pending')
    .map(({ id, expiresAt }) => ({ dealId: deal.id, clockId: id, expiresAt: expiresAt! })),
]

const INVITED = [PARTNER.nordwind, PARTNER.southgate]

function commandFor(beginning: Beginning): Command {
  switch (beginning.kind) {
    case 'receive':
      return receive('microsoft', beginning.expiresAt ? { expiresAt: beginning.expiresAt } : {})
    case 'invite':
      return createCoSell({
        partners: INVITED.slice(0, beginning.partners).map((partner) => invite(partner)),
      })
    case 'invite-another':
      return invitePartner(INVITED[beginning.partner])
  }
}

/**
 * The application without its database, fast enough for a million worlds: the clock, its decision table, the rules and
 * the events are the real ones; the store and the order of a sweep's steps are written down again.
 */
export class MemoryTandem implements Tandem {
  readonly moreThanASlice = 2 * DEALS_PER_SLICE + 1
  readonly #computer: Computer
  readonly #reportsSuspends: boolean
  readonly #disk = new Disk()
  #clock: TrustedClock
  #shown = ''
  #lastId = 0

  constructor(computer: Computer, reportsSuspends: boolean) {
    this.#computer = computer
    this.#reportsSuspends = reportsSuspends
    this.#clock = this.#newClock()
  }

  #newClock(): TrustedClock {
    return new TrustedClock({ clock: this.#computer, reportsSuspends: this.#reportsSuspends })
  }

  async start(): Promise<void> {
    this.#clock = this.#newClock()
    const memory = this.#disk.remembered()
    if (memory) this.#clock.remember(memory)
    this.#shown = this.#clock.shown
    await this.minute()
  }

  async close(): Promise<void> {
    this.#keepHighWater(0)
  }

  async kill(): Promise<void> {}

  async killMidSweep(afterEvents: number): Promise<void> {
    try {
      this.#look(afterEvents)
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
  }

  async minute(): Promise<void> {
    this.#keepHighWater(KEEP_EVERY_MS)
    this.#look()
  }

  async woke(): Promise<void> {
    this.#clock.woke()
    this.#look()
  }

  async use(): Promise<void> {
    this.#clock.used()
    this.#look()
  }

  /** Each has found what is due before any of them has closed it. */
  async sweepTogether(): Promise<void> {
    this.#clock.used()
    this.#keepDoubt()
    const { now, hold } = this.#clock.read()
    if (hold) return
    const found = [this.#due(now), this.#due(now), this.#due(now)]
    for (const due of found) this.#disk.commit(due.map((id) => this.#expire(id, now)))
  }

  async begin(beginning: Beginning): Promise<readonly Running[] | 'uncertain'> {
    await this.use()
    const before =
      beginning.kind === 'invite-another' ? this.#disk.deals.get(beginning.dealId as DealId)! : null
    const after = this.#execute(before, commandFor(beginning))
    if (after === 'uncertain') return after
    if (after === 'refused') throw new Error(`refused: ${JSON.stringify(beginning)}`)
    const known = new Set<string>(before?.parties.map(({ id }) => id))
    return runningOf(after).filter(({ clockId }) => !known.has(clockId))
  }

  async answer({ dealId, clockId }: Running): Promise<'done' | 'refused' | 'uncertain'> {
    await this.use()
    const deal = this.#disk.deals.get(dealId as DealId)!
    const party = deal.parties.find(({ id }) => id === clockId)
    const answered = this.#execute(deal, party ? answer(party, 'accepted') : accept())
    return typeof answered === 'string' ? answered : 'done'
  }

  async confirm(today: CivilDate): Promise<readonly string[] | 'refused'> {
    await this.use()
    const { wall, hold } = this.#clock.read()
    if (!hold) return []
    if (this.#computer.dayOf(wall) !== today) return 'refused'
    const { expiries, confirmedAt } = this.#disk
    const early = expiries.slice(confirmedAt).filter(({ at }) => at > wall)
    this.#disk.clock = { highWater: wall, lastWall: wall, hold: null }
    this.#disk.newestEvent = null
    this.#disk.confirmedAt = expiries.length
    this.#clock.confirm(wall)
    this.#look()
    return [...new Set(early.map(({ dealId }) => dealId))]
  }

  told(): Told {
    const { highWater, hold } = this.#clock.memory
    return { now: highWater, hold: hold?.why ?? null }
  }

  async running(): Promise<ReadonlySet<string>> {
    return new Set(
      [...this.#disk.deals.values()].flatMap((deal) => runningOf(deal).map(({ clockId }) => clockId)),
    )
  }

  async expiries(): Promise<readonly Expiry[]> {
    return this.#disk.expiries
  }

  #keepDoubt(): void {
    this.#clock.read()
    if (this.#clock.shown === this.#shown) return
    this.#disk.clock = this.#clock.memory
    this.#shown = this.#clock.shown
  }

  #keepHighWater(everyMs: number): void {
    const { now } = this.#clock.read()
    const kept = this.#disk.clock
    if (!kept || msOf(now) - msOf(kept.highWater) >= everyMs) this.#disk.clock = this.#clock.memory
    this.#keepDoubt()
  }

  /** What comes before every call and with every tick. Throws after so many events. */
  #look(mostEvents = Infinity): void {
    this.#keepDoubt()
    let events = 0
    for (;;) {
      const { now, hold } = this.#clock.read()
      if (hold) return
      const slice = this.#due(now).slice(0, DEALS_PER_SLICE)
      const changes = slice.map((id) => {
        const change = this.#expire(id, now)
        events += change.events.length
        if (events > mostEvents) throw new Killed()
        return change
      })
      if (changes.some((change) => change.events.length === 0)) throw new Error('what was due did not expire')
      this.#disk.commit(changes)
      if (slice.length < DEALS_PER_SLICE) return
    }
  }

  #due(now: Instant): DealId[] {
    return [...this.#disk.deals.values()]
      .filter((deal) => runningOf(deal).some(({ expiresAt }) => expiresAt <= now))
      .map(({ id }) => id)
  }

  #expire(id: DealId, now: Instant): Recorded {
    const deal = this.#disk.deals.get(id)!
    return this.#enact(id, deal, expiriesDue(deal, now), 'schedule', now)
  }

  #execute(deal: Deal | null, command: Command): Deal | 'refused' | 'uncertain' {
    const { now, hold } = this.#clock.read()
    if (hold && isTimeGuarded(command)) return 'uncertain'
    const partyIds = [0, 1, 2].map(() => this.#newId() as PartyId)
    const dealId = deal?.id ?? (this.#newId() as DealId)
    const facts = factsFor(deal, { dealId, today: LONG_AGO, partyIds })
    const decision = decide(deal, command, now, facts)
    if (!decision.ok) return 'refused'
    const change = this.#enact(facts.dealId, deal, decision.value, 'person', now)
    this.#disk.commit([change])
    return change.after!
  }

  #enact(
    id: DealId,
    deal: Deal | null,
    decided: readonly Decided[],
    origin: 'person' | 'schedule',
    now: Instant,
  ): Recorded {
    const author = { origin, actor: null, commandId: 'command' as CommandId }
    return enact(id, deal, decided, 'simulated', author, now, { now, newId: () => this.#newId() })
  }

  #newId(): string {
    this.#lastId += 1
    return `id-${this.#lastId}`
  }
}
