import { expect, test } from 'vitest'
import { RELEASE, overdue } from './release.ts'

const release = {
  version: '45.4.1',
  majorReleased: '2026-10-21',
  released: '2026-11-19',
  looked: '2026-11-23',
}

test('a pin may stay as long as the policy allows', () => {
  expect(overdue('2026-11-23', release)).toEqual([])
  expect(overdue('2026-11-30', release)).toEqual([])
})

test('after seven days somebody must look for a patch again', () => {
  expect(overdue('2026-12-01', release)).toEqual([
    'nobody has looked for a patch of Electron 45.4.1 for 8 days (at most 7)',
  ])
})

test('a major is left eight weeks after the next one', () => {
  const looked = { ...release, looked: '2027-02-11' }
  expect(overdue('2027-02-10', looked)).toEqual([])
  expect(overdue('2027-02-11', looked)).toEqual([
    'the major of Electron 45.4.1 is 113 days old: a newer one has been out for over eight weeks',
  ])
})

test('dates that do not follow each other prove nothing', () => {
  expect(overdue('2026-11-23', { ...release, looked: '2026-11-18' })).toHaveLength(1)
  expect(overdue('2026-11-23', { ...release, majorReleased: '2026-11-20' })).toHaveLength(1)
})

test('the policy speaks of the release that is pinned', () => {
  expect(RELEASE.version.split('.')[0]).toBe(String(RELEASE.major))
  expect(overdue(RELEASE.looked)).toEqual([])
})
