import { describe, expect, test } from 'vitest'
import type { Command } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import { EDITABILITY, type LockableField, editSituation, fieldLock } from './editability.ts'
import {
  accept,
  create,
  edit,
  inviteMicrosoft,
  markStage,
  setFavorite,
  setSolutions,
  setTeam,
} from './testing/commands.ts'
import {
  acceptedDeal,
  act,
  assessmentDeal,
  coSellDeal,
  codesOf,
  declinedDeal,
  expiredDeal,
  lostDeal,
  privateDeal,
  receivedDeal,
  wonDeal,
} from './testing/deals.ts'
import { CONTACT, NOW, SOLUTION, at, day, eur, person } from './testing/facts.ts'

// RULEBOOK 2.4, columns Received, Own active (not yet shared with Microsoft, standard deal) and Terminal.
// Y: may be edited now. A: in the accept form only. N: locked.
const MATRIX: readonly [LockableField, 'A' | 'N' | 'Y', 'N' | 'Y', 'N' | 'Y'][] = [
  ['customer', 'N', 'N', 'N'],
  ['contact', 'N', 'Y', 'N'],
  ['consent', 'N', 'Y', 'N'],
  ['location', 'N', 'N', 'N'],
  ['name', 'A', 'Y', 'N'],
  ['value', 'A', 'Y', 'N'],
  ['closeDate', 'A', 'Y', 'N'],
  ['notes', 'A', 'Y', 'N'],
  ['crmId', 'A', 'Y', 'N'],
  ['campaignId', 'A', 'Y', 'N'],
  ['team', 'A', 'Y', 'N'],
  ['solutions', 'N', 'Y', 'N'],
  ['help', 'N', 'Y', 'N'],
  ['stage', 'N', 'Y', 'N'],
  ['favorite', 'Y', 'Y', 'Y'],
]

const lockCode = (deal: Deal, field: LockableField) => fieldLock(deal, field)?.code ?? null

test('2.4: the matrix has these rows and no others', () => {
  expect(Object.keys(EDITABILITY).sort()).toEqual(MATRIX.map(([field]) => field).sort())
})

describe.each(MATRIX)('2.4 %s', (field, received, active, terminal) => {
  test.each(['microsoft', 'partner'] as const)(`2.4 ${field}: ${received} while received from %s`, (from) => {
    expect(lockCode(receivedDeal(from), field)).toBe(received === 'Y' ? null : 'NOT_ACTIVE')
  })

  test(`2.4 ${field}: ${active} on our own active deal`, () => {
    expect(lockCode(privateDeal(), field)).toBe(active === 'Y' ? null : 'FIELD_LOCKED')
    const senders = ['contact', 'consent', 'help'].includes(field)
    expect(lockCode(acceptedDeal('partner'), field)).toBe(active === 'Y' && !senders ? null : 'FIELD_LOCKED')
  })

  test(`2.4 ${field}: ${terminal} once the deal is closed`, () => {
    const closed = [wonDeal(), lostDeal(), declinedDeal(), expiredDeal()]
    const expected = terminal === 'Y' ? null : 'DEAL_TERMINAL'
    expect(closed.map((deal) => lockCode(deal, field))).toEqual([expected, expected, expected, expected])
  })
})

test('2.4 contact, help: locked from the moment Microsoft was asked, which the lock names', () => {
  const later = at('2026-03-05T10:00:00.000Z')
  const deal = act(privateDeal(), inviteMicrosoft(), later)
  for (const field of ['contact', 'help'] as const) {
    expect(fieldLock(deal, field)).toEqual({
      code: 'FIELD_LOCKED',
      params: { field, why: 'shared-with-microsoft', since: later },
      fix: null,
    })
  }
})

test('2.4 contact on a deal a partner sent us: it stays with the sender, which the lock says', () => {
  const deal = acceptedDeal('partner')
  expect(fieldLock(deal, 'contact')).toEqual({
    code: 'FIELD_LOCKED',
    params: { field: 'contact', why: 'held-by-sender', since: deal.createdAt },
    fix: null,
  })
  expect(codesOf(deal, edit({ contact: CONTACT }))).toEqual(['FIELD_LOCKED'])
})

