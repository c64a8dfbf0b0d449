import { expect, test } from 'vitest'
import { refusal } from '../refusal.ts'
import { textOrNull, unless } from './decider.ts'

test.each([
  ['text', 'text'],
  ['  text\n', 'text'],
  ['', null],
  [' \t ', null],
  [null, null],
  [undefined, null],
])('2.2: %j typed into an optional field is kept as %j', (typed, kept) => {
  expect(textOrNull(typed)).toBe(kept)
})

test('3.2: events are made only where nothing speaks against them', () => {
  const reasons = [refusal('NAME_REQUIRED')]
  const never = () => {
    throw new Error('must not be asked')
  }
  expect(unless(reasons, never)).toEqual({ ok: false, error: reasons })
  expect(unless([], () => [{ kind: 'won', body: { incentives: [] } }])).toEqual({
    ok: true,
    value: [{ kind: 'won', body: { incentives: [] } }],
  })
})

test('3.2: a reason nothing can mend says so with null', () => {
  expect(refusal('NOT_RECEIVED')).toEqual({ code: 'NOT_RECEIVED', params: {}, fix: null })
})
