import { expect, test } from 'vitest'
import { LOCALES } from '#shared/domain/settings.ts'
import { ERROR_CODES } from '#shared/errors.ts'
import { startWords } from './start-words.ts'

test('whoever finds the folder in use is told so, in the language of the system', () => {
  expect(startWords('BUSY', 'en')).toContain('already open')
  expect(startWords('BUSY', 'zh-CN')).toContain('已在使用')
})

test('every way not to start has a sentence of its own or the general one', () => {
  for (const locale of LOCALES) {
    const sentences = new Set([...ERROR_CODES, ''].map((code) => startWords(code, locale)))
    expect(sentences.size).toBe(3)
    for (const sentence of sentences) expect(sentence.length).toBeGreaterThan(10)
  }
})
