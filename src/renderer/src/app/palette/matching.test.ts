import { expect, test } from 'vitest'
import { searchWords } from '#shared/domain/folding.ts'
import { saysAll } from './matching.ts'

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
