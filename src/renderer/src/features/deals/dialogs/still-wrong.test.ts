import { expect, test } from 'vitest'
import { ANNA, refusal } from '../../../testing/deals.ts'
import { stillWrong } from './still-wrong.ts'

const NAME = refusal('NAME_REQUIRED', {}, { field: 'name' })
const GENERAL = refusal('DEAL_TERMINAL')

test('a field that was changed is not wrong any more, the others are', () => {
  const value = refusal('VALUE_REQUIRED', {}, { field: 'value' })
  const sent = { name: '', value: null }
  expect(stillWrong([NAME, value, GENERAL], sent, sent)).toEqual([NAME, value, GENERAL])
  expect(stillWrong([NAME, value, GENERAL], sent, { ...sent, name: 'A' })).toEqual([value, GENERAL])
})

test('a field put back to what it was is wrong again', () => {
  expect(stillWrong([NAME], { name: '' }, { name: '' })).toEqual([NAME])
})

test('what the form does not hold is said until the next try', () => {
  expect(stillWrong([NAME], {}, {})).toEqual([NAME])
})

test.each(['invite.team.0.phone', 'invite.team.0'])('of a person at %s, field by field', (field) => {
  const reason = refusal('TEAM_MEMBER_INCOMPLETE', { index: 0, missing: ['phone', 'email'] }, { field })
  const of = (person: object) => ({ invite: { team: [person] } })
  const blank = { ...ANNA, phone: '', email: '' }
  const after = stillWrong([reason], of(blank), of({ ...blank, phone: '1' }))
  expect(after.map(({ params }) => params['missing'])).toEqual([['email']])
  expect(stillWrong([reason], of(blank), of(ANNA))).toEqual([])
})
