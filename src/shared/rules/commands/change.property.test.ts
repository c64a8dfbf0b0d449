import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DealChanges } from '#shared/domain/command.ts'
import { PERSON_FIELDS } from '#shared/domain/person.ts'
import { edit, setTeam } from '../testing/commands.ts'
import { act, codesOf, eventsOf, privateDeal } from '../testing/deals.ts'
import { CONTACT, NOW, at, day, eur, person } from '../testing/facts.ts'

const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(' ', ' padded '))
const changes: fc.Arbitrary<DealChanges> = fc.record(
  {
    name: text.map((word) => `Deal ${word}`),
    value: fc.integer({ min: 1, max: 1e12 }).map(eur),
    closeDate: fc.constantFrom(day('2026-01-01'), day('2030-12-31')),
    crmId: fc.option(text),
    campaignId: fc.option(text),
    notes: fc.option(text),
    contact: fc.constantFrom(null, CONTACT, person('Olga')),
  },
  { requiredKeys: [] },
)

test('D6: an edit is carried out whole, and asked again it changes nothing', () => {
  fc.assert(
    fc.property(changes, (asked) => {
      const after = act(privateDeal(), edit(asked))
      for (const field of ['crmId', 'campaignId', 'notes'] as const) {
        if (asked[field] !== undefined) expect(after[field]).toBe(asked[field]?.trim() || null)
      }
      if (asked.value) expect(after.value).toEqual(asked.value)
      if (asked.name) expect(after.name).toBe(asked.name.trim())
      expect(eventsOf(after, edit(asked))).toEqual([])
    }),
  )
})

test('D6: two edits one after the other are the last word on each field', () => {
  fc.assert(
    fc.property(changes, changes, (first, second) => {
      const inTurn = act(act(privateDeal(), edit(first)), edit(second))
      const atOnce = act(privateDeal(), edit({ ...first, ...second }))
      expect({ ...inTurn, version: 0 }).toEqual({ ...atOnce, version: 0 })
    }),
  )
})

test('D6: the moment of the change moves with every event, and only then', () => {
  const later = at('2026-03-09T00:00:00.000Z')
  fc.assert(
    fc.property(changes, (asked) => {
      const events = eventsOf(privateDeal(), edit(asked))
      expect(act(privateDeal(), edit(asked), later).updatedAt).toBe(events.length > 0 ? later : NOW)
    }),
  )
})

test('6.4: a team with anybody incomplete is refused, whichever field is missing', () => {
  const members = fc.array(fc.constantFrom('Ana', 'Bea', 'Cleo'), { maxLength: 5 })
  fc.assert(
    fc.property(members, fc.constantFrom(...PERSON_FIELDS), (names, field) => {
      const team = [...names.map(person), { ...person('Dora'), [field]: ' ' }]
      expect(codesOf(privateDeal(), { kind: 'set-team', team })).toEqual(['TEAM_MEMBER_INCOMPLETE'])
      expect(codesOf(privateDeal(), setTeam(...names, 'Dora'))).toEqual([])
    }),
  )
})
