import { expect, test } from 'vitest'
import { accept, receive, setSolutions, setTeam } from '../testing/commands.ts'
import {
  acceptedDeal,
  act,
  assessmentDeal,
  codesOf,
  eventsOf,
  privateDeal,
  refusalsOf,
} from '../testing/deals.ts'
import { NOBODY, SOLUTION, person } from '../testing/facts.ts'

test('6.4: it is replaced as a whole, tidied', () => {
  const untidy = { ...person('Ana'), lastName: ' Silva ' }
  const deal = act(privateDeal(), { kind: 'set-team', team: [person('Bea'), untidy] })
  expect(deal.team).toEqual([person('Bea'), person('Ana')])
})

test('13 row 30: the last member stays', () => {
  expect(refusalsOf(privateDeal(), setTeam())).toEqual([
    { code: 'LAST_MEMBER', params: {}, fix: { field: 'team' } },
  ])
})

test('6.4: an inbound deal without a team still needs a member to set one', () => {
  expect(acceptedDeal().team).toEqual([])
  expect(codesOf(acceptedDeal(), setTeam())).toEqual(['TEAM_REQUIRED'])
  expect(act(acceptedDeal(), setTeam('Ana')).team).toEqual([person('Ana')])
})

test('6.4: an incomplete member is refused, and so are fifty-one', () => {
  const names = Array.from({ length: 51 }, (_, index) => `Ana${index}`)
  expect(codesOf(privateDeal(), { kind: 'set-team', team: [NOBODY] })).toEqual(['TEAM_MEMBER_INCOMPLETE'])
  expect(codesOf(privateDeal(), setTeam(...names))).toEqual(['TOO_MANY'])
  expect(codesOf(privateDeal(), setTeam(...names.slice(1)))).toEqual([])
})

test('D6: the same team in the same order is no event, another order is one', () => {
  const two = act(privateDeal(), setTeam('Ana', 'Bea'))
  expect(eventsOf(two, setTeam('Ana', 'Bea'))).toEqual([])
  expect(eventsOf(two, setTeam('Bea', 'Ana'))).toHaveLength(1)
  expect(eventsOf(two, setTeam('Ana'))).toHaveLength(1)
  expect(eventsOf(two, setTeam('Ana', 'Cleo'))).toHaveLength(1)
})

const ref = (id: string) => ({ id, price: null, quantity: null, currency: null })

test('6.5: they are replaced as a whole', () => {
  const deal = act(privateDeal(), setSolutions(SOLUTION.microsoft, SOLUTION.thirdParty))
  expect(deal.solutions).toEqual([ref('azure'), ref('third')])
})

test('6.5: the price of a solution that stays is kept, unless another is named', () => {
  const sku = { id: SOLUTION.microsoft.id, price: '12.50', quantity: '3', currency: 'EUR' }
  const priced = act(privateDeal(), { kind: 'set-solutions', solutions: [sku] })
  expect(act(priced, setSolutions(SOLUTION.microsoft, SOLUTION.own)).solutions).toEqual([sku, ref('own')])
  const dearer = { ...sku, price: '13' }
  expect(act(priced, { kind: 'set-solutions', solutions: [dearer] }).solutions).toEqual([dearer])
})

test('6.5: a deal that came without solutions still needs one to set them', () => {
  const bare = act(act(null, receive('partner', { solutions: [] })), accept())
  expect(codesOf(bare, setSolutions())).toEqual(['SOLUTION_REQUIRED'])
})

test('13 row 30: the last solution stays', () => {
  expect(refusalsOf(privateDeal(), setSolutions())).toEqual([
    { code: 'LAST_SOLUTION', params: {}, fix: { field: 'solutions' } },
  ])
})

test('6.5: an assessment does not come to a standard deal, nor anything to an assessment', () => {
  expect(codesOf(privateDeal(), setSolutions(SOLUTION.own, SOLUTION.assessment))).toEqual([
    'ASSESSMENT_EXCLUDES_OTHERS',
  ])
  expect(codesOf(assessmentDeal(), setSolutions(SOLUTION.own))).toEqual(['FIELD_LOCKED'])
})

test('D6: the same solutions are no event', () => {
  expect(eventsOf(privateDeal(), setSolutions(SOLUTION.own))).toEqual([])
})
