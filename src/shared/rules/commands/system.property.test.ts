import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, addMs } from '#shared/domain/time.ts'
import { swept } from '../testing/deals.ts'
import { story } from '../testing/stories.ts'
import { expiriesDue } from './system.ts'

const choices = fc.array(fc.nat(997), { maxLength: 120 })
const ahead = fc.oneof(fc.nat(2), fc.nat(30 * DAY_MS))

test('B6: sweeping is idempotent, and sweeping often ends where sweeping once does', () => {
  fc.assert(
    fc.property(choices, ahead, ahead, (numbers, first, second) => {
      const { end, now } = story(numbers)
      const [early, late] = [addMs(now, first), addMs(now, first + second)]
      const once = swept(end, late)
      expect(expiriesDue(once, late)).toEqual([])
      expect(swept(swept(end, early), late)).toEqual(once)
    }),
  )
})

test('B6: every expiry due is one that waited, carries its own deadline and is never early', () => {
  fc.assert(
    fc.property(choices, ahead, (numbers, ms) => {
      const { end, now } = story(numbers)
      const then = addMs(now, ms)
      const waiting = [
        ...(end.status === 'received' ? [end.expiresAt] : []),
        ...end.parties.filter(({ status }) => status === 'pending').map(({ expiresAt }) => expiresAt),
      ]
      const due = expiriesDue(end, then).map((event) => event.at)
      expect(due).toEqual(waiting.filter((deadline) => deadline !== null && deadline <= then).sort())
    }),
  )
})

test('B6: once expired, a deal and its parties stay so wherever the clock goes', () => {
  fc.assert(
    fc.property(choices, fc.integer({ min: -400 * DAY_MS, max: 400 * DAY_MS }), (numbers, ms) => {
      const { end, now } = story(numbers)
      const expired = swept(end, addMs(now, 15 * DAY_MS))
      expect(swept(expired, addMs(now, ms))).toEqual(expired)
    }),
  )
})
