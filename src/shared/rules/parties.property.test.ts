import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Instant, instantFromMs, msOf } from '#shared/domain/time.ts'
import { deadlineOf, hasRunOut } from './parties.ts'
import { act } from './testing/deals.ts'
import { create, createCoSell, invite, receive } from './testing/commands.ts'
import { NOW, factsFor, profile } from './testing/facts.ts'

const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2100, 0, 1) }).map(instantFromMs)
const days = fc.integer({ min: 1, max: 365 })

test('B6: a deadline is whole days of 24 hours away, and the clock has not run out before it', () => {
  fc.assert(
    fc.property(instant, days, instant, (from, invitationDays, now) => {
      const expiresAt = deadlineOf(from, factsFor(null, profile({ invitationDays })))
      expect(msOf(expiresAt) - msOf(from)).toBe(invitationDays * 86_400_000)
      expect(hasRunOut({ expiresAt }, now)).toBe(msOf(now) >= msOf(expiresAt))
    }),
  )
})

test('P1 and D2: whoever is asked has a clock, whoever asked us has none', () => {
  const begin = fc.constantFrom(
    createCoSell(),
    createCoSell({ partners: [invite()] }),
    create({ partners: [invite()] }),
    receive('microsoft'),
    receive('partner'),
  )
  fc.assert(
    fc.property(begin, instant, (command, now: Instant) => {
      const deal = act(null, command, now, { today: NOW.slice(0, 10) as never })
      const asked = command.kind === 'create'
      for (const party of deal.parties) {
        expect([party.status, party.expiresAt !== null, party.answeredAt !== null]).toEqual(
          asked ? ['pending', true, false] : ['accepted', false, true],
        )
        expect(party.invitedAt).toBe(now)
      }
      expect(deal.expiresAt !== null).toBe(!asked)
    }),
  )
})
