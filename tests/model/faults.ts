import { type CommandInput, person } from '../support/deal-commands.ts'
import { DAY, type Kind, type ModelPerson, type Of, type Surroundings, dayAfter } from './model-deal.ts'
import type { Directory } from './wishes.ts'

/** What is wrong with a command, by name: shown where a sequence fails. */
export type Fault = string
type Spoil<K extends Kind> = (command: Of<K>, directory: Directory, around: Surroundings) => Partial<Of<K>>
type Spoils<K extends Kind> = Readonly<Record<string, Spoil<K>>>

const halfPerson: ModelPerson = { ...person('Joop'), phone: '' }
const crowd: ModelPerson[] = Array.from({ length: 51 }, (_, index) => person(`Ana${index}`))
const crowdOf = (id: string) => Array.from({ length: 51 }, () => ({ id }))
const ago = (now: number, ms: number): string => new Date(now - ms).toISOString()

type Invite = Of<'invite-partner'>['invite']
const INVITE: Readonly<
  Record<string, (invite: Invite, directory: Directory, around: Surroundings) => Partial<Invite>>
> = {
  nobody: () => ({ partnerId: null }),
  'no help': () => ({ help: null }),
  ourselves: (_invite, _directory, { self }) => ({ partnerId: self }),
  'no value': () => ({ value: null }),
  'no close date': () => ({ closeDate: null }),
  'a past close date': (_invite, _directory, { today }) => ({ closeDate: dayAfter(today, -1) }),
  'no team': () => ({ team: [] }),
  'half a member': () => ({ team: [halfPerson] }),
  'no solution': () => ({ solutions: [] }),
  'an assessment asked for': (_invite, { assessments }) => ({ solutions: [{ id: assessments[0]! }] }),
  'too many solutions': (_invite, { solutions }) => ({ solutions: crowdOf(solutions[0]!) }),
}

const FORM: Readonly<
  Record<string, (form: Of<'register'>['form'], around: Surroundings) => Partial<Of<'register'>['form']>>
> = {
  'a solution that earns nothing': (_form, { solutions }) => ({ solutionId: [...solutions.keys()][0] }),
  'no solution': () => ({ solutionId: null }),
  'no total value': () => ({ totalValue: null }),
  'nothing for the solution': (form) => ({ solutionValue: { ...form.solutionValue!, amount: 0 } }),
  'a part above the whole': (form) => ({
    solutionValue: { ...form.totalValue!, amount: form.totalValue!.amount + 1 },
  }),
  'a part above the whole in another currency': (form) => ({
    solutionValue: { amount: form.totalValue!.amount + 1, currency: 'SEK' },
  }),
  'no dates': () => ({ signedDate: null, startDate: null, endDate: null }),
  'signed tomorrow': (_form, { today }) => ({
    signedDate: dayAfter(today, 1),
    startDate: dayAfter(today, 1),
    endDate: 'perpetual',
  }),
  'begun before it was signed': (form) => ({
    startDate: dayAfter(form.signedDate!, -1),
    endDate: 'perpetual',
  }),
  'ended before it began': (form) => ({ endDate: dayAfter(form.startDate!, -1) }),
  'no contact': () => ({ contact: null }),
  'half a contact': () => ({ contact: halfPerson }),
  'not attested': () => ({ attested: false }),
}

type WithForm = 'register' | 'resubmit'
const FORMS = Object.fromEntries(
  Object.entries(FORM).map(([name, change]) => [
    name,
    ({ form }: Of<WithForm>, _directory: Directory, around: Surroundings) => ({
      form: { ...form, ...change(form, around) },
    }),
  ]),
)

