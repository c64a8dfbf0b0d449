import { expect, test } from 'vitest'
import type { Person } from '#shared/domain/person.ts'
import { checkContact, checkTeam, isBlank, missingOf } from './checks.ts'
import { CONTACT, NOBODY, person } from './testing/facts.ts'

const members = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => person(`Ana${index}`))

test('6.4: one complete member is enough', () => {
  expect(checkTeam([person('Ana')], true)).toEqual([])
})

test('6.4: nobody is refused where somebody is needed', () => {
  expect(checkTeam([], true)).toEqual([
    { code: 'TEAM_REQUIRED', params: {}, fix: { step: 'team', field: 'team' } },
  ])
  expect(checkTeam([], false)).toEqual([])
})

test.each([
  ['firstName', { firstName: ' ' }],
  ['lastName', { lastName: '' }],
  ['phone', { phone: '' }],
  ['email', { email: '' }],
  ['email', { email: 'ana@example' }],
] as const)('6.4: a member without %s (%j) is named by place and field', (field, over) => {
  expect(checkTeam([person('Ana'), { ...person('Bea'), ...over }], true)).toEqual([
    {
      code: 'TEAM_MEMBER_INCOMPLETE',
      params: { index: 1, missing: [field] },
      fix: { step: 'team', field: `team.1.${field}` },
    },
  ])
})

test('6.4: every incomplete member is named, with everything that is missing', () => {
  const reasons = checkTeam([NOBODY, person('Ana'), { ...person('Bea'), phone: '', email: 'x' }], true)
  expect(reasons.map(({ params }) => params)).toEqual([
    { index: 0, missing: ['firstName', 'lastName', 'phone', 'email'] },
    { index: 2, missing: ['phone', 'email'] },
  ])
})

test('6.4: fifty members pass, fifty-one are too many', () => {
  expect(checkTeam(members(50), true)).toEqual([])
  expect(checkTeam(members(51), true)).toEqual([
    { code: 'TOO_MANY', params: { field: 'team', limit: 50 }, fix: { step: 'team', field: 'team' } },
  ])
})

test('6.7: our people on an invitation point into the partner step', () => {
  expect(checkTeam([], true, 'invite.team')[0]!.fix).toEqual({ step: 'partners', field: 'invite.team' })
})

const fields = ['firstName', 'lastName', 'phone', 'email'] as const
const subsets = Array.from({ length: 16 }, (_, bits) => fields.filter((_field, index) => bits & (1 << index)))

test.each(subsets.map((filled) => [filled.join(', ') || 'nothing', filled] as const))(
  '2.3: a contact with %s',
  (_name, filled) => {
    const contact = { ...NOBODY, ...Object.fromEntries(filled.map((field) => [field, CONTACT[field]])) }
    const missing = fields.filter((field) => !filled.includes(field))
    const partial = filled.length > 0 && filled.length < 4
    const fix = { step: 'customer', field: `contact.${missing[0]}` }
    expect(checkContact(contact, false)).toEqual(
      partial ? [{ code: 'CONTACT_INCOMPLETE', params: { missing }, fix }] : [],
    )
    const needed = filled.length === 0 ? ['CONTACT_REQUIRED'] : partial ? ['CONTACT_INCOMPLETE'] : []
    expect(checkContact(contact, true).map(({ code }) => code)).toEqual(needed)
  },
)

test('6.1: no contact at all is missing only where Microsoft is asked', () => {
  const reason = { code: 'CONTACT_REQUIRED', params: {}, fix: { step: 'customer', field: 'contact' } }
  expect([checkContact(null, false), checkContact(undefined, false)]).toEqual([[], []])
  expect([checkContact(null, true), checkContact(undefined, true)]).toEqual([[reason], [reason]])
})

test('2.3: an e-mail address that is none counts as missing', () => {
  expect(missingOf({ ...CONTACT, email: 'iris(at)example.org' })).toEqual(['email'])
  expect(missingOf({ ...CONTACT, email: ' iris@example.org ' })).toEqual([])
})

test('2.3: white space alone is nothing filled in', () => {
  expect(isBlank({ ...NOBODY, phone: '  ' })).toBe(true)
  expect(isBlank({ ...NOBODY, phone: '1' })).toBe(false)
})
