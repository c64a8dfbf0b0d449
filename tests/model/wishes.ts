import type { CommandInput } from '../support/deal-commands.ts'
import { customer, person } from '../support/deal-commands.ts'
import type { Draw } from './draw.ts'
import { type Fault, spoil } from './faults.ts'
import { faultsOfRegister } from './judge-situation.ts'
import {
  ASSESSMENT_LADDER,
  DAY,
  type Kind,
  type ModelDeal,
  type Of,
  STANDARD_LADDER,
  type Surroundings,
  earningOf,
  dayAfter,
  isClosed,
  ladderOf,
} from './model-deal.ts'

/** What a wish can name: the entries of the directory, by what they are good for. */
export interface Directory {
  readonly solutions: readonly string[]
  readonly assessments: readonly string[]
  readonly partners: readonly string[]
  readonly location: string
  readonly customerId: string
}

const HELP = ['general', 'poc-demo', 'workload-value'] as const
const REASONS = ['budget', 'other', 'no-response'] as const
const CURRENCIES = ['EUR', 'USD', 'JPY'] as const
const NAMES = ['Ana', 'Bo', 'Chidi', 'Emre', '梅'] as const
const EVERY_STAGE = [...STANDARD_LADDER, ...ASSESSMENT_LADDER, 'created', 'accepted', 'won'] as const
const NOTES = [undefined, null, 'call Monday', '备注'] as const

const instant = (ms: number): string => new Date(ms).toISOString()

const money = (draw: Draw) => ({ amount: 1 + draw.below(900_000), currency: draw.pick(CURRENCIES) })
const refs = (ids: readonly string[]) => ids.map((id) => ({ id }))
const team = (draw: Draw, least: number) =>
  Array.from({ length: least + draw.below(3) }, () => person(draw.pick(NAMES)))
const customers = ['Harborline Foods BV', 'Kade Motors', 'Polder Freight'] as const

function invite(draw: Draw, directory: Directory, today: string): Of<'invite-partner'>['invite'] {
  return {
    partnerId: draw.pick(directory.partners),
    closeDate: dayAfter(today, draw.below(200)),
    value: money(draw),
    team: team(draw, 1),
    solutions: refs([draw.pick(directory.solutions)]),
    help: draw.pick(HELP),
    notes: draw.pick(NOTES),
  }
}

/** Some of our solutions, and an earning one more often than not. */
const someSolutions = (draw: Draw, { solutions }: Directory): string[] => {
  const first = draw.below(solutions.length)
  return solutions.slice(first, first + 1 + draw.below(2))
}

function createWish(draw: Draw, directory: Directory, { today }: Surroundings): Of<'create'> {
  const shape = draw.weighted([
    [3, 'private'],
    [4, 'microsoft'],
    [2, 'partners'],
    [1, 'both'],
    [3, 'assessment'],
  ])
  const asked = shape === 'microsoft' || shape === 'both'
  const partners =
    shape === 'partners' || shape === 'both'
      ? Array.from({ length: 1 + draw.below(2) }, () => invite(draw, directory, today))
      : []
  return {
    kind: 'create',
    customer: draw.rarely(4) ? { id: directory.customerId } : customer(draw.pick(customers)),
    contact: asked || draw.rarely(2) ? person('Iris') : null,
    consent: asked || shape === 'assessment' || draw.rarely(4),
    name: 'Warehouse sensors',
    value: money(draw),
    closeDate: dayAfter(today, draw.below(300)),
    notes: draw.pick(NOTES),
    crmId: draw.rarely(4) ? 'CRM-1' : undefined,
    team: team(draw, 1),
    solutions: shape === 'assessment' ? [] : refs(someSolutions(draw, directory)),
    ...(shape === 'assessment'
      ? { assessment: { solutionId: draw.pick(directory.assessments), locationId: directory.location } }
      : {}),
    ...(asked ? { microsoft: { help: draw.pick(HELP), notes: draw.pick(NOTES) } } : {}),
    ...(partners.length > 0 ? { partners } : {}),
  }
}

