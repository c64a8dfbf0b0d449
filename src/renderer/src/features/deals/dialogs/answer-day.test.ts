import { expect, test } from 'vitest'
import { msOf } from '#shared/domain/time.ts'
import { NOW, TODAY, at, day } from '../../../testing/deals.ts'
import { isAnswerDay, momentOf } from './answer-day.ts'

const INVITED = at('2026-02-25T11:00:00.000Z')

test.each([
  ['2026-02-24', false],
  ['2026-02-25', true],
  ['2026-02-28', true],
  ['2026-03-02', true],
  ['2026-03-03', false],
])('an answer on %s to an invitation of 25 February is possible: %s', (date, possible) => {
  expect(isAnswerDay(day(date), INVITED, msOf(NOW))).toBe(possible)
})

test('no day is no day of an answer', () => {
  expect(isAnswerDay(null, INVITED, msOf(NOW))).toBe(false)
})

test('today is now, which the engine knows best', () => {
  expect(momentOf(TODAY, INVITED, msOf(NOW))).toBeNull()
})

test('an earlier day is its noon', () => {
  const noon = new Date(2026, 1, 27, 12).toISOString()
  expect(momentOf(day('2026-02-27'), INVITED, msOf(NOW))).toBe(noon)
})

test('on the day of the invitation it is not before the invitation', () => {
  const late = new Date(2026, 1, 25, 23).toISOString()
  expect(momentOf(day('2026-02-25'), at(late), msOf(NOW))).toBe(late)
})
