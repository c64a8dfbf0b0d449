import { beforeAll, expect, test } from 'vitest'
import type { Deal, Party } from '#shared/domain/deal.ts'
import { eligibility } from '#shared/rules/registration.ts'
import { FakeClock, type TestApplication, testApplication } from '../support/application.ts'
import {
  type CommandInput,
  create,
  execute,
  partnerInvite,
  person,
  receive,
} from '../support/deal-commands.ts'
import type { DealView } from './actions.ts'
import { CODE, CONDITIONS, type Combination, impossible, unreachable } from './eligibility.data.ts'
import { BEGUN, CONTACT, type Directory, fillDirectory, formFor } from './world.ts'

const COMBINATIONS: readonly Combination[] = Array.from({ length: 64 }, (_, bits) => {
  const holds = (place: number) => ((bits >> place) & 1) === 1
  return { E0: holds(0), E1: holds(1), E2: holds(2), E3: holds(3), E4: holds(4), E5: holds(5) }
})
const named = (combination: Combination): string =>
  CONDITIONS.map((condition) => (combination[condition] ? condition : `not ${condition}`)).join(', ')
const failing = (combination: Combination): string[] =>
  CONDITIONS.filter((condition) => !combination[condition]).map((condition) => CODE[condition])
/** As an action says it: what can never hold first, what has to hold before the end next, the end itself last. */
const said = (combination: Combination): string[] =>
  (['E5', 'E1', 'E2', 'E3', 'E4', 'E0'] as const)
    .filter((condition) => !combination[condition])
    .map((condition) => CODE[condition])
const possible = COMBINATIONS.filter((combination) => impossible(combination) === null)
const reachable = possible.filter((combination) => unreachable(combination) === null)

let app: TestApplication
let directory: Directory

beforeAll(async () => {
  app = await testApplication({ clock: new FakeClock(BEGUN) })
  directory = await fillDirectory(app)
  return () => app.close()
})

/** The assessment of a combination, with or without a tag: the kind says assessment, the tag says it earns. */
async function assessmentThat(earns: boolean): Promise<string> {
  const incentive = earns ? ('ip-co-sell' as const) : null
  return (await app.call('solutions.save', { name: 'Check', kind: 'assessment', incentive })).id
}

/** Brings a deal about that is just so, by commands alone. */
async function dealThatIs({ E0, E1, E2, E3, E4, E5 }: Combination): Promise<DealView> {
  const solutionId = E5 ? (E3 ? directory.ip : directory.own) : await assessmentThat(E3)
  const begin = (): CommandInput => {
    if (!E5 && E1) return receive({ solutions: [{ id: solutionId }] })
    if (!E5) {
      const assessment = { solutionId, locationId: directory.locationId }
      return create(solutionId, { solutions: [], assessment, consent: true })
    }
    if (E1) return create(solutionId, { microsoft: { help: 'general' }, contact: CONTACT, consent: true })
    return create(solutionId, E4 ? { partners: [partnerInvite(directory.brink, directory.own)] } : {})
  }
  const deal = await execute(app, null, begin())
  const give = (command: CommandInput) => execute(app, deal.id, command)
  if (deal.status === 'received') await give({ kind: 'accept', name: 'Ours', team: [person()] })
  if (E5 && E2) await give({ kind: 'record-answer', partyId: deal.parties[0]!.id, answer: 'accepted' })
  if (!E0) return app.call('deals.get', { dealId: deal.id })
  if (!E5) {
    for (const stage of [
      'secure-customer-loe',
      'collect-data',
      'prepare-report',
      'present-to-customer',
    ] as const) {
      await give({ kind: 'mark-stage', stage })
    }
  }
  return give({ kind: 'win' })
}

test('[E0] [E1] [E2] [E3] [E4] [E5] of 64 combinations 28 can be and 24 can come about; the others say why not', () => {
  expect(COMBINATIONS.map(named)).toHaveLength(new Set(COMBINATIONS.map(named)).size)
  expect([COMBINATIONS.length, possible.length, reachable.length]).toEqual([64, 28, 24])
})

test.each(reachable.map((combination) => [named(combination), combination] as const))(
  '[E0] [E1] [E2] [E3] [E4] [E5] through the core: %s',
  async (_name, combination) => {
    const deal = await dealThatIs(combination)
    const holds = Object.fromEntries(deal.eligibility.map((line) => [line.condition, line.holds]))
    expect(holds).toEqual(combination)
    const refused = failing(combination)
    expect(deal.eligibility.flatMap(({ reason }) => (reason ? [reason.code] : []))).toEqual(refused)
    expect(deal.registration).toBe(refused.length === 0 ? 'not-registered' : null)
    const command = { kind: 'register' as const, form: formFor(directory.ip) }
    const checked = await app.call('deals.check', { dealId: deal.id, command })
    expect(checked.reasons.map(({ code }) => code)).toEqual(said(combination))
    const { actions } = await app.call('deals.actions', { dealId: deal.id })
    const offered = actions.find(({ action }) => action === 'register')!
    expect(offered.reasons.map(({ code }) => code)).toEqual(said(combination))
    const executed = await app.app.dispatch('deals.execute', {
      dealId: deal.id,
      expectedVersion: null,
      command,
    })
    expect(executed.ok).toBe(refused.length === 0)
  },
)

const solutionId = 'solution' as Deal['solutions'][number]['id']

/** Facts as the rules may be handed them, for what no command brings about. */
const factsOf = ({ E0, E1, E2, E4, E5 }: Combination): Deal => {
  const party = (kind: Party['kind'], status: Party['status']) =>
    ({ kind, status, organization: kind }) as Party
  return {
    status: E0 ? 'won' : 'accepted',
    solutions: [{ id: solutionId, price: null, quantity: null, currency: null }],
    assessment: E5 ? null : { solutionId, locationId: null },
    parties: E1
      ? [party('microsoft', E2 ? 'accepted' : 'declined')]
      : E4 && E5
        ? [party('partner', 'accepted')]
        : [],
    incentives: [],
    registration: null,
  } as unknown as Deal
}

test.each(possible.map((combination) => [named(combination), combination] as const))(
  '[E0] [E1] [E2] [E3] [E4] [E5] by the rules alone: %s',
  (_name, combination) => {
    const tagged = new Map(combination.E3 ? [[solutionId, 'ip-co-sell' as const]] : [])
    const lines = eligibility(factsOf(combination), tagged)
    expect(Object.fromEntries(lines.map(({ condition, holds }) => [condition, holds]))).toEqual(combination)
    expect(lines.flatMap(({ reason }) => (reason ? [reason.code] : []))).toEqual(failing(combination))
  },
)

test.each(
  COMBINATIONS.filter((combination) => impossible(combination)).map(
    (combination) => [named(combination), combination] as const,
  ),
)('[E4] cannot be: %s', (_name, combination) => {
  const tagged = new Map(combination.E3 ? [[solutionId, 'ip-co-sell' as const]] : [])
  const lines = eligibility(factsOf(combination), tagged)
  expect(Object.fromEntries(lines.map(({ condition, holds }) => [condition, holds]))).not.toEqual(combination)
})
