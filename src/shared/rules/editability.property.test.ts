import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DealChanges, EditableField } from '#shared/domain/command.ts'
import { EDITABILITY, type LockableField, fieldLock } from './editability.ts'
import { edit } from './testing/commands.ts'
import { codesOf } from './testing/deals.ts'
import { day, eur, person } from './testing/facts.ts'
import { story } from './testing/stories.ts'

const FIELDS = Object.keys(EDITABILITY) as LockableField[]
const choices = fc.array(fc.nat(997), { maxLength: 120 })

/** A new value for every field `edit` can change; none of them occurs in the stories. */
const NEW: { readonly [F in EditableField]: DealChanges[F] } = {
  name: 'Quite another name',
  value: eur(987_654_321),
  closeDate: day('2026-11-11'),
  crmId: 'CRM-99',
  campaignId: 'WINTER',
  notes: 'Quite other notes',
  contact: person('Zoe'),
}

test('2.4: a field is locked exactly when editing it is refused, on any deal', () => {
  const field = fc.constantFrom(...(Object.keys(NEW) as EditableField[]))
  fc.assert(
    fc.property(choices, field, (numbers, name) => {
      const { end, now } = story(numbers)
      const lock = fieldLock(end, name)
      expect(codesOf(end, edit({ [name]: NEW[name] }), now)).toEqual(lock ? [lock.code] : [])
    }),
  )
})

test('2.4 Terminal: nothing but the favourite may be edited, on any closed deal', () => {
  fc.assert(
    fc.property(choices, fc.constantFrom(...FIELDS), (numbers, field) => {
      const { end } = story(numbers)
      const closed = ['won', 'lost', 'declined', 'expired'].includes(end.status)
      if (closed)
        expect(fieldLock(end, field)?.code ?? null).toBe(field === 'favorite' ? null : 'DEAL_TERMINAL')
    }),
  )
})

test('2.4 customer, location: never editable, on any deal', () => {
  fc.assert(
    fc.property(choices, fc.constantFrom('customer' as const, 'location' as const), (numbers, field) => {
      expect(fieldLock(story(numbers).end, field)).not.toBeNull()
    }),
  )
})

test('2.4 contact, consent: locked on every active deal that asked Microsoft', () => {
  fc.assert(
    fc.property(choices, (numbers) => {
      const { end } = story(numbers)
      fc.pre(end.status === 'accepted' && end.parties.some(({ kind }) => kind === 'microsoft'))
      expect(
        ['contact', 'consent', 'help'].map((field) => fieldLock(end, field as LockableField)?.code),
      ).toEqual(['FIELD_LOCKED', 'FIELD_LOCKED', 'FIELD_LOCKED'])
    }),
  )
})
