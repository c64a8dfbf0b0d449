import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PERSON_FIELDS, type Person } from '#shared/domain/person.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import { checkDetails, checkTeam, isBlank, missingOf } from './checks.ts'
import { CLOSE_DATE, CONTACT, TODAY, eur, person } from './testing/facts.ts'

const blank = fc.constantFrom('', ' ', '\t\n')
const text = fc.oneof(blank, fc.string(), fc.constantFrom('Ana', '+351 21'))
const email = fc.oneof(text, fc.emailAddress())
const anyone: fc.Arbitrary<Person> = fc.record({ firstName: text, lastName: text, phone: text, email })

test('6.4: a person lacks exactly the fields that are blank, and an e-mail that is no address', () => {
  fc.assert(
    fc.property(anyone, (somebody) => {
      const missing = missingOf(somebody)
      for (const field of ['firstName', 'lastName', 'phone'] as const) {
        expect(missing.includes(field)).toBe(somebody[field].trim() === '')
      }
      if (!missing.includes('email')) expect(somebody.email.trim()).toMatch(/^\S+@\S+\.\S+$/)
    }),
  )
})

test('6.4: a complete person is never blank, and a blank one lacks all four', () => {
  fc.assert(
    fc.property(anyone, (somebody) => {
      if (missingOf(somebody).length === 0) expect(isBlank(somebody)).toBe(false)
      if (isBlank(somebody)) expect(missingOf(somebody)).toEqual(PERSON_FIELDS)
    }),
  )
})

test('6.4: a team passes exactly when every member is complete, and each of the others is named', () => {
  const member = fc.oneof(fc.constant(person('Ana')), fc.constant({ ...CONTACT, phone: ' ' }))
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 50 }), (team) => {
      const incomplete = team.flatMap(({ phone }, index) => (phone.trim() === '' ? [index] : []))
      expect(checkTeam(team, true).map(({ params }) => params['index'])).toEqual(incomplete)
    }),
  )
})

test('6.3: a value is enough from one minor unit, a close date from today', () => {
  const days = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 1000 }), days, (amount, date) => {
      const closeDate = date.toISOString().slice(0, 10) as CivilDate
      const details = { name: 'Deal', value: eur(amount), closeDate }
      const codes = checkDetails(details, TODAY).map(({ code }) => code)
      expect(codes.includes('VALUE_REQUIRED')).toBe(amount < 1)
      expect(codes.includes('CLOSE_DATE_PAST')).toBe(date.getTime() < Date.parse('2026-03-02'))
    }),
  )
})

test('6.3: white space never makes a name', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\s{0,5}$/), (name) => {
      const codes = checkDetails({ name, value: eur(1), closeDate: CLOSE_DATE }, null).map(({ code }) => code)
      expect(codes).toEqual(['NAME_REQUIRED'])
    }),
  )
})
