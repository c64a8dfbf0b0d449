import { expect, test } from 'vitest'
import { indexText, searchQuery } from './search-text.ts'

test('each character of Chinese, Japanese and Korean stands alone in the index, other words stay whole', () => {
  const words = indexText('云禾 Azure数据 カナ 한국').split(' ').filter(Boolean)
  expect(words).toEqual(['云', '禾', 'Azure', '数', '据', 'カ', 'ナ', '한', '국'])
})

test('full-width and other spellings of a character are one in the index', () => {
  expect(indexText('ＡＢＣ１ ﬁ')).toBe('ABC1 fi')
})

test('words are all asked for, the last part of each as a beginning', () => {
  expect(searchQuery('cold trace')).toBe('"cold"* AND "trace"*')
})

test('Chinese is asked for as a phrase of its characters', () => {
  expect(searchQuery('云禾')).toBe('"云  禾"')
})

test.for(['', '   ', '***', '"', '()', ' - ', '！？', '\u200b', '""""'])('%j has no word in it', (typed) => {
  expect(searchQuery(typed)).toBeNull()
})

test('quotes and operators are letters like any others', () => {
  expect(searchQuery('"a" OR b*')).toBe('"a"* AND "OR"* AND "b*"*')
  expect(searchQuery('19"rack')).toBe('"19 rack"*')
  expect(searchQuery('NEAR(a b)')).toBe('"NEAR(a"* AND "b)"*')
})
