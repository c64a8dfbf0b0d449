import { expect, test } from 'vitest'
import { COMMAND_KINDS } from './command.ts'
import { INVITATION_DAYS } from './company.ts'
import {
  DEAL_TYPES,
  HELP_TYPES,
  PARTY_STATUSES,
  type Party,
  REASONS,
  STATUSES,
  isTerminal,
  microsoftParty,
  partnerParties,
} from './deal.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

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

test('1.2: there are four types of deals', () => {
  expect(DEAL_TYPES).toEqual(['co-sell', 'partner-to-partner', 'private', 'solution-assessment'])
})

test('3.3: a party has the six statuses of an invitation', () => {
  expect(PARTY_STATUSES).toEqual(['pending', 'accepted', 'declined', 'expired', 'won', 'lost'])
})

test('6.6: the kinds of help stand in the order of their CSV codes 1 to 6', () => {
  expect(HELP_TYPES).toEqual([
    'workload-value',
    'technical-architecture',
    'poc-demo',
    'quotes-licensing',
    'post-sales',
    'general',
  ])
})

test('7.1: the reasons stand in the order of their CSV codes 1 to 8', () => {
  expect(REASONS).toEqual([
    'budget',
    'no-response',
    'other-vendor',
    'requirement-not-met',
    'not-a-customer',
    'timeline-too-short',
    'abuse',
    'other',
  ])
})

test('B6: an invitation may be answered for 14 days unless the profile says otherwise', () => {
  expect(INVITATION_DAYS).toBe(14)
})

test('CONTRACT settings: a fresh installation follows the system and warns 7, 3 and 1 days before', () => {
  expect(DEFAULT_SETTINGS).toEqual({ locale: 'system', theme: 'system', warnDaysBefore: [7, 3, 1] })
})

test('CONTRACT Commands: every command stands once in the list the screens use', () => {
  const once = [...new Set(COMMAND_KINDS)]
  expect(once).toEqual(COMMAND_KINDS)
  expect(COMMAND_KINDS.join(' ')).toBe(
    'create receive accept decline edit set-team set-solutions invite-microsoft invite-partner record-answer ' +
      'mark-stage correct-stage win lose set-favorite',
  )
})

test('3.3: Microsoft is found among the parties whatever its status, partners are all the others', () => {
  const party = (kind: Party['kind'], status: Party['status']) => ({ kind, status }) as Party
  const [nordwind, microsoft, southgate] = [
    party('partner', 'declined'),
    party('microsoft', 'expired'),
    party('partner', 'pending'),
  ]
  const parties = [nordwind, microsoft, southgate]
  expect(microsoftParty({ parties })).toBe(microsoft)
  expect(partnerParties({ parties })).toEqual([nordwind, southgate])
  expect(microsoftParty({ parties: [nordwind] })).toBeNull()
})