test('2.4 consent: locked once given, also where Microsoft was not asked', () => {
  const given = act(null, create({ consent: true }))
  const lock = {
    code: 'FIELD_LOCKED',
    params: { field: 'consent', why: 'already-given', since: NOW },
    fix: null,
  }
  expect(fieldLock(given, 'consent')).toEqual(lock)
  expect(fieldLock(assessmentDeal(), 'consent')).toEqual(lock)
  expect(fieldLock(coSellDeal(), 'consent')).toEqual(lock)
  expect(fieldLock(given, 'help')).toBeNull()
})

test('2.4 SA assessment and location: not editable after creation', () => {
  const deal = assessmentDeal()
  expect(fieldLock(deal, 'solutions')).toEqual({
    code: 'FIELD_LOCKED',
    params: { field: 'solutions', why: 'since-creation', since: NOW },
    fix: { action: 'copy' },
  })
  expect(lockCode(deal, 'location')).toBe('FIELD_LOCKED')
  expect(codesOf(deal, setSolutions(SOLUTION.own))).toEqual(['FIELD_LOCKED'])
})

test('2.4: a locked field says what mends it, accepting a received deal or copying a closed one', () => {
  expect(fieldLock(receivedDeal(), 'name')).toMatchObject({
    params: { field: 'name' },
    fix: { action: 'accept' },
  })
  expect(fieldLock(wonDeal(), 'name')).toMatchObject({ params: { status: 'won' }, fix: { action: 'copy' } })
})

test('2.4: a deal is received, active or terminal', () => {
  const deals = [
    receivedDeal(),
    privateDeal(),
    acceptedDeal(),
    wonDeal(),
    lostDeal(),
    declinedDeal(),
    expiredDeal(),
  ]
  expect(deals.map(editSituation)).toEqual([
    'received',
    'active',
    'active',
    'terminal',
    'terminal',
    'terminal',
    'terminal',
  ])
})

// The same matrix through the commands that edit: what a person gets to hear.
const EDITS: readonly [LockableField, Command][] = [
  ['name', edit({ name: 'Renamed' })],
  ['value', edit({ value: eur(1) })],
  ['closeDate', edit({ closeDate: day('2026-07-01') })],
  ['notes', edit({ notes: 'Called them' })],
  ['crmId', edit({ crmId: 'CRM-1' })],
  ['campaignId', edit({ campaignId: 'SPRING' })],
  ['contact', edit({ contact: person('Olga') })],
  ['team', setTeam('Bea')],
  ['solutions', setSolutions(SOLUTION.microsoft)],
  ['stage', markStage('qualified')],
  ['favorite', setFavorite(true)],
]

test.each(EDITS)('2.4 %s: the command that edits it is judged by the same matrix', (field, command) => {
  const [, received, active, terminal] = MATRIX.find(([name]) => name === field)!
  expect(codesOf(privateDeal(), command)).toEqual(active === 'Y' ? [] : ['FIELD_LOCKED'])
  expect(codesOf(receivedDeal('partner'), command)).toEqual(received === 'Y' ? [] : ['NOT_ACTIVE'])
  expect(codesOf(wonDeal(), command)).toEqual(terminal === 'Y' ? [] : ['DEAL_TERMINAL'])
})

test('2.4 A: the accept form takes name, value, close date, notes, CRM ID, campaign ID and team', () => {
  const form = {
    name: 'Ours now',
    value: eur(77),
    closeDate: day('2026-08-01'),
    notes: 'Met them',
    crmId: 'CRM-7',
    campaignId: 'SUMMER',
    team: [person('Ana')],
  }
  expect(act(receivedDeal(), accept(form))).toMatchObject(form)
})

test('2.4 contact: the shared contact stays, and giving the same one again changes nothing', () => {
  expect(codesOf(coSellDeal(), edit({ contact: person('Olga') }))).toEqual(['FIELD_LOCKED'])
  expect(codesOf(coSellDeal(), edit({ contact: null }))).toEqual(['FIELD_LOCKED'])
  expect(codesOf(coSellDeal(), edit({ contact: CONTACT, name: 'Renamed' }))).toEqual([])
})
