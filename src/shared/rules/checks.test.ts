import { expect, test } from 'vitest'
import { checkDetails, checkSolutions } from './checks.ts'
import { CLOSE_DATE, SOLUTION, TODAY, YESTERDAY, day, eur, factsFor } from './testing/facts.ts'

const DETAILS = { name: 'Cold-chain telemetry', value: eur(1), closeDate: CLOSE_DATE }

test('6.3: a name, a value of one cent and a close date today are enough', () => {
  expect(checkDetails({ ...DETAILS, closeDate: TODAY }, TODAY)).toEqual([])
})

test.each([
  ['NAME_REQUIRED', 'name', { name: '  \t' }],
  ['VALUE_REQUIRED', 'value', { value: null }],
  ['VALUE_REQUIRED', 'value', { value: eur(0) }],
  ['VALUE_REQUIRED', 'value', { value: eur(-1) }],
  ['CLOSE_DATE_REQUIRED', 'closeDate', { closeDate: null }],
  ['CLOSE_DATE_PAST', 'closeDate', { closeDate: YESTERDAY }],
])('6.3: %s points at the field %s when it is %j', (code, field, over) => {
  const [reason, ...others] = checkDetails({ ...DETAILS, ...over }, TODAY)
  expect(others).toEqual([])
  expect(reason).toMatchObject({ code, fix: { step: 'details', field } })
})

test('6.3: a past close date names both days, and is not judged where today does not matter', () => {
  const past = { ...DETAILS, closeDate: YESTERDAY }
  expect(checkDetails(past, TODAY)[0]!.params).toEqual({ closeDate: '2026-03-01', today: '2026-03-02' })
  expect(checkDetails(past, null)).toEqual([])
  expect(checkDetails({ ...DETAILS, closeDate: day('2025-12-31') }, TODAY)).toHaveLength(1)
})

test('6.3: everything missing is named at once', () => {
  const codes = checkDetails({ name: '', value: null, closeDate: null }, TODAY).map(({ code }) => code)
  expect(codes).toEqual(['NAME_REQUIRED', 'VALUE_REQUIRED', 'CLOSE_DATE_REQUIRED'])
})

test('6.7: the details of an invitation have no name, and point into the partner step', () => {
  const [value, date] = checkDetails({ value: null, closeDate: null }, TODAY, 'partners.1.', {
    partner: 'N',
  })
  expect(value).toEqual({
    code: 'VALUE_REQUIRED',
    params: { partner: 'N' },
    fix: { step: 'partners', field: 'partners.1.value' },
  })
  expect(date).toMatchObject({ code: 'CLOSE_DATE_REQUIRED', fix: { field: 'partners.1.closeDate' } })
  const past = { value: eur(1), closeDate: YESTERDAY }
  expect(checkDetails(past, TODAY, 'invite.', { partner: 'N' })[0]!.params).toMatchObject({ partner: 'N' })
})

const of = (...kinds: (keyof typeof SOLUTION)[]) => kinds.map((kind) => ({ id: SOLUTION[kind].id }))

test('6.5: own, Microsoft and third-party solutions mix freely', () => {
  expect(checkSolutions(of('own', 'microsoft', 'thirdParty'), factsFor(null))).toEqual([])
})

test('6.5: at least one, at most fifty', () => {
  const fix = { step: 'solutions', field: 'solutions' }
  const many = (count: number) => Array.from({ length: count }, () => of('own')[0]!)
  expect(checkSolutions([], factsFor(null))).toEqual([{ code: 'SOLUTION_REQUIRED', params: {}, fix }])
  expect(checkSolutions(many(50), factsFor(null))).toEqual([])
  expect(checkSolutions(many(51), factsFor(null))).toEqual([
    { code: 'TOO_MANY', params: { field: 'solutions', limit: 50 }, fix },
  ])
})

test('6.5: an assessment does not stand among other solutions', () => {
  expect(checkSolutions(of('own', 'assessment'), factsFor(null)).map(({ code }) => code)).toEqual([
    'ASSESSMENT_EXCLUDES_OTHERS',
  ])
})

test('6.7: the solutions of an invitation point into the partner step', () => {
  const fix = { step: 'partners', field: 'invite.solutions' }
  expect(checkSolutions([], factsFor(null), 'invite.solutions')[0]!.fix).toEqual(fix)
})
