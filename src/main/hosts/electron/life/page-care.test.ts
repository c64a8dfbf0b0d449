import { expect, test } from 'vitest'
import { LOCALES } from '#shared/domain/settings.ts'
import { lifeWords } from './life-words.ts'
import { PageCare } from './page-care.ts'

test('a page that fails is loaded anew once; failing again soon is the end', () => {
  const care = new PageCare()
  expect(care.gone('crashed', 0)).toBe('renew')
  expect(care.gone('oom', 599_999)).toBe('stop')
})

test('a failure long ago is forgotten', () => {
  const care = new PageCare()
  expect(care.gone('crashed', 0)).toBe('renew')
  expect(care.gone('crashed', 600_000)).toBe('renew')
  expect(care.gone('crashed', 600_001)).toBe('stop')
})

test('a page that was closed is left alone, and one that cannot start is not tried again', () => {
  expect(new PageCare().gone('clean-exit', 0)).toBe('nothing')
  expect(new PageCare().gone('launch-failed', 0)).toBe('stop')
  expect(new PageCare().gone('integrity-failure', 0)).toBe('stop')
})

test('a reload somebody asked for is no failure, once', () => {
  const care = new PageCare()
  care.asked()
  expect(care.gone('killed', 0)).toBe('renew')
  expect(care.gone('crashed', 1)).toBe('renew')
  expect(care.gone('crashed', 2)).toBe('stop')
})

test('the words are there in both languages, and say different things', () => {
  for (const locale of LOCALES) {
    const words = Object.values(lifeWords(locale))
    expect(new Set(words).size).toBe(7)
    expect(/[\u4e00-\u9fff]/.test(words.join(''))).toBe(locale === 'zh-CN')
  }
})
