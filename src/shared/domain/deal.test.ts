import { expect, test } from 'vitest'
import { COMMAND_KINDS } from './command.ts'
import { INCENTIVES, INVITATION_DAYS, SOLUTION_KINDS } from './company.ts'
import {
  DEAL_ORIGINS,
  DEAL_TYPES,
  DIRECTIONS,
  HELP_TYPES,
  PARTY_KINDS,
  PARTY_STATUSES,
  type Party,
  REASONS,
  STATUSES,
  TERMINAL_STATUSES,
  isTerminal,
  microsoftParty,
  partnerParties,
} from './deal.ts'
import { REGISTRATION_STATES } from './registration.ts'
import { DEFAULT_SETTINGS, LOCALES, THEMES } from './settings.ts'

// The values of CONTRACT, word for word: they cross the boundary and lie in the store.
test.each([
  ['DealType', DEAL_TYPES, 'co-sell partner-to-partner private solution-assessment'],
  ['Direction', DIRECTIONS, 'inbound outbound'],
  ['Status', STATUSES, 'received accepted won lost declined expired'],
  ['terminal Status', TERMINAL_STATUSES, 'won lost declined expired'],
  ['PartyStatus', PARTY_STATUSES, 'pending accepted declined expired won lost'],
  ['party kind', PARTY_KINDS, 'microsoft partner'],
  ['origin', DEAL_ORIGINS, 'created received imported sample'],
  ['SolutionKind', SOLUTION_KINDS, 'own microsoft third-party assessment'],
  ['Incentive', INCENTIVES, 'ip-co-sell business-apps'],
  [
    'Registration',
    REGISTRATION_STATES,
    'not-registered deal-review action-required final-validation approved rejected closed',
  ],
  ['locale', LOCALES, 'en zh-CN'],
  ['theme', THEMES, 'light dark system'],
])('CONTRACT: the values of %s are these', (_name, values, expected) => {
  expect(values.join(' ')).toBe(expected)
})

test('B7: won, lost, declined and expired are terminal, received and accepted are not', () => {
  expect(STATUSES.map((status) => [status, isTerminal(status)])).toEqual([
    ['received', false],
    ['accepted', false],
    ['won', true],
    ['lost', true],
    ['declined', true],
    ['expired', true],
  ])
})

test('6.6: the kinds of help stand in the order of their CSV codes 1 to 6', () => {
  expect(HELP_TYPES.join(' ')).toBe(
    'workload-value technical-architecture poc-demo quotes-licensing post-sales general',
  )
})

test('7.1: the reasons stand in the order of their CSV codes 1 to 8', () => {
  expect(REASONS.join(' ')).toBe(
    'budget no-response other-vendor requirement-not-met not-a-customer timeline-too-short abuse other',
  )
})

test('B6: an invitation may be answered for 14 days unless the profile says otherwise', () => {
  expect(INVITATION_DAYS).toBe(14)
})

test('CONTRACT settings: a fresh installation follows the system and warns 7, 3 and 1 days before', () => {
  expect(DEFAULT_SETTINGS).toEqual({
    locale: 'system',
    theme: 'system',
    warnDaysBefore: [7, 3, 1],
    toasts: true,
    background: false,
  })
})

test('CONTRACT Commands: every command stands once in the list, in the order the screens use', () => {
  expect(COMMAND_KINDS.join(' ')).toBe(
    'create receive accept decline edit set-team set-solutions invite-microsoft invite-partner record-answer ' +
      'mark-stage correct-stage win lose register record-review resubmit set-favorite',
  )
})

test('3.3: Microsoft is found among the parties whatever its status, partners are all the others', () => {
  const party = (kind: Party['kind'], status: Party['status']) => ({ kind, status }) as Party
  const nordwind = party('partner', 'declined')
  const microsoft = party('microsoft', 'expired')
  const southgate = party('partner', 'pending')
  const parties = [nordwind, microsoft, southgate]
  expect(microsoftParty({ parties })).toBe(microsoft)
  expect(partnerParties({ parties })).toEqual([nordwind, southgate])
  expect(microsoftParty({ parties: [nordwind] })).toBeNull()
})
