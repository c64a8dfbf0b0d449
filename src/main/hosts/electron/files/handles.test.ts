import { expect, test } from 'vitest'
import { Handles } from './handles.ts'

test('a handle serves once, for what it was given for', () => {
  const handles = new Handles<string>()
  const first = handles.give('/a')
  const second = handles.give('/b')
  expect(handles.use(second)).toBe('/b')
  expect(handles.use(first)).toBe('/a')
  expect(() => handles.use(first)).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND', details: { what: 'handle', id: first } }) as Error,
  )
})

test('a handle nobody gave leads nowhere', () => {
  const handles = new Handles<string>()
  handles.give('/a')
  for (const guess of ['', '/a', '__proto__', '00000000-0000-4000-8000-000000000000']) {
    expect(() => handles.use(guess)).toThrow('NOT_FOUND')
  }
})

test('of very many the oldest are forgotten', () => {
  const handles = new Handles<number>()
  const given = Array.from({ length: 101 }, (_, index) => handles.give(index))
  expect(() => handles.use(given[0]!)).toThrow('NOT_FOUND')
  expect([handles.use(given[1]!), handles.use(given[100]!)]).toEqual([1, 100])
})
