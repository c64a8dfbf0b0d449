import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEAL_TYPES, PARTY_STATUSES, STATUSES } from '#shared/domain/deal.ts'
import { REFUSAL_CODES } from '#shared/errors.ts'
import { dealTypeOf } from '../deal-type.ts'
import { frozen, story } from './stories.ts'

// What properties say of stories is worth as much as the stories: these reach every corner of the rules.
const stories = fc
  .sample(fc.array(fc.noBias(fc.nat(997)), { minLength: 100, maxLength: 400, size: 'max' }), {
    numRuns: 1500,
    seed: 2020,
  })
  .map(story)
const steps = stories.flatMap((one) => one.steps)

test('stories reach every status of a deal, every type and every status of a party', () => {
  expect(new Set(steps.map(({ after }) => after.status))).toEqual(new Set(STATUSES))
  expect(new Set(steps.map(({ after }) => dealTypeOf(after).type))).toEqual(new Set(DEAL_TYPES))
  const parties = steps.flatMap(({ after }) => after.parties.map(({ status }) => status))
  expect(new Set(parties)).toEqual(new Set(PARTY_STATUSES))
})

test('stories reach every command, carried out as well as refused', () => {
  const kinds = new Set(steps.map(({ command }) => command.kind))
  const carriedOut = new Set(
    steps.flatMap(({ events, command }) => (events.length > 0 ? [command.kind] : [])),
  )
  const refused = new Set(steps.flatMap(({ decision, command }) => (decision.ok ? [] : [command.kind])))
  expect(carriedOut).toEqual(kinds)
  expect(kinds.size).toBe(19)
  expect([...kinds].filter((kind) => !refused.has(kind)).sort()).toEqual(['expire', 'set-favorite'])
})

test('stories meet every reason that an existing deal can give', () => {
  const onlyAtCreation = [
    'CUSTOMER_REQUIRED',
    'CLOSE_DATE_REQUIRED',
    'CLOSE_DATE_PAST',
    'ASSESSMENT_EXACTLY_ONE',
    'LOCATION_REQUIRED',
    'NOT_ELIGIBLE_FOR_ASSESSMENT',
    'SOLUTION_REQUIRED',
    'TOO_MANY',
  ]
  // Stories fill their invitations in; undoing and the doubted clock are judged elsewhere.
  const elsewhere = [
    'PARTNER_REQUIRED',
    'HELP_REQUIRED',
    'NOT_UNDOABLE',
    'ALREADY_UNDONE',
    'UNDO_OVERTAKEN',
    'CLOCK_UNCERTAIN',
  ]
  const met = new Set(
    steps.flatMap(({ decision }) => (decision.ok ? [] : decision.error.map(({ code }) => code))),
  )
  expect(
    REFUSAL_CODES.filter((code) => !met.has(code) && ![...onlyAtCreation, ...elsewhere].includes(code)),
  ).toEqual([])
})

test('what a rule is given is frozen all the way down', () => {
  const value = frozen({ list: [{ inner: 1 }] })
  expect(() => {
    value.list[0]!.inner = 2
  }).toThrow(TypeError)
})
