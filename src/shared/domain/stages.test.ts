import { expect, test } from 'vitest'
import { ASSESSMENT_STAGES, BOARD_COLUMNS, FAMILIES, LADDERS, STAGES, markable, rungOf } from './stages.ts'

// RULEBOOK 4.1, order and percent of each row.
const STANDARD = [
  ['created', 0, 10],
  ['accepted', 0, 10],
  ['qualified', 1, 20],
  ['developed', 2, 40],
  ['proposed', 3, 60],
  ['negotiated', 4, 80],
  ['won', 5, 100],
] as const

// RULEBOOK 4.2.
const ASSESSMENT = [
  ['created', 0, 10],
  ['accepted', 0, 10],
  ['secure-customer-loe', 1, 20],
  ['collect-data', 2, 40],
  ['prepare-report', 3, 60],
  ['present-to-customer', 4, 80],
  ['won', 5, 100],
] as const

test.each(STANDARD)('4.1: on a standard deal %s has order %d and %d percent', (stage, order, percent) => {
  expect(rungOf('standard', stage)).toEqual({ stage, order, percent })
})

test.each(ASSESSMENT)('4.2: on an assessment %s has order %d and %d percent', (stage, order, percent) => {
  expect(rungOf('assessment', stage)).toEqual({ stage, order, percent })
})

test('4.1 and 4.2: the ladders and the lists of stages hold these rows and no others, lowest first', () => {
  expect(LADDERS.standard.map(({ stage }) => stage)).toEqual(STANDARD.map(([stage]) => stage))
  expect(LADDERS.assessment.map(({ stage }) => stage)).toEqual(ASSESSMENT.map(([stage]) => stage))
  expect(STAGES).toEqual(STANDARD.map(([stage]) => stage))
  expect(ASSESSMENT_STAGES).toEqual(ASSESSMENT.map(([stage]) => stage))
})

test('4.1 and 4.2: four stages of each ladder are marked by a person', () => {
  expect(markable('standard').map(({ stage }) => stage)).toEqual([
    'qualified',
    'developed',
    'proposed',
    'negotiated',
  ])
  expect(markable('assessment').map(({ stage }) => stage)).toEqual([
    'secure-customer-loe',
    'collect-data',
    'prepare-report',
    'present-to-customer',
  ])
})

test('4: a deal climbs one of two ladders', () => {
  expect(FAMILIES).toEqual(['standard', 'assessment'])
})

test('4.2: a stage of the other ladder has no rung', () => {
  expect(rungOf('standard', 'collect-data')).toBeNull()
  expect(rungOf('assessment', 'developed')).toBeNull()
})

test('CONTRACT deals.board: both boards begin with received and end with won and lost', () => {
  expect(BOARD_COLUMNS.standard.join(' ')).toBe(
    'received created qualified developed proposed negotiated won lost',
  )
  expect(BOARD_COLUMNS.assessment.join(' ')).toBe(
    'received created secure-customer-loe collect-data prepare-report present-to-customer won lost',
  )
})
