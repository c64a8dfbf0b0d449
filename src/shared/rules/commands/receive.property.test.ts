import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PARTY_KINDS } from '#shared/domain/deal.ts'
import { DAY_MS, addMs, instantFromMs, msOf } from '#shared/domain/time.ts'
import { accept, receive } from '../testing/commands.ts'
import { act, codesOf } from '../testing/deals.ts'
import { NOW, profile } from '../testing/facts.ts'

const kind = fc.constantFrom(...PARTY_KINDS)
const days = fc.integer({ min: 1, max: 365 })
const arrival = fc.integer({ min: Date.UTC(2020, 0, 1), max: msOf(NOW) }).map(instantFromMs)

test('B6: the deadline is the arrival plus whole days of 24 hours, whoever sent the deal', () => {
  fc.assert(
    fc.property(kind, days, arrival, (from, invitationDays, receivedAt) => {
      const deal = act(null, receive(from, { receivedAt }), NOW, profile({ invitationDays }))
      expect(msOf(deal.expiresAt!) - msOf(receivedAt)).toBe(invitationDays * 24 * 60 * 60 * 1000)
    }),
  )
})

test('B6: answering is possible exactly while now lies before the deadline', () => {
  const offset = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.integer({ min: -14 * DAY_MS, max: 400 * DAY_MS }),
  )
  fc.assert(
    fc.property(kind, offset, (from, ms) => {
      const deal = act(null, receive(from))
      const codes = codesOf(deal, accept(), addMs(deal.expiresAt!, ms))
      expect(codes).toEqual(ms < 0 ? [] : ['INVITATION_EXPIRED'])
    }),
  )
})

test('B6: a deadline that came with the deal is kept to the millisecond', () => {
  fc.assert(
    fc.property(arrival, fc.integer({ min: 1, max: 90 * DAY_MS }), days, (receivedAt, ms, invitationDays) => {
      const expiresAt = addMs(receivedAt, ms)
      const deal = act(
        null,
        receive('microsoft', { receivedAt, expiresAt }),
        NOW,
        profile({ invitationDays }),
      )
      expect(deal.expiresAt).toBe(expiresAt)
    }),
  )
})
