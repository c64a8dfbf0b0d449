import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Commands } from '#shared/domain/command.ts'
import type { RefusalCode } from '#shared/errors.ts'
import { createCoSell, invite } from '../testing/commands.ts'
import { act, codesOf } from '../testing/deals.ts'
import { NOW, PARTNER, YESTERDAY, eur, person } from '../testing/facts.ts'

/** Things that can be missing from a co-sell creation, and how the rules call each (RULEBOOK 6). */
const GAPS: readonly [RefusalCode, Partial<Commands['create']>][] = [
  ['CONTACT_REQUIRED', { contact: null }],
  ['NAME_REQUIRED', { name: '' }],
  ['VALUE_REQUIRED', { value: null }],
  ['CLOSE_DATE_PAST', { closeDate: YESTERDAY }],
  ['TEAM_REQUIRED', { team: [] }],
  ['SOLUTION_REQUIRED', { solutions: [] }],
  ['CONSENT_REQUIRED', { consent: false }],
]

test('6: whatever is missing is named, all of it at once and nothing else', () => {
  fc.assert(
    fc.property(fc.subarray([...GAPS]), fc.boolean(), (gaps, noCustomer) => {
      const form = gaps.reduce((fields, [, over]) => ({ ...fields, ...over }), {})
      const facts = noCustomer ? { customer: null } : {}
      const expected = [...(noCustomer ? ['CUSTOMER_REQUIRED'] : []), ...gaps.map(([code]) => code)]
      expect([...codesOf(null, createCoSell(form), NOW, facts)].sort()).toEqual(expected.sort())
    }),
  )
})

test('6.7: each incomplete invitation is named on its own, complete ones are not', () => {
  const partners = [PARTNER.nordwind, PARTNER.southgate]
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }), (complete) => {
      const invites = complete.map((whole, index) => invite(partners[index], whole ? {} : { value: null }))
      const codes = codesOf(null, createCoSell({ partners: invites }))
      expect(codes).toEqual(complete.filter((whole) => !whole).map(() => 'VALUE_REQUIRED'))
    }),
  )
})

test('D1: what was typed is what the deal says, without the white space around it', () => {
  const word = fc.stringMatching(/^[^\s]{1,20}$/)
  const space = fc.constantFrom('', ' ', '\n')
  fc.assert(
    fc.property(word, word, space, fc.integer({ min: 1, max: 2 ** 40 }), (name, notes, pad, amount) => {
      const form = { name: pad + name + pad, notes: pad + notes, value: eur(amount) }
      expect(act(null, createCoSell(form))).toMatchObject({ name, notes, value: eur(amount) })
    }),
  )
})

test('6.4: a creation passes with one to fifty members, not with more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (size) => {
      const team = Array.from({ length: size }, (_, index) => person(`Ana${index}`))
      expect(codesOf(null, createCoSell({ team }))).toEqual(size <= 50 ? [] : ['TOO_MANY'])
    }),
  )
})
