import type { Envelope } from '#shared/errors.ts'
import type { CommandInput } from '../support/deal-commands.ts'
import { Violation, checkedOf, disagreement, verdictOf, verdictOfMany, type Verdict } from './answers.ts'
import { auditStory } from './audit.ts'
import { Draw } from './draw.ts'
import { begun, happen } from './happen.ts'
import { bringIn, killWhile } from './interruptions.ts'
import { type Judgement, judge } from './judge.ts'
import { type DealView, differences } from './look.ts'
import { type Kind, type ModelDeal, type Surroundings, nextDeadline } from './model-deal.ts'
import { ANY_KIND, type Deed, LENGTHS, SET_BACK_MS, type Step, deedOf, jumpOf } from './steps.ts'
import { Story } from './story.ts'
import { type Tally, countOther, countOutcome } from './tally.ts'
import { tamper } from './tamper.ts'
import { faultsOfUndo, restored, startsClock } from './undo.ts'
import { aptKinds, commandOf } from './wishes.ts'
import type { World } from './world.ts'

interface ClockInfo {
  readonly clock: { readonly now: string; readonly hold: { readonly why: string } | null }
}

interface Executed {
  readonly deal: DealView
  readonly events: readonly string[]
}

/** One sequence of steps, played to the application and to the model. */
export class Play {
  readonly #world: World
  readonly #tally: Tally
  readonly #stories: Story[] = []
  readonly #trace: unknown[] = []

  constructor(world: World, tally: Tally) {
    this.#world = world
    this.#tally = tally
  }

  /** Plays a whole sequence and looks at everything once more when its last step is done. */
  async all(steps: readonly Step[], thorough: boolean): Promise<void> {
    try {
      if (this.#world.behindMs > 0) await this.#confirm()
      if (this.#world.days !== LENGTHS[0]) await this.#setLength(LENGTHS[0])
      for (const step of steps) await this.#step(step)
      await this.#end(thorough)
      this.#tally.sequences += 1
    } catch (error) {
      if (error instanceof Violation) throw error
      this.#fail(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
  }

  #fail(what: string): never {
    throw new Violation(what, this.#trace)
  }

  /** Nothing may be wrong: whatever a look found is a violation. */
  #expectNone(fault: string | null): void {
    if (fault !== null) this.#fail(fault)
  }

  get #around(): Surroundings {
    const { clock, around, days, behindMs } = this.#world
    const now = Date.parse(clock.now()) + behindMs
    return { ...around, days, now, today: new Date(now).toISOString().slice(0, 10), doubted: behindMs > 0 }
  }

  get #open(): Story[] {
    return this.#stories.filter(({ gone }) => !gone)
  }

  async #step({ what, turn, how }: Step): Promise<void> {
    const pick = new Draw(what)
    const draw = new Draw(turn)
    const deed = this.#open.length === 0 ? 'begin' : deedOf(pick, this.#world.onFile)
    if (deed === 'begin') return this.#begin(pick, draw, new Draw(how))
    if (deed === 'command') return this.#onDeal(pick, draw, new Draw(how))
    countOther(this.#tally, deed)
    return this.#besides(deed, pick, draw, new Draw(how))
  }

  async #besides(deed: Exclude<Deed, 'begin' | 'command'>, pick: Draw, draw: Draw, way: Draw): Promise<void> {
    switch (deed) {
      case 'clock':
        return this.#moveClock(draw)
      case 'doubt':
        return this.#around.doubted ? this.#confirm() : this.#doubt()
      case 'undo':
        return this.#undo(pick.pick(this.#open), draw, way)
      case 'sweep':
        this.#trace.push(deed)
        await this.#world.app.resume()
        return this.#expireDue()
      case 'length':
        return this.#setLength(draw.pick(LENGTHS))
      case 'tamper': {
        const { deal } = pick.pick(this.#open)
        this.#trace.push({ tamper: deal.status })
        return this.#expectNone(tamper(this.#world, deal, draw.below(1000)))
      }
      case 'restart':
        this.#trace.push(deed)
        await this.#world.reopen(false)
        this.#expireDue()
        return this.#lookAtAll()
      case 'kill':
        return this.#kill(pick, draw)
      case 'import':
        return this.#import(draw)
    }
  }

