import fc from 'fast-check'
import { expect } from 'vitest'
import { ASSESSMENT_STAGES, STAGES } from '#shared/domain/stages.ts'
import type { TestApplication } from './application.ts'
import { importLines } from './bulk-csv.ts'
import { type CommandInput, create, customer, partnerInvite, person, receive } from './deal-commands.ts'
import { lineArbitrary } from './random-lines.ts'

/** What there is to choose from when a move is made. */
export interface World {
  readonly app: TestApplication
  readonly solutions: readonly string[]
  readonly partners: readonly string[]
  readonly assessment: { readonly solutionId: string; readonly locationId: string }
}

/** One thing that somebody does. It may well be refused: that is half the point. */
export type Move = (world: World) => Promise<void>

const pick = <T>(items: readonly T[], at: number): T => items[at % items.length]!

/**
 * Tries a command, asking first what would come of it. A refusal is fine; a failure of ours is not, nor is a question
 * answered otherwise than the deed.
 */
async function attempt({ app }: World, dealId: string | null, command: CommandInput): Promise<void> {
  const asked = await app.app.dispatch('deals.check', { dealId, command })
  const done = await app.app.dispatch('deals.execute', { dealId, expectedVersion: null, command })
  const refusal = done.ok || done.error.code !== 'REFUSED' ? null : done.error.details.reasons
  const reasons = refusal ?? (done.ok ? [] : null)
  if (reasons) expect(asked).toEqual({ ok: true, value: { allowed: done.ok, reasons } })
  else expect(asked).toEqual(done)
  expect(app.log.filter(({ level }) => level === 'error')).toEqual([])
}

async function anyDeal(world: World, at: number): Promise<string | null> {
  const { rows } = await world.app.call('deals.list', {
    tab: 'all',
    sort: { by: 'createdAt', direction: 'asc' },
  })
  return rows.length === 0 ? null : pick(rows, at).id
}

const onSomeDeal =
  (at: number, command: (world: World, dealId: string) => CommandInput | Promise<CommandInput>): Move =>
  async (world) => {
    const dealId = await anyDeal(world, at)
    if (dealId !== null) await attempt(world, dealId, await command(world, dealId))
  }

const seat = fc.nat(60)
const names = fc.constantFrom('Ana', 'Bo', 'Chidi', 'Emre', '梅')
const people = fc.array(names, { maxLength: 3 }).map((list) => list.map((name) => person(name)))
const amounts = fc.integer({ min: -1, max: 5_000_000 })
const currencies = fc.constantFrom('EUR', 'USD', 'JPY')
const money = fc.record({ amount: amounts, currency: currencies })
const dates = fc.constantFrom('2026-11-20', '2026-12-24', '2027-06-30')
const notes = fc.constantFrom(null, 'call Monday', '备注')
const help = fc.constantFrom('workload-value', 'poc-demo', 'general')
const reasons = fc.constantFrom(null, 'budget', 'other')
const stages = fc.constantFrom(...new Set([...STAGES, ...ASSESSMENT_STAGES]))

const creation = fc
  .record({ seat, value: money, closeDate: dates, notes, microsoft: fc.option(help), partners: fc.nat(2) })
  .chain((wish) => fc.tuple(fc.constant(wish), fc.boolean()))
  .map(([wish, assessment]): Move => (world) => {
    const solution = pick(world.solutions, wish.seat)
    const partners = world.partners.slice(0, wish.partners).map((id) => partnerInvite(id, solution))
    const command = create(solution, {
      value: wish.value,
      closeDate: wish.closeDate,
      notes: wish.notes,
      consent: true,
      contact: person('Iris'),
      customer: customer(pick(['Foods', 'Motors', 'Freight'], wish.seat)),
      ...(assessment
        ? { assessment: world.assessment, solutions: [] }
        : { microsoft: wish.microsoft && { help: wish.microsoft }, partners }),
    })
    return attempt(world, null, command)
  })

const arrival = fc
  .record({ value: money, closeDate: dates, notes, microsoft: fc.boolean(), external: fc.option(fc.nat(5)) })
  .map(
    ({ microsoft, external, ...rest }): Move =>
      (world) =>
        attempt(
          world,
          null,
          receive({
            ...rest,
            from: {
              kind: microsoft ? 'microsoft' : 'partner',
              organization: microsoft ? 'Microsoft' : 'Brink',
            },
            externalId: external === null ? null : `REF-${external}`,
          }),
        ),
  )

