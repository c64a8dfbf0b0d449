import { describe, expect, test } from 'vitest'
import type { DealChanges } from '#shared/domain/command.ts'
import { edit, setFavorite, setSolutions, setTeam } from '../testing/commands.ts'
import {
  acceptedDeal,
  act,
  assessmentDeal,
  codesOf,
  coSellDeal,
  eventsOf,
  privateDeal,
  receivedDeal,
  refusalsOf,
  wonDeal,
} from '../testing/deals.ts'
import {
  CLOSE_DATE,
  CONTACT,
  NOBODY,
  NOW,
  SOLUTION,
  YESTERDAY,
  at,
  day,
  eur,
  person,
} from '../testing/facts.ts'

const LATER = at('2026-03-04T11:00:00.000Z')

describe('D6: edit', () => {
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
})

describe('6.4: the deal team', () => {
  test('6.4: it is replaced as a whole, tidied', () => {
    const untidy = { ...person('Ana'), lastName: ' Silva ' }
    const deal = act(privateDeal(), { kind: 'set-team', team: [person('Bea'), untidy] })
    expect(deal.team).toEqual([person('Bea'), person('Ana')])
  })

  test('13 row 30: the last member stays', () => {
    expect(refusalsOf(privateDeal(), setTeam())).toEqual([
      { code: 'LAST_MEMBER', params: {}, fix: { field: 'team' } },
    ])
  })

  test('6.4: an inbound deal without a team still needs a member to set one', () => {
    expect(acceptedDeal().team).toEqual([])
    expect(codesOf(acceptedDeal(), setTeam())).toEqual(['TEAM_REQUIRED'])
    expect(act(acceptedDeal(), setTeam('Ana')).team).toEqual([person('Ana')])
  })

  test('6.4: an incomplete member is refused, and so are fifty-one', () => {
    const names = Array.from({ length: 51 }, (_, index) => `Ana${index}`)
    expect(codesOf(privateDeal(), { kind: 'set-team', team: [NOBODY] })).toEqual(['TEAM_MEMBER_INCOMPLETE'])
    expect(codesOf(privateDeal(), setTeam(...names))).toEqual(['TOO_MANY'])
    expect(codesOf(privateDeal(), setTeam(...names.slice(1)))).toEqual([])
  })

  test('D6: the same team in the same order is no event, another order is one', () => {
    const two = act(privateDeal(), setTeam('Ana', 'Bea'))
    expect(eventsOf(two, setTeam('Ana', 'Bea'))).toEqual([])
    expect(eventsOf(two, setTeam('Bea', 'Ana'))).toHaveLength(1)
    expect(eventsOf(two, setTeam('Ana'))).toHaveLength(1)
    expect(eventsOf(two, setTeam('Ana', 'Cleo'))).toHaveLength(1)
  })
})

describe('6.5: the solutions', () => {
  const ref = (id: string) => ({ id, price: null, quantity: null, currency: null })

  test('6.5: they are replaced as a whole', () => {
    const deal = act(privateDeal(), setSolutions(SOLUTION.microsoft, SOLUTION.thirdParty))
    expect(deal.solutions).toEqual([ref('azure'), ref('third')])
  })

  test('6.5: the price of a solution that stays is kept, unless another is named', () => {
    const sku = { id: SOLUTION.microsoft.id, price: '12.50', quantity: '3', currency: 'EUR' }
    const priced = act(privateDeal(), { kind: 'set-solutions', solutions: [sku] })
    expect(act(priced, setSolutions(SOLUTION.microsoft, SOLUTION.own)).solutions).toEqual([sku, ref('own')])
    const dearer = { ...sku, price: '13' }
    expect(act(priced, { kind: 'set-solutions', solutions: [dearer] }).solutions).toEqual([dearer])
  })

  test('13 row 30: the last solution stays', () => {
    expect(refusalsOf(privateDeal(), setSolutions())).toEqual([
      { code: 'LAST_SOLUTION', params: {}, fix: { field: 'solutions' } },
    ])
  })

  test('6.5: an assessment does not come to a standard deal, nor anything to an assessment', () => {
    expect(codesOf(privateDeal(), setSolutions(SOLUTION.own, SOLUTION.assessment))).toEqual([
      'ASSESSMENT_EXCLUDES_OTHERS',
    ])
    expect(codesOf(assessmentDeal(), setSolutions(SOLUTION.own))).toEqual(['FIELD_LOCKED'])
  })

  test('D6: the same solutions are no event', () => {
    expect(eventsOf(privateDeal(), setSolutions(SOLUTION.own))).toEqual([])
  })
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
