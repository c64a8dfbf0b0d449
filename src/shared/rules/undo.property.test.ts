import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DealEvent, EventKind } from '#shared/domain/event.ts'
import { isTerminal } from '#shared/domain/deal.ts'
import { REFUSAL_CODES } from '#shared/errors.ts'
import { Chronicle } from './testing/chronicle.ts'
import { story } from './testing/stories.ts'

const choices = fc.array(fc.noBias(fc.nat(997)), { maxLength: 160, size: 'max' })
const NUMBERS = { numRuns: 300 }

/** Written out from the rulebook, not read from the code: what ends something, or came from elsewhere. */
const FINAL: readonly EventKind[] = [
  'declined',
  'expired',
  'party-expired',
  'won',
  'lost',
  'registered',
  'registration-reviewed',
  'registration-resubmitted',
  'external-noted',
]
const isFinal = (event: DealEvent): boolean =>
  FINAL.includes(event.kind) || (event.kind === 'party-answered' && event.body.answer !== 'accepted')

/** Every beginning of a generated history, at the moment its newest event was written down. */
const lives = (numbers: readonly number[]): Chronicle[] => {
  const { events } = story(numbers)
  return events.map((event, index) => new Chronicle(events.slice(0, index + 1)).at(event.recordedAt))
}

test('the newest event goes back to exactly what was, and forth again, unless it ended something', () => {
  const seen = new Set<EventKind>()
  fc.assert(
    fc.property(choices, (numbers) => {
      for (const life of lives(numbers)) {
        const { event, before, after } = life.told.at(-1)!
        const { version } = event
        if (isFinal(event)) {
          expect(life.codes()).toEqual(['NOT_UNDOABLE'])
        } else if (before === null) {
          expect(life.undo().deal).toBeNull()
        } else if (before.registration !== null && event.kind === 'party-answered') {
          expect(life.refusals()).toMatchObject([{ params: { fields: ['registration'] } }])
        } else {
          seen.add(event.kind)
          expect(life.undo().deal).toEqual({ ...before, version: version + 1 })
          expect(life.codes(version)).toEqual(['ALREADY_UNDONE'])
          expect(life.undo().deal).toEqual({ ...after, version: version + 2 })
          expect(life.undo(version).deal).toEqual({ ...before, version: version + 3 })
        }
      }
    }),
    NUMBERS,
  )
  expect(seen.size).toBe(10)
})

test('undoing everything from the newest on ends where something ended, or takes the deal out', () => {
  fc.assert(
    fc.property(choices, (numbers) => {
      const { events, now } = story(numbers)
      const life = new Chronicle(events).at(now)
      const given = life.events.length
      for (let version = given; version > 0; version -= 1) {
        const { event, before } = life.told[version - 1]!
        if (life.codes(version).length > 0) {
          const codes = isFinal(event) ? ['NOT_UNDOABLE'] : ['INVITATION_EXPIRED', 'UNDO_OVERTAKEN']
          for (const code of life.codes(version)) expect(codes).toContain(code)
          return
        }
        const { version: _before, ...was } = before ?? { version: 0 }
        life.undo(version)
        if (before) expect(life.deal).toMatchObject(was)
        else expect(life.deal).toBeNull()
      }
    }),
    NUMBERS,
  )
})

test('whatever event is undone whenever: a verdict, and of a closed deal nothing of its own changes', () => {
  fc.assert(
    fc.property(choices, fc.nat(997), (numbers, which) => {
      const { events, now } = story(numbers)
      const life = new Chronicle(events).at(now)
      const version = (which % events.length) + 1
      const before = life.deal!
      const codes = life.codes(version)
      expect(codes.filter((code) => !(REFUSAL_CODES as readonly string[]).includes(code))).toEqual([])
      if (isFinal(events[version - 1]!)) expect(codes).toEqual(['NOT_UNDOABLE'])
      if (codes.length > 0) return
      const after = life.undo(version).deal
      expect(life.codes(version)).toEqual([after ? 'ALREADY_UNDONE' : 'NOT_UNDOABLE'])
      if (!isTerminal(before.status)) return
      expect(after).toEqual({
        ...before,
        version: before.version + 1,
        favorite: after!.favorite,
        parties: after!.parties,
      })
      expect(after!.parties.map(({ id }) => id)).toEqual(before.parties.map(({ id }) => id))
    }),
    { numRuns: 600 },
  )
})