/** Ways to get each command wrong, a few of them only now and then. Kinds without any are right by their nature. */
const SPOILS: { readonly [K in Kind]?: Spoils<K> } = {
  create: {
    'no customer': () => ({ customer: null }),
    'no name': () => ({ name: ' ' }),
    'no value': () => ({ value: null }),
    'a value of nothing': () => ({ value: { amount: 0, currency: 'EUR' } }),
    'no close date': () => ({ closeDate: null }),
    'a past close date': (_command, _directory, { today }) => ({ closeDate: dayAfter(today, -1) }),
    'no team': () => ({ team: [] }),
    'half a member': () => ({ team: [person(), halfPerson] }),
    'too large a team': () => ({ team: crowd }),
    'no solution': () => ({ solutions: [] }),
    'too many solutions': (_command, { solutions }) => ({ solutions: crowdOf(solutions[0]!) }),
    'no consent': () => ({ consent: false }),
    'no contact': () => ({ contact: null }),
    'half a contact': () => ({ contact: halfPerson }),
    'an assessment among the solutions': (_command, { assessments }) => ({
      solutions: [{ id: assessments[0]! }],
    }),
    'two assessments': (_command, { assessments, location }) => ({
      assessment: { solutionId: assessments[0]!, locationId: location },
      solutions: [{ id: assessments[1]! }],
    }),
    'an assessment beside others': (_command, { assessments, solutions, location }) => ({
      assessment: { solutionId: assessments[0]!, locationId: location },
      solutions: [{ id: solutions[0]! }],
    }),
    'no assessment at all': (_command, { solutions, location }) => ({
      assessment: { solutionId: solutions[0]!, locationId: location },
    }),
    'no location': (_command, { assessments }) => ({
      assessment: { solutionId: assessments[0]!, locationId: null },
      solutions: [],
    }),
    'help for an assessment': (_command, { assessments, location }) => ({
      assessment: { solutionId: assessments[0]!, locationId: location },
      solutions: [],
      microsoft: { help: 'general' },
    }),
    'the same partner twice': (command) => {
      const [first] = command.partners ?? []
      return first ? { partners: [first, first] } : { name: '' }
    },
    'a bad invitation': (command, directory, around) => {
      const [first] = command.partners ?? []
      const ways = Object.values(INVITE)
      const way = ways[(command.value?.amount ?? 0) % ways.length]!
      return first ? { partners: [{ ...first, ...way(first, directory, around) }] } : { team: [] }
    },
  },
  receive: {
    'no customer': () => ({ customer: null }),
    'no name': () => ({ name: '' }),
    'no value': () => ({ value: null }),
    'no close date': () => ({ closeDate: null }),
    'half a contact': () => ({ contact: halfPerson }),
    'received tomorrow': (_command, _directory, { now }) => ({ receivedAt: ago(now, -1) }),
    'expired on arrival': (_command, _directory, { now }) => ({
      receivedAt: ago(now, 1),
      expiresAt: ago(now, 1),
    }),
  },
  accept: {
    'no name': () => ({ name: '' }),
    'a value of nothing': () => ({ value: { amount: -1, currency: 'EUR' } }),
    'half a member': () => ({ team: [halfPerson] }),
  },
  decline: {
    'no reason': () => ({ reason: null }),
    'other without words': () => ({ reason: 'other', notes: ' ' }),
  },
  lose: {
    'no reason': () => ({ reason: null }),
    'other without words': () => ({ reason: 'other', notes: null }),
  },
  edit: {
    'no name': () => ({ changes: { name: ' ' } }),
    'a value of nothing': () => ({ changes: { value: { amount: 0, currency: 'EUR' } } }),
    'half a contact': () => ({ changes: { contact: halfPerson } }),
  },
  'set-team': {
    nobody: () => ({ team: [] }),
    'half a member': () => ({ team: [halfPerson] }),
    'too many': () => ({ team: crowd }),
  },
  'set-solutions': {
    none: () => ({ solutions: [] }),
    'an assessment': (_command, { assessments }) => ({ solutions: [{ id: assessments[0]! }] }),
    'too many': (_command, { solutions }) => ({ solutions: crowdOf(solutions[0]!) }),
  },
  'invite-microsoft': {
    'no consent': () => ({ consent: false }),
    'no contact': () => ({ contact: null }),
    'half a contact': () => ({ contact: halfPerson }),
  },
  'invite-partner': Object.fromEntries(
    Object.entries(INVITE).map(([name, change]) => [
      name,
      (command: Of<'invite-partner'>, directory: Directory, around: Surroundings) => ({
        invite: { ...command.invite, ...change(command.invite, directory, around) },
      }),
    ]),
  ),
  'record-answer': {
    'half a seller': () => ({ sellers: [halfPerson] }),
    'answered tomorrow': (_command, _directory, { now }) => ({ answeredAt: ago(now, -1) }),
    'answered before it was asked': (_command, _directory, { now }) => ({ answeredAt: ago(now, 4000 * DAY) }),
    'a party nobody knows': () => ({ partyId: '00000000-0000-7000-8000-00000000dead' }),
  },
  register: FORMS,
  resubmit: FORMS,
  'record-review': {
    'nothing to correct': () => ({ outcome: 'action-required', errors: [' '], notes: null }),
  },
}

/** The command with one thing wrong about it, chosen by a number. */
export function spoil(
  command: CommandInput,
  which: number,
  directory: Directory,
  around: Surroundings,
): { command: CommandInput; fault: Fault | null } {
  const ways = Object.entries((SPOILS[command.kind] ?? {}) as Spoils<Kind>)
  const way = ways[which % Math.max(1, ways.length)]
  if (!way) return { command, fault: null }
  return { command: { ...command, ...way[1](command, directory, around) } as CommandInput, fault: way[0] }
}
