import { expect, test } from 'vitest'
import type { AnyStage } from '#shared/domain/stages.ts'
import { stageFromText } from './stage-mapping.ts'

const COMPANY = [
  { name: 'Discovery', stage: 'qualified' },
  { name: 'Paperwork', stage: 'negotiated' },
  { name: '30', stage: 'proposed' },
  { name: 'Signed', stage: 'won' },
  { name: 'New lead', stage: 'created' },
  { name: 'Workshop', stage: 'collect-data' },
  { name: 'valueOf', stage: 'developed' },
] as const

const standard = (text: string, base: AnyStage = 'created') => stageFromText(text, 'standard', base, COMPANY)

test.each([
  ['10', 'created'],
  ['20', 'qualified'],
  ['40', 'developed'],
  ['60', 'proposed'],
  ['80', 'negotiated'],
  ['40%', 'developed'],
  ['40 %', 'developed'],
  ['40.0', 'developed'],
  [' 60 ', 'proposed'],
] as const)('4.3: "%s" is %s', (text, stage) => {
  expect(standard(text)).toBe(stage)
})

test.each([
  ['Secure customer LOE', 'secure-customer-loe'],
  ['collect  data', 'collect-data'],
  ['Prepare assessment report', 'prepare-report'],
  ['prepare report', 'prepare-report'],
  ['Present to customer', 'present-to-customer'],
  ['Qualify', null],
] as const)('4.3: "%s" on an assessment is %s', (text, stage) => {
  expect(stageFromText(text, 'assessment', 'created', [])).toBe(stage)
})

test('4.3: 100 does not close a running deal, so it is the last stage before', () => {
  expect(standard('100')).toBe('negotiated')
  expect(standard('100%')).toBe('negotiated')
})

test('4.3: 10 is the stage the deal began with', () => {
  expect(standard('10', 'accepted')).toBe('accepted')
})

test.each([
  ['Created', 'created'],
  ['Qualified', 'qualified'],
  ['developed', 'developed'],
  ['PROPOSED', 'proposed'],
  [' Negotiated ', 'negotiated'],
  ['Qualify', 'qualified'],
  ['Develop', 'developed'],
  ['Propose', 'proposed'],
  ['negotiate', 'negotiated'],
  ['Close', 'negotiated'],
  ['Won', 'negotiated'],
] as const)('4.3: "%s" is %s', (text, stage) => {
  expect(standard(text)).toBe(stage)
})

test.each(['Created', 'Accepted'])('4.1: "%s" is the 10 percent stage of either direction', (text) => {
  expect(standard(text, 'created')).toBe('created')
  expect(standard(text, 'accepted')).toBe('accepted')
})

test('4.3: a standard name is not looked up in the company table', () => {
  const table = [{ name: 'Developed', stage: 'qualified' as const }]
  expect(stageFromText('developed', 'standard', 'created', table)).toBe('developed')
})

test.each([
  ['discovery', 'qualified'],
  [' PAPERWORK ', 'negotiated'],
  ['valueOf', 'developed'],
] as const)('4.3: "%s" is %s', (text, stage) => {
  expect(standard(text)).toBe(stage)
})

test('4.3: a name that is a number comes before the number', () => {
  expect(standard('30')).toBe('proposed')
  expect(standard('31')).toBe('qualified')
})

test('4.3: a name for won does not close a running deal', () => {
  expect(standard('Signed')).toBe('negotiated')
})

test('4.3: a name for created is the stage the deal began with', () => {
  expect(standard('New lead', 'accepted')).toBe('accepted')
})

test('4.3: a name for a stage of the other ladder is unmapped', () => {
  expect(standard('Workshop')).toBeNull()
  expect(stageFromText('Workshop', 'assessment', 'created', COMPANY)).toBe('collect-data')
})

test.each([
  ['0', 'created'],
  ['9.9', 'created'],
  ['19', 'created'],
  ['25', 'qualified'],
  ['59.9', 'developed'],
  ['79 %', 'proposed'],
  ['81', 'negotiated'],
  ['99', 'negotiated'],
] as const)('4.3: "%s" is %s, the highest stage not above it, at most negotiated', (text, stage) => {
  expect(standard(text)).toBe(stage)
})

test.each(['Somewhere', '101', '-5', '4o', '40 percent', 'develop!', '1e2', 'constructor'])(
  '4.3: "%s" is unmapped',
  (text) => {
    expect(standard(text)).toBeNull()
  },
)

test('4.1: no text says nothing beyond the stage the deal began with', () => {
  expect(standard('', 'accepted')).toBe('accepted')
  expect(standard('  ')).toBe('created')
})

test.each([
  ['20', 'secure-customer-loe'],
  ['40', 'collect-data'],
  ['60', 'prepare-report'],
  ['100', 'present-to-customer'],
] as const)('4.2: on an assessment "%s" is %s', (text, stage) => {
  expect(stageFromText(text, 'assessment', 'created', [])).toBe(stage)
})

test.each(['Develop', 'Qualified', 'Close'])(
  '4.2: "%s" is no stage of an assessment, so it is unmapped',
  (text) => {
    expect(stageFromText(text, 'assessment', 'created', [])).toBeNull()
  },
)