function receiveWish(draw: Draw, directory: Directory, { now, today }: Surroundings): Of<'receive'> {
  const microsoft = !draw.rarely(3)
  const receivedAt = draw.rarely(4) ? now - draw.below(20) * DAY : null
  const expiresAt = draw.rarely(4) ? (receivedAt ?? now) + (1 + draw.below(20 * 24)) * (DAY / 24) : null
  return {
    kind: 'receive',
    from: microsoft
      ? { kind: 'microsoft', organization: 'Microsoft' }
      : { kind: 'partner', organization: 'Brink & Daughters' },
    ...(receivedAt === null ? {} : { receivedAt: instant(receivedAt) }),
    ...(expiresAt === null ? {} : { expiresAt: instant(expiresAt) }),
    customer: customer(draw.pick(customers)),
    contact: draw.rarely(2) ? person('Iris') : null,
    name: 'Cold-chain telemetry',
    value: money(draw),
    closeDate: dayAfter(today, draw.below(300) - 20),
    notes: draw.pick(NOTES),
    solutions: refs(
      draw.weighted([
        [5, someSolutions(draw, directory)],
        [2, []],
        [1, [draw.pick(directory.assessments)]],
      ]),
    ),
  }
}

/** Fields to edit, some as they are already: then nothing changes. */
function editWish(draw: Draw, deal: ModelDeal, { today }: Surroundings): Of<'edit'> {
  const fields = {
    name: draw.pick(['Renamed', 'renamed', deal.name, ' Renamed ']),
    value: draw.rarely(3) ? { amount: deal.amount, currency: deal.currency } : money(draw),
    closeDate: draw.rarely(4) ? deal.closeDate : dayAfter(today, draw.below(300) - 30),
    notes: draw.pick(NOTES),
    crmId: draw.pick([undefined, null, 'CRM-2', '']),
    campaignId: draw.pick([undefined, 'SPRING', null]),
    contact: draw.pick([person('Iris'), person('Joop'), null, undefined]),
  }
  const chosen = Object.entries(fields).filter(([, value]) => value !== undefined && draw.rarely(2))
  return { kind: 'edit', changes: Object.fromEntries(chosen) }
}

/** A stage of any ladder, or one near where the deal is. */
const stageWish = (draw: Draw, deal: ModelDeal, step: 1 | -1): string => {
  if (draw.rarely(4)) return draw.pick(EVERY_STAGE)
  const place = deal.marked.length + step * (1 + (draw.rarely(4) ? draw.below(3) : 0))
  return place < 1 ? 'created' : (ladderOf(deal)[place - 1] ?? 'won')
}

function answerWish(draw: Draw, deal: ModelDeal, { now }: Surroundings): Of<'record-answer'> {
  const pending = deal.parties.filter(({ status }) => status === 'pending')
  const party = draw.pick(pending.length > 0 && !draw.rarely(4) ? pending : deal.parties)
  const first = party?.status === 'pending' ? !draw.rarely(6) : draw.rarely(6)
  const accepts = first ? !draw.rarely(3) : !draw.rarely(2)
  const late = party && now - party.invitedAt > 0 && draw.rarely(4)
  return {
    kind: 'record-answer',
    partyId: party?.id ?? '00000000-0000-7000-8000-000000000000',
    answer: first ? (accepts ? 'accepted' : 'declined') : accepts ? 'won' : 'lost',
    reason: draw.pick([undefined, null, 'budget']),
    notes: draw.pick(NOTES),
    ...(draw.rarely(2) ? { sellers: team(draw, 0) } : {}),
    ...(late ? { answeredAt: instant(party.invitedAt + draw.below(now - party.invitedAt)) } : {}),
  }
}

function formWish(draw: Draw, deal: ModelDeal, around: Surroundings): Of<'register'>['form'] {
  const earning = earningOf(deal, around)
  const signed = dayAfter(around.today, -draw.below(30))
  const start = dayAfter(signed, draw.below(20))
  const total = money(draw)
  return {
    solutionId: earning.length > 0 ? draw.pick(earning) : ([...around.solutions.keys()][0] ?? null),
    contractType: draw.pick(['new', 'renewal']),
    totalValue: total,
    solutionValue: { ...total, amount: 1 + draw.below(total.amount) },
    deployedOn: draw.pick(['azure', 'other']),
    tenant: draw.pick(['customer', 'partner']),
    signedDate: signed,
    startDate: start,
    endDate: draw.rarely(3) ? 'perpetual' : dayAfter(start, draw.below(400)),
    contact: person('Iris'),
    attested: true,
  }
}

