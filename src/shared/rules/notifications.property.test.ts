import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, addMs } from '#shared/domain/time.ts'
import { NOTIFICATION_KINDS, type Notice } from '#shared/domain/notification.ts'
import { evolve } from './evolve.ts'
import { noticesOf, warningBands } from './notifications.ts'
import { NOW } from './testing/facts.ts'
import { type Story, story } from './testing/stories.ts'

const stories = fc.array(fc.nat(10_000), { minLength: 20, maxLength: 120, size: 'max' }).map(story)

function toldIn({ events }: Story): readonly Notice[] {
  let deal: Story['end'] | null = null
  return events.flatMap((event) => {
    deal = evolve(deal, event)
    return noticesOf(event, deal)
  })
}

test('in any story nothing is told twice, of a party at most one way to answer and one to end', () => {
  const kinds = new Set<string>()
  fc.assert(
    fc.property(stories, (told) => {
      const notices = toldIn(told)
      for (const { kind } of notices) kinds.add(kind)
      const keys = notices.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      for (const ends of [
        ['invitation-accepted', 'invitation-declined', 'invitation-expired'],
        ['party-won', 'party-lost'],
      ]) {
        const parties = notices.filter(({ kind }) => ends.includes(kind)).map(({ partyId }) => partyId)
        expect(new Set(parties).size).toBe(parties.length)
      }
    }),
    { numRuns: 300 },
  )
  expect(kinds.size).toBeGreaterThan(6)
  for (const kind of kinds) expect(NOTIFICATION_KINDS).toContain(kind)
})

test('nothing told holds a text somebody typed: ids, instants, figures and codes only', () => {
  fc.assert(
    fc.property(stories, (told) => {
      for (const { params } of toldIn(told)) {
        for (const value of Object.values(params)) {
          if (typeof value === 'string') expect(value).toMatch(/^(\d{4}-\d\d-\d\dT[\d:.]+Z|[a-z-]+)$/)
        }
      }
    }),
  )
})

test('a clock is in one band at most: in that of the smallest number of days not below the time left', () => {
  const settings = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 10 })
  fc.assert(
    fc.property(settings, fc.integer({ min: -DAY_MS, max: 61 * DAY_MS }), (days, left) => {
      const deadline = addMs(NOW, left)
      const found = warningBands(NOW, days).filter((band) => band.after < deadline && deadline <= band.until)
      const due = days.filter((count) => left > 0 && left <= count * DAY_MS)
      expect(found.map((band) => band.days)).toEqual(due.length > 0 ? [Math.min(...due)] : [])
    }),
  )
})
