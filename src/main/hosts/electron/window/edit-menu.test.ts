import { expect, test } from 'vitest'
import { type Pointed, pointedMenu } from './edit-menu.ts'
import { menuWords } from './menu-words.ts'

const words = menuWords('en', 'linux')
const at = (isEditable: boolean, selectionText: string, can = true): Pointed => ({
  isEditable,
  selectionText,
  editFlags: { canCopy: can, canCut: can, canPaste: true, canSelectAll: true },
})

test('a field offers what can be done with its text', () => {
  const items = pointedMenu(at(true, '', false), words)!.filter(({ type }) => type !== 'separator')
  expect(items.map(({ label, enabled }) => [label, enabled])).toEqual([
    ['Cut', false],
    ['Copy', false],
    ['Paste', true],
    ['Paste and match style', true],
    ['Select all', true],
  ])
})

test('chosen text can be copied, and nothing else', () => {
  expect(pointedMenu(at(false, 'Contoso'), words)).toEqual([{ role: 'copy', label: 'Copy', enabled: true }])
})

test.for(['', ' \n'])('over %j no menu opens', (text) => {
  expect(pointedMenu(at(false, text), words)).toBeNull()
})