/** Commands the situation of a deal makes likely to be allowed: without them few stories would get far. */
export function aptKinds(
  deal: ModelDeal,
  around: Surroundings,
): readonly (readonly [weight: number, kind: Kind])[] {
  const answers: [number, Kind] = [
    deal.parties.some(({ status }) => status === 'pending') ? 5 : 0,
    'record-answer',
  ]
  if (deal.status === 'received')
    return [
      [6, 'accept'],
      [1, 'decline'],
      [1, 'set-favorite'],
    ]
  if (isClosed(deal)) {
    const state = deal.registration?.state
    return [
      [faultsOfRegister(deal, around).length === 0 ? 8 : 1, 'register'],
      [state === 'deal-review' || state === 'final-validation' ? 6 : 0, 'record-review'],
      [state === 'action-required' ? 6 : 0, 'resubmit'],
      answers,
      [1, 'set-favorite'],
    ]
  }
  const open = deal.assessment && deal.marked.length < 4
  return [
    [2, 'edit'],
    [1, 'set-team'],
    [deal.assessment ? 0 : 1, 'set-solutions'],
    [open ? 8 : 2, 'mark-stage'],
    [deal.marked.length > 0 ? 1 : 0, 'correct-stage'],
    answers,
    [deal.direction === 'outbound' && !deal.assessment ? 2 : 0, 'invite-partner'],
    [deal.direction === 'outbound' && !deal.assessment ? 1 : 0, 'invite-microsoft'],
    [open ? 0 : 3, 'win'],
    [1, 'lose'],
    [1, 'set-favorite'],
  ]
}

/** A command as somebody might send it. `deal` is null only where the command begins one. */
function soundCommand(
  kind: Kind,
  draw: Draw,
  deal: ModelDeal | null,
  directory: Directory,
  around: Surroundings,
): CommandInput {
  if (kind === 'create') return createWish(draw, directory, around)
  if (kind === 'receive' || !deal) return receiveWish(draw, directory, around)
  switch (kind) {
    case 'accept':
      return {
        kind,
        name: draw.pick(['Accepted', deal.name]),
        ...(draw.rarely(2) ? { value: money(draw) } : {}),
        ...(draw.rarely(2) ? { closeDate: dayAfter(around.today, draw.below(90)) } : {}),
        ...(draw.rarely(2) ? { team: team(draw, 0) } : {}),
        notes: draw.pick(NOTES),
      }
    case 'decline':
    case 'lose':
      return { kind, reason: draw.pick(REASONS), notes: draw.pick(['call Monday', null]) }
    case 'edit':
      return editWish(draw, deal, around)
    case 'set-team':
      return { kind, team: draw.rarely(4) ? [...deal.team] : team(draw, 1) }
    case 'set-solutions':
      return { kind, solutions: refs(draw.rarely(4) ? deal.solutions : someSolutions(draw, directory)) }
    case 'invite-microsoft':
      return {
        kind,
        help: draw.pick(HELP),
        notes: draw.pick(NOTES),
        contact: draw.pick([person('Iris'), person('Joop'), undefined]),
        consent: true,
      }
    case 'invite-partner':
      return { kind, invite: invite(draw, directory, around.today) }
    case 'record-answer':
      return answerWish(draw, deal, around)
    case 'mark-stage':
      return { kind, stage: stageWish(draw, deal, 1) as Of<'mark-stage'>['stage'] }
    case 'correct-stage':
      return { kind, stage: stageWish(draw, deal, -1) as Of<'mark-stage'>['stage'] }
    case 'win':
      return { kind }
    case 'register':
    case 'resubmit':
      return { kind, form: formWish(draw, deal, around) }
    case 'record-review':
      return {
        kind,
        outcome: draw.pick(['final-validation', 'action-required', 'approved', 'rejected']),
        errors: draw.pick([['the contract is not signed'], []]),
        notes: draw.pick(['see the errors', 'call Monday']),
      }
    case 'set-favorite':
      return { kind, favorite: draw.below(2) === 0 }
  }
}

/** A command, once in a while with something wrong about it. */
export function commandOf(
  kind: Kind,
  draw: Draw,
  deal: ModelDeal | null,
  directory: Directory,
  around: Surroundings,
): { command: CommandInput; fault: Fault | null } {
  // A registration is reached seldom and can be wrong in many ways: every other one is.
  const broken = draw.rarely(kind === 'register' || kind === 'resubmit' ? 2 : 5)
  const which = draw.below(1000)
  const sound = soundCommand(kind, draw, deal, directory, around)
  return broken ? spoil(sound, which, directory, around) : { command: sound, fault: null }
}
