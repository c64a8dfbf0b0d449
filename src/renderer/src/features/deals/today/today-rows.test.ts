import { expect, test } from 'vitest'
import { NOW, at, dealRow } from '../../../testing/deals.ts'
import { busyDay, quietDay } from '../../../testing/today.ts'
import { daysInStage, missingToWin, nextStageOf, todayLists } from './today-rows.ts'

test('sections stand in their order, empty ones are left out, and every row has a name of its own', () => {
  const lists = todayLists(busyDay())
  expect(lists.map(({ section, count }) => `${section} ${count}`)).toEqual([
    'answers 2',
    'invitations 1',
    'registrations 1',
    'overdue 1',
    'still 1',
  ])
  const keys = lists.flatMap(({ rows }) => rows.map(({ key }) => key))
  expect(new Set(keys).size).toBe(6)
  expect(todayLists(quietDay())).toEqual([])
})

test('two invitations of one deal are two rows', () => {
  const { invitations } = busyDay()
  const one = invitations.rows[0]!
  const other = { ...one, party: { ...one.party, id: 'other' as typeof one.party.id } }
  const [list] = todayLists(quietDay({ invitations: { count: 2, rows: [one, other] } }))
  expect(new Set(list!.rows.map(({ key }) => key)).size).toBe(2)
})

test.each([
  ['private', 'created', 'qualified'],
  ['private', 'accepted', 'qualified'],
  ['co-sell', 'proposed', 'negotiated'],
  ['co-sell', 'negotiated', null],
  ['solution-assessment', 'created', 'secure-customer-loe'],
  ['solution-assessment', 'prepare-report', 'present-to-customer'],
] as const)('the stage after %s %s is %s', (type, stage, next) => {
  expect(nextStageOf(dealRow({ type, stage }))).toBe(next)
})

test('only an assessment has stages without which it is not won', () => {
  expect(missingToWin(dealRow({ type: 'co-sell', stage: 'created' }))).toEqual([])
  const assessment = dealRow({ type: 'solution-assessment', stage: 'collect-data' })
  expect(missingToWin(assessment)).toEqual(['prepare-report', 'present-to-customer'])
  expect(missingToWin({ ...assessment, stage: 'present-to-customer' })).toEqual([])
})

test('days in a stage are whole ones', () => {
  const now = Date.parse(NOW)
  expect(daysInStage({ stageSince: at('2026-03-01T12:00:00.000Z') }, now)).toBe(1)
  expect(daysInStage({ stageSince: at('2026-03-01T12:00:00.001Z') }, now)).toBe(0)
})