  /** Somebody sets the computer's clock back: from here on the date is doubted, and time goes on by itself. */
  async #doubt(): Promise<void> {
    this.#trace.push('doubt')
    this.#expireDue()
    // The time up to here was believed.
    await this.#world.call('settings.get', {})
    this.#world.clock.jump(-SET_BACK_MS)
    this.#world.behindMs = SET_BACK_MS
    const { clock } = await this.#world.call<ClockInfo>('app.info', {})
    if (clock.hold?.why !== 'moved-back-far') this.#fail(`set back two days: ${JSON.stringify(clock)}`)
    if (Date.parse(clock.now) !== this.#around.now) this.#fail(`time went from ${clock.now}`)
  }

  /** The clock is set right and the date confirmed: what ran out meanwhile does so now, by its own deadline. */
  async #confirm(): Promise<void> {
    this.#trace.push('confirm')
    this.#world.clock.jump(this.#world.behindMs)
    this.#world.behindMs = 0
    const today = this.#world.clock.today()
    const { clock } = await this.#world.call<ClockInfo>('app.confirm-clock', { today })
    if (clock.hold !== null) this.#fail(`confirmed, and yet ${JSON.stringify(clock)}`)
    this.#expireDue()
  }

  #moveClock(draw: Draw): void {
    const deadlines = this.#open.flatMap(({ deal }) => nextDeadline(deal) ?? [])
    const left = deadlines.length > 0 ? Math.min(...deadlines) - this.#around.now : null
    const ms = jumpOf(draw, left)
    this.#trace.push({ clock: ms })
    this.#world.clock.advance(ms)
  }

  async #setLength(days: number): Promise<void> {
    this.#trace.push({ days })
    this.#world.days = days
    await this.#world.call('profile.save', { invitationDays: days })
    this.#expireDue()
  }

  /** The application closes what ran out before it does anything else (B6). */
  #expireDue(): void {
    const { now, doubted } = this.#around
    if (doubted) return
    for (const story of this.#stories)
      for (const event of story.expireDue(now)) countOther(this.#tally, event)
  }

  async #begin(pick: Draw, draw: Draw, way: Draw): Promise<void> {
    const around = this.#around
    const kind = pick.weighted([
      [3, 'create'],
      [2, 'receive'],
    ] as const)
    const { command, fault } = commandOf(kind, draw, null, this.#world.directory, around)
    this.#trace.push({ begin: command, ...(fault ? { fault } : {}) })
    this.#expireDue()
    const judgement = judge(null, command, around)
    if (way.rarely(10)) await this.#ask(null, command, judgement)
    const input = { dealId: null, expectedVersion: null, command }
    const answer = await this.#world.app.dispatch('deals.execute', input)
    this.#hold(kind, judgement, answer)
    if (!answer.ok) return
    const { deal: view, events } = answer.value as unknown as Executed
    if (events.length !== 1) this.#fail(`${events.length} events begin a deal`)
    const deal = begun(command, { dealId: view.id, partyIds: view.parties.map(({ id }) => id) }, around)
    this.#stories.push(new Story(kind === 'create' ? 'created' : 'received', deal))
    this.#compare(deal, view)
  }

  async #onDeal(pick: Draw, draw: Draw, way: Draw): Promise<void> {
    return this.#commandOn(pick.pick(this.#open), pick, draw, way)
  }

  async #commandOn(story: Story, pick: Draw, draw: Draw, way: Draw): Promise<void> {
    const around = this.#around
    const kind = pick.rarely(4) ? pick.pick(ANY_KIND) : pick.weighted(aptKinds(story.deal, around))
    const { command, fault } = commandOf(kind, draw, story.deal, this.#world.directory, around)
    this.#trace.push({ ...command, ...(fault ? { fault } : {}) })
    this.#expireDue()
    const judgement = judge(story.deal, command, around)
    if (way.rarely(10)) await this.#ask(story.deal.id, command, judgement)
    // What names a party is about one deal alone.
    if (way.rarely(16) && kind !== 'record-answer') await this.#giveToMany(story, command, judgement, draw)
    else await this.#execute(story, command, judgement, way)
  }

  async #execute(story: Story, command: CommandInput, judgement: Judgement, way: Draw): Promise<void> {
    const { id: dealId, version } = story.deal
    const expectedVersion = way.weighted([
      [8, version],
      [4, null],
      [1, version - 1],
      [1, version + 1],
    ])
    const stale = expectedVersion !== null && expectedVersion !== version
    if (stale) this.#trace.push({ expectedVersion, version })
    const answer = await this.#world.app.dispatch('deals.execute', { dealId, expectedVersion, command })
    this.#hold(command.kind, stale ? { verdict: 'conflict' } : judgement, answer)
    if (!answer.ok) return this.#unchanged(story.deal)
    const { deal: view, events } = answer.value as unknown as Executed
    this.#carryOut(story, command, view, events.length)
  }

  /** The same command through `deals.bulk`: as a dry run, then in earnest, and once in a while taken back. */
  async #giveToMany(story: Story, command: CommandInput, judgement: Judgement, draw: Draw): Promise<void> {
    const dealId = story.deal.id
    let batchId: string | null = null
    for (const dryRun of [true, false]) {
      const input = { selection: { ids: [dealId] }, command, dryRun }
      const answer = await this.#world.app.dispatch('deals.bulk', input)
      const who = `deals.bulk ${command.kind}${dryRun ? ', dry run' : ''}`
      this.#expectNone(disagreement(who, judgement, verdictOfMany(answer)))
      if (answer.ok) batchId = (answer.value as { batchId: string | null }).batchId
    }
    countOther(this.#tally, 'bulk')
    this.#count(command.kind, judgement)
    if (judgement.verdict !== 'allowed') return this.#unchanged(story.deal)
    const view = await this.#world.call<DealView>('deals.get', { dealId })
    const { version } = story.deal
    this.#carryOut(story, command, view, view.version - version)
    if ((batchId !== null) !== story.deal.version > version)
      this.#fail('a batch is named where nothing was done')
    if (batchId !== null && draw.rarely(2)) await this.#takeBack(story, story.history.length - 1, { batchId })
  }

  #carryOut(story: Story, command: CommandInput, view: DealView, events: number): void {
    const partyIds = view.parties.map(({ id }) => id)
    const { deal, event } = happen(story.deal, command, { partyIds }, this.#around)
    if (events !== (event ? 1 : 0))
      this.#fail(`${command.kind}: ${events} events, the rulebook says ${event}`)
    if (event) story.note(event, deal)
    else countOther(this.#tally, 'without effect')
    story.seen = true
    this.#compare(deal, view)
  }

  /** Takes one of the last events back, or one from long ago. A deal that has only begun mostly goes on instead. */
  async #undo(story: Story, draw: Draw, way: Draw): Promise<void> {
    if (story.history.length === 1 && !way.rarely(4)) return this.#commandOn(story, way, draw, way)
    this.#expireDue()
    const { length } = story.history
    const place = length - 1 - (draw.rarely(3) ? draw.below(length) : 0)
    const find = () =>
      this.#world.rows(
        'SELECT id FROM deal_events WHERE deal_id = ? AND deal_version = ?',
        story.deal.id,
        place + 1,
      ) as { id: string }[]
    // What ran out since the last call is written down by the next one.
    if (find().length === 0) await this.#world.call('settings.get', {})
    const [row] = find()
    if (!row) this.#fail(`no event of version ${place + 1}`)
    await this.#takeBack(story, place, { eventId: row.id })
  }

  async #takeBack(
    story: Story,
    place: number,
    order: { eventId: string } | { batchId: string },
  ): Promise<void> {
    const event = story.history[place]!
    this.#trace.push({ undo: event.kind, place, ...order })
    const codes = faultsOfUndo(story.deal, story.history, place, this.#around)
    const removes = event.before === null
    const result = removes || codes.length > 0 ? story.deal : restored(story.deal, event)
    const starts = this.#around.doubted && startsClock(story.deal, result)
    const judgement: Judgement =
      codes.length > 0 ? { verdict: 'refused', codes } : { verdict: starts ? 'uncertain' : 'allowed' }
    const answer = await this.#world.app.dispatch('deals.undo', order)
    this.#expectNone(disagreement(`undo of ${event.kind}`, judgement, verdictOfMany(answer)))
    countOutcome(this.#tally, 'undo', judgement.verdict, codes)
    if (judgement.verdict !== 'allowed' || !answer.ok) return this.#unchanged(story.deal)
    const { undone, redo } = answer.value as unknown as { undone: number; redo: unknown }
    if (undone !== 1) this.#fail(`${undone} deals undone`)
    if ((redo === null) !== removes) this.#fail(`redo is ${JSON.stringify(redo)}`)
    if (removes) return this.#removed(story)
    story.note('undone', { ...result, version: story.deal.version + 1 }, place)
    this.#compare(story.deal, await this.#world.call<DealView>('deals.get', { dealId: story.deal.id }))
  }

  async #removed(story: Story): Promise<void> {
    story.remove()
    countOther(this.#tally, 'removed')
    const dealId = story.deal.id
    const answers = [
      await this.#world.app.dispatch('deals.get', { dealId }),
      await this.#world.app.dispatch('deals.execute', {
        dealId,
        expectedVersion: null,
        command: { kind: 'win' },
      }),
    ]
    for (const answer of answers)
      this.#expectNone(disagreement('a removed deal', { verdict: 'unknown' }, verdictOf(answer)))
  }

  /** The process dies in the middle of a change: nothing of it stays. */
  async #kill(pick: Draw, draw: Draw): Promise<void> {
    const { deal } = pick.pick(this.#open)
    const around = this.#around
    const { command } = commandOf(
      pick.weighted(aptKinds(deal, around)),
      draw,
      deal,
      this.#world.directory,
      around,
    )
    // How far an uncommitted minute counts is another story: nobody dies in doubt here.
    if (this.#around.doubted) await this.#confirm()
    this.#trace.push({ killed: command })
    await killWhile(this.#world, deal.id, command)
    this.#expireDue()
    await this.#lookAtAll()
  }

  /** A row of a file: a new deal, which the same row then finds as it is. */
  async #import(draw: Draw): Promise<void> {
    if (this.#around.doubted) await this.#confirm()
    this.#expireDue()
    const { row, fault, deal } = await bringIn(this.#world, draw, this.#around)
    this.#trace.push({ import: row })
    this.#expectNone(fault)
    this.#stories.push(new Story('imported', deal))
  }

  /** `deals.check` says before what `deals.execute` says after. */
  async #ask(dealId: string | null, command: CommandInput, judgement: Judgement): Promise<void> {
    const answer = await this.#world.app.dispatch('deals.check', { dealId, command })
    countOther(this.#tally, 'asked before')
    this.#expectNone(disagreement('deals.check', judgement, checkedOf(answer)))
  }

  #count(kind: Kind, verdict: Verdict): void {
    countOutcome(this.#tally, kind, verdict.verdict, verdict.verdict === 'refused' ? verdict.codes : [])
  }

  #hold(kind: Kind, judgement: Verdict, answer: Envelope): void {
    this.#count(kind, judgement)
    const got = verdictOf(answer)
    if (got.verdict === 'failed') this.#fail(JSON.stringify([answer, this.#world.log.at(-1)]))
    this.#expectNone(disagreement(kind, judgement, got))
  }

  /** What is refused changes nothing. */
  #unchanged({ id, version }: ModelDeal): void {
    const [stored] = this.#world.rows('SELECT version FROM deals WHERE id = ?', id) as { version: number }[]
    if (stored?.version !== version)
      this.#fail(`refused, and yet version ${version} is now ${stored?.version}`)
  }

  #compare(deal: ModelDeal, view: DealView): void {
    const found = differences(deal, view)
    if (found.length > 0) this.#fail(found.join('\n'))
  }

  async #lookAtAll(): Promise<void> {
    for (const { deal } of this.#open)
      this.#compare(deal, await this.#world.call<DealView>('deals.get', { dealId: deal.id }))
  }

  async #end(thorough: boolean): Promise<void> {
    if (this.#around.doubted) await this.#confirm()
    this.#expireDue()
    if (thorough || this.#open.some(({ seen }) => !seen)) await this.#lookAtAll()
    for (const story of this.#stories) this.#expectNone(await auditStory(this.#world, story, thorough))
  }
}
