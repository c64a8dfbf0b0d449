import { expect, test } from 'vitest'
import type { Commands } from '#shared/domain/command.ts'
import type { Solution } from '#shared/domain/company.ts'
import type { LocationId } from '#shared/domain/ids.ts'
import { create, createAssessment, invite } from '../testing/commands.ts'
import { codesOf, refusalsOf } from '../testing/deals.ts'
import { LOCATION, NOW, SOLUTION, profile } from '../testing/facts.ts'

const refs = (...solutions: Solution[]) => solutions.map(({ id }) => ({ id }))
const chosen = (solution: Solution, locationId: LocationId | null = LOCATION.id) => ({
  assessment: { solutionId: solution.id, locationId },
})

// RULEBOOK 6.5 and 5.2: what the form of an assessment has, and every code against it.
const ROWS: readonly [string, Partial<Commands['create']>, readonly string[]][] = [
  ['one assessment, a location and the consent', {}, []],
  ['the assessment among the solutions too', { solutions: refs(SOLUTION.assessment) }, []],
  ['another solution beside it', { solutions: refs(SOLUTION.own) }, ['ASSESSMENT_EXCLUDES_OTHERS']],
  [
    'a Microsoft and a third-party solution beside it',
    { solutions: refs(SOLUTION.microsoft, SOLUTION.thirdParty) },
    ['ASSESSMENT_EXCLUDES_OTHERS'],
  ],
  ['two assessments', { solutions: refs(SOLUTION.otherAssessment) }, ['ASSESSMENT_EXACTLY_ONE']],
  ['a solution chosen that is no assessment', chosen(SOLUTION.own), ['ASSESSMENT_EXACTLY_ONE']],
  ['no location', chosen(SOLUTION.assessment, null), ['LOCATION_REQUIRED']],
  [
    'a location that is not ours',
    chosen(SOLUTION.assessment, 'elsewhere' as LocationId),
    ['LOCATION_REQUIRED'],
  ],
  ['no consent', { consent: false }, ['CONSENT_REQUIRED']],
  [
    'an invitation for Microsoft',
    { microsoft: { help: 'general' } },
    ['CONTACT_REQUIRED', 'SA_NO_INVITATIONS'],
  ],
  ['an invitation for a partner', { partners: [invite()] }, ['SA_NO_INVITATIONS']],
  ['no contact', { contact: null }, []],
]

test.each(ROWS)('6.5: an assessment with %s', (_what, over, codes) => {
  expect(codesOf(null, createAssessment(over))).toEqual(codes)
})

test('6.5: an assessment found only among the solutions still needs its location and the consent', () => {
  expect(codesOf(null, create({ solutions: refs(SOLUTION.assessment) }))).toEqual([
    'LOCATION_REQUIRED',
    'CONSENT_REQUIRED',
  ])
  expect(codesOf(null, create({ solutions: refs(SOLUTION.assessment, SOLUTION.own) }))).toEqual([
    'ASSESSMENT_EXCLUDES_OTHERS',
    'LOCATION_REQUIRED',
    'CONSENT_REQUIRED',
  ])
})

test('6: assessments are for vetted partners only', () => {
  const notVetted = profile({ assessmentEligible: false })
  expect(codesOf(null, createAssessment(), NOW, notVetted)).toEqual(['NOT_ELIGIBLE_FOR_ASSESSMENT'])
  expect(codesOf(null, create(), NOW, notVetted)).toEqual([])
})

test('6.5: everything wrong with an assessment is named at once, each with what mends it', () => {
  const command = createAssessment({
    assessment: { solutionId: SOLUTION.own.id, locationId: null },
    solutions: refs(SOLUTION.microsoft),
    consent: false,
    partners: [invite()],
  })
  const reasons = refusalsOf(null, command, NOW, profile({ assessmentEligible: false }))
  expect(reasons.map(({ code, fix }) => [code, fix?.step, fix?.field])).toEqual([
    ['NOT_ELIGIBLE_FOR_ASSESSMENT', 'solutions', undefined],
    ['ASSESSMENT_EXACTLY_ONE', 'solutions', 'assessment'],
    ['ASSESSMENT_EXCLUDES_OTHERS', 'solutions', 'solutions'],
    ['LOCATION_REQUIRED', 'solutions', 'assessment.locationId'],
    ['SA_NO_INVITATIONS', 'partners', undefined],
    ['CONSENT_REQUIRED', 'review', 'consent'],
  ])
})

test('6.5: how many assessments were chosen is told', () => {
  const two = createAssessment({ solutions: refs(SOLUTION.otherAssessment) })
  expect(refusalsOf(null, two)[0]!.params).toEqual({ chosen: 2 })
})