/** Commands that need nothing of the directory, for deals that exist. */
export const simple: fc.Arbitrary<CommandInput> = fc.oneof(
  fc.record({
    kind: fc.constant('accept' as const),
    name: fc.constantFrom('', 'Accepted'),
    team: people,
    value: money,
  }),
  fc.record({ kind: fc.constant('decline' as const), reason: reasons, notes }),
  fc.record({
    kind: fc.constant('edit' as const),
    changes: fc.record(
      {
        name: fc.constantFrom('Renamed', 'renamed', 'Renamed twice', ''),
        value: money,
        closeDate: dates,
        notes,
        crmId: notes,
        campaignId: notes,
        contact: fc.constantFrom(null, person('Iris'), person('Joop')),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ kind: fc.constant('set-team' as const), team: people }),
  fc.record({ kind: fc.constant('mark-stage' as const), stage: stages }),
  fc.record({ kind: fc.constant('mark-stage' as const), stage: stages }),
  fc.record({ kind: fc.constant('correct-stage' as const), stage: stages, note: notes }),
  fc.record({ kind: fc.constant('win' as const) }),
  fc.record({ kind: fc.constant('lose' as const), reason: reasons, notes }),
  fc.record({ kind: fc.constant('set-favorite' as const), favorite: fc.boolean() }),
  fc.record({
    kind: fc.constant('invite-microsoft' as const),
    help,
    notes,
    contact: fc.constant(person('Iris')),
    consent: fc.boolean(),
  }),
)

const command = fc.tuple(seat, simple).map(([at, wish]) => onSomeDeal(at, () => wish))

const resolve = fc.tuple(seat, fc.nat(3)).map(([at, count]) =>
  onSomeDeal(at, ({ solutions }) => ({
    kind: 'set-solutions',
    solutions: solutions.slice(0, count).map((id) => ({ id })),
  })),
)

const invitation = fc.tuple(seat, seat).map(([at, who]) =>
  onSomeDeal(at, ({ partners, solutions }) => ({
    kind: 'invite-partner',
    invite: partnerInvite(pick(partners, who), pick(solutions, who)),
  })),
)

const answer = fc
  .tuple(seat, seat, fc.constantFrom('accepted', 'declined', 'won', 'lost'), notes)
  .map(([at, who, said, note]) =>
    onSomeDeal(at, async ({ app }, dealId) => {
      const { parties } = await app.call('deals.get', { dealId })
      if (parties.length === 0) return { kind: 'win' }
      return { kind: 'record-answer', partyId: pick(parties, who).id, answer: said, notes: note }
    }),
  )

/** Takes back what last happened to some deal, or something further back: done where the timeline says it can be. */
const undoing = fc.tuple(seat, fc.nat(3)).map(([at, back]): Move => async (world) => {
  const dealId = await anyDeal(world, at)
  if (dealId === null) return
  const { rows } = await world.app.call('deals.timeline', { dealId, limit: 4 })
  const { eventId, undoable } = pick(rows, back)
  const { undone, refused } = await world.app.call('deals.undo', { eventId })
  expect([undone, refused.length]).toEqual(undoable ? [1, 0] : [0, 1])
})

const importing = fc
  .tuple(
    fc.uniqueArray(lineArbitrary, { maxLength: 5, selector: (row) => row['Referral ID'] }),
    fc.constantFrom('inbound', 'outbound'),
  )
  .map(
    ([lines, direction]): Move =>
      async ({ app }) =>
        void (await importLines(app, lines, direction)),
  )

const time = fc.integer({ min: 1, max: 6 * 86_400_000 }).map(
  (ms): Move =>
    async ({ app }) =>
      app.clock.advance(ms),
)

const sample = fc.constantFrom('sample.load', 'sample.clear').map(
  (name): Move =>
    async ({ app }) =>
      void (await app.call(name, {})),
)

/** A deal begins, of our own or somebody else's. */
export const beginning: fc.Arbitrary<Move> = fc.oneof(creation, arrival)

/** Anything anybody or anything can do to the pipeline as time goes by. */
export const ordinaryMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: creation },
  { weight: 4, arbitrary: arrival },
  { weight: 24, arbitrary: command },
  { weight: 2, arbitrary: resolve },
  { weight: 3, arbitrary: invitation },
  { weight: 5, arbitrary: answer },
  { weight: 5, arbitrary: undoing },
  { weight: 3, arbitrary: importing },
  { weight: 3, arbitrary: time },
)

/** The same, and the sample: it brings a past of its own. */
export const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 55, arbitrary: ordinaryMove },
  { weight: 1, arbitrary: sample },
)

/** A directory to choose from, in an application of one's own. */
export async function worldOf(app: TestApplication): Promise<World> {
  const { locations } = await app.call('profile.save', {
    companyName: 'Kestrel Cloud',
    assessmentEligible: true,
    locations: [{ name: 'Stockholm', country: 'SE' }],
    user: person('Mara'),
  })
  const solution = async (name: string, kind: 'own' | 'assessment') =>
    (await app.call('solutions.save', { name, kind })).id
  const partner = async (name: string) =>
    (await app.call('partners.save', { name, partnerId: name, country: 'NL' })).id
  return {
    app,
    solutions: [await solution('ColdTrace', 'own'), await solution('Move', 'own')],
    partners: [await partner('Brink'), await partner('Solace'), await partner('Polar')],
    assessment: { solutionId: await solution('Cost check', 'assessment'), locationId: locations[0]!.id },
  }
}
