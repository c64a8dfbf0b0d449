import { expect, test } from 'vitest'
import type { DealChanges } from '#shared/domain/command.ts'
import { edit, setFavorite } from '../testing/commands.ts'
import {
  act,
  codesOf,
  coSellDeal,
  eventsOf,
  privateDeal,
  receivedDeal,
  refusalsOf,
  wonDeal,
} from '../testing/deals.ts'
import { CLOSE_DATE, CONTACT, NOBODY, NOW, YESTERDAY, at, day, eur, person } from '../testing/facts.ts'

const LATER = at('2026-03-04T11:00:00.000Z')

// Field by field: what is asked, and what is then kept.
test.each([
  ['name', { name: ' Renamed ' }, { name: 'Renamed' }],
  ['value', { value: eur(1) }, { value: eur(1) }],
  ['close date', { closeDate: day('2027-01-31') }, { closeDate: day('2027-01-31') }],
  ['a past close date', { closeDate: YESTERDAY }, { closeDate: YESTERDAY }],
  ['CRM ID', { crmId: ' CRM-1 ' }, { crmId: 'CRM-1' }],
  ['campaign ID', { campaignId: 'SPRING' }, { campaignId: 'SPRING' }],
  ['notes', { notes: 'Called them' }, { notes: 'Called them' }],
  ['contact', { contact: { ...CONTACT, email: ` ${CONTACT.email} ` } }, { contact: CONTACT }],
] as const)(
  '2.4: the %s of an active deal changes, and nothing else but the moment',
  (_field, asked, kept) => {
    const before = privateDeal()
    expect(eventsOf(before, edit(asked))).toEqual([{ kind: 'edited', body: { changes: kept } }])
    expect(act(before, edit(asked), LATER)).toEqual({ ...before, ...kept, updatedAt: LATER, version: 2 })
  },
)

test('6.3: another currency is another value', () => {
  const value = { amount: 8_600_050, currency: 'USD' } as ReturnType<typeof eur>
  expect(act(privateDeal(), edit({ value })).value).toEqual(value)
})

test('2.4: several fields change in one event', () => {
  const changes = { name: 'Renamed', value: eur(5), notes: 'Called them' }
  expect(eventsOf(privateDeal(), edit(changes))).toEqual([{ kind: 'edited', body: { changes } }])
})

// An emptied optional field is none.
test.each([
  ['crmId', { crmId: ' ' }],
  ['campaignId', { campaignId: null }],
  ['notes', { notes: '' }],
  ['contact', { contact: NOBODY }],
  ['contact', { contact: null }],
] as const)('2.2: %s may be emptied with %j', (field, asked) => {
  const full = { crmId: 'CRM-1', campaignId: 'SPRING', notes: 'Called', contact: CONTACT }
  const deal = act(privateDeal(), edit(full))
  expect(deal[field]).toEqual(full[field])
  expect(act(deal, edit(asked))[field]).toBeNull()
})

test.each<[string, DealChanges]>([
  ['nothing', {}],
  ['the same name with white space', { name: ' Cold-chain telemetry ' }],
  ['the same value', { value: eur(8_600_050) }],
  ['the same close date', { closeDate: CLOSE_DATE }],
  ['no notes where there are none', { notes: ' ' }],
  ['no contact where there is none', { contact: NOBODY }],
])('D6: asking for %s is no event', (_what, changes) => {
  expect(eventsOf(privateDeal(), edit(changes))).toEqual([])
})

test.each([
  ['NAME_REQUIRED', 'name', { name: ' ' }],
  ['VALUE_REQUIRED', 'value', { value: eur(0) }],
  ['CONTACT_INCOMPLETE', 'contact.phone', { contact: { ...CONTACT, phone: '' } }],
] as const)('6.3: %s points to %s when asked for %j', (code, field, changes) => {
  expect(refusalsOf(privateDeal(), edit(changes))).toMatchObject([{ code, fix: { field } }])
})

test('2.4: a locked field refuses the whole edit, and every reason is named', () => {
  const changes = { name: '', value: eur(0), contact: person('Olga') }
  expect(codesOf(coSellDeal(), edit(changes))).toEqual(['FIELD_LOCKED', 'NAME_REQUIRED', 'VALUE_REQUIRED'])
})

test('2.4: a contact that differs in one letter is another one', () => {
  const contact = { ...CONTACT, phone: `${CONTACT.phone}2` }
  expect(codesOf(coSellDeal(), edit({ contact }))).toEqual(['FIELD_LOCKED'])
  expect(codesOf(coSellDeal(), edit({ contact: CONTACT }))).toEqual([])
})

test('2.4 favourite: set and unset on any deal, and no event where it is so already', () => {
  for (const deal of [receivedDeal(), privateDeal(), wonDeal()]) {
    const liked = act(deal, setFavorite(true), LATER)
    expect(liked).toEqual({ ...deal, favorite: true, version: deal.version + 1 })
    expect(act(liked, setFavorite(false)).favorite).toBe(false)
    expect(eventsOf(liked, setFavorite(true))).toEqual([])
    expect(eventsOf(deal, setFavorite(false))).toEqual([])
  }
  expect(privateDeal().updatedAt).toBe(NOW)
})
