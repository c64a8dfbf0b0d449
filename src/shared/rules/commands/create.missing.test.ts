import { expect, test } from 'vitest'
import type { Commands } from '#shared/domain/command.ts'
import { create, createCoSell, invite } from '../testing/commands.ts'
import { codesOf, refusalsOf } from '../testing/deals.ts'
import { CONTACT, NOW, PARTNER, TODAY, YESTERDAY, eur, person } from '../testing/facts.ts'

type Fields = Partial<Commands['create']>

const missing = (over: Fields, facts = {}) => codesOf(null, create(over), NOW, facts)

// RULEBOOK 6.1 to 6.5: a private deal lacking one thing; the field its mend points to.
test.each([
  ['6.3', 'NAME_REQUIRED', 'name', { name: ' ' }],
  ['6.3', 'VALUE_REQUIRED', 'value', { value: null }],
  ['6.3', 'VALUE_REQUIRED', 'value', { value: eur(0) }],
  ['6.3', 'CLOSE_DATE_REQUIRED', 'closeDate', { closeDate: null }],
  ['6.3', 'CLOSE_DATE_PAST', 'closeDate', { closeDate: YESTERDAY }],
  ['6.4', 'TEAM_REQUIRED', 'team', { team: [] }],
  ['6.4', 'TEAM_MEMBER_INCOMPLETE', 'team.0.phone', { team: [{ ...person('Ana'), phone: '' }] }],
  ['6.5', 'SOLUTION_REQUIRED', 'solutions', { solutions: [] }],
  ['2.3', 'CONTACT_INCOMPLETE', 'contact.email', { contact: { ...CONTACT, email: '' } }],
] as const)('%s: %s points to %s where the form has %j', (_row, code, field, over) => {
  expect(refusalsOf(null, create(over))).toMatchObject([{ code, fix: { field } }])
})

test('6.1: a deal needs a customer', () => {
  expect(refusalsOf(null, create(), NOW, { customer: null })).toEqual([
    { code: 'CUSTOMER_REQUIRED', params: {}, fix: { step: 'customer', field: 'customer' } },
  ])
})

test('6: everything missing is named at once, in the order of the wizard', () => {
  const bare = {
    name: '',
    value: null,
    closeDate: null,
    team: [],
    solutions: [],
    microsoft: { help: 'general' },
  }
  expect(missing(bare as Fields, { customer: null })).toEqual([
    'CUSTOMER_REQUIRED',
    'CONTACT_REQUIRED',
    'NAME_REQUIRED',
    'VALUE_REQUIRED',
    'CLOSE_DATE_REQUIRED',
    'TEAM_REQUIRED',
    'SOLUTION_REQUIRED',
    'CONSENT_REQUIRED',
  ])
})

test('6.2 and 6.6: asking Microsoft needs the contact and the consent (B8)', () => {
  const codes = (over: Fields) => codesOf(null, createCoSell(over))
  expect(codes({})).toEqual([])
  expect(codes({ contact: null })).toEqual(['CONTACT_REQUIRED'])
  expect(codes({ contact: { ...CONTACT, lastName: '' } })).toEqual(['CONTACT_INCOMPLETE'])
  expect(codes({ consent: false })).toEqual(['CONSENT_REQUIRED'])
  expect(refusalsOf(null, createCoSell({ consent: undefined }))[0]!.fix).toEqual({
    step: 'review',
    field: 'consent',
  })
})

test('6.2: private deals and those with partners only need neither contact nor consent', () => {
  expect(missing({})).toEqual([])
  expect(missing({ partners: [invite()] })).toEqual([])
})

test('6.3: today is early enough to close', () => {
  expect(missing({ closeDate: TODAY })).toEqual([])
})

test('6.7: what an invitation lacks is named by its place in the form', () => {
  const lacking = invite(PARTNER.southgate, { value: null, closeDate: null, team: [], solutions: [] })
  const reasons = refusalsOf(null, create({ partners: [invite(), lacking] }))
  expect(reasons.map(({ code, fix }) => [code, fix?.field])).toEqual([
    ['VALUE_REQUIRED', 'partners.1.value'],
    ['CLOSE_DATE_REQUIRED', 'partners.1.closeDate'],
    ['TEAM_REQUIRED', 'partners.1.team'],
    ['SOLUTION_REQUIRED', 'partners.1.solutions'],
  ])
  expect(reasons[0]!.params).toEqual({ partner: 'southgate GmbH' })
})

test('6.7: an invitation names a partner and the help wanted of it', () => {
  const partners = [
    invite(PARTNER.nordwind, { partnerId: null }),
    invite(PARTNER.nordwind, { partnerId: null, help: null }),
    invite(PARTNER.southgate, { help: null }),
  ]
  expect(refusalsOf(null, create({ partners }))).toEqual([
    { code: 'PARTNER_REQUIRED', params: {}, fix: { step: 'partners', field: 'partners.0.partnerId' } },
    { code: 'PARTNER_REQUIRED', params: {}, fix: { step: 'partners', field: 'partners.1.partnerId' } },
    { code: 'HELP_REQUIRED', params: { partner: '' }, fix: { step: 'partners', field: 'partners.1.help' } },
    {
      code: 'HELP_REQUIRED',
      params: { partner: 'southgate GmbH' },
      fix: { step: 'partners', field: 'partners.2.help' },
    },
  ])
})

test('6.7: an invitation does not close in the past', () => {
  expect(missing({ partners: [invite(PARTNER.nordwind, { closeDate: YESTERDAY })] })).toEqual([
    'CLOSE_DATE_PAST',
  ])
})
