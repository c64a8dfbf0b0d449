import { expect, test } from 'vitest'
import { searchWords } from '#shared/domain/folding.ts'
import { farness, saysAll } from './matching.ts'

test.each([
  ['Mark as Proposed', 'prop', true],
  ['Mark as Proposed', 'PROPOSED mark', true],
  ['Mark as Proposed', 'posed', false],
  ['Invite Microsoft…', 'inv mic', true],
  ['Přidat zákazníka', 'zakaz', true],
  ['标记为“已提案”', '提案', true],
  ['标记为“已提案”', '案提', false],
  ['Won… 赢单', 'won 赢', true],
  ['Won… 赢单', 'won lost', false],
  ['Anything', '', true],
])('“%s” says “%s”: %s', (text, typed, expected) => {
  expect(saysAll(text, searchWords(typed))).toBe(expected)
})

test.each([
  ['Invite partner', 'Record the answer of Microsoft…', 'partner'],
  ['Invite partner', 'Partners', 'partner'],
  ['Partners', 'Copartners', 'partner'],
  ['Copartners', 'Anything', 'partner'],
  ['邀请合作伙伴', 'Record the answer', '合作'],
])('“%s” stands before “%s” for “%s”', (nearer, farther, typed) => {
  expect(farness(nearer, searchWords(typed))).toBeLessThan(farness(farther, searchWords(typed)))
})
