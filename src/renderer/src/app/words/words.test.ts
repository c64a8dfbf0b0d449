import { expect, test, vi } from 'vitest'
import { LOCALES, type Locale, systemLocale } from '#shared/domain/settings.ts'
import { setUp } from '../../testing/mount.ts'
import { en } from './en/index.ts'
import { createWords, useWords } from './words.ts'
import { zhCN } from './zh-cn/index.ts'

/** Every text of a language by its full name. */
const texts = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value as object, `${path}${key}.`),
  )

type Speaking = { t: (key: string, params: object, count: number) => string }

const ENGLISH = texts(en)
const CHINESE = new Map(texts(zhCN))
const ALL: Record<Locale, [string, string][]> = { en: ENGLISH, 'zh-CN': [...CHINESE] }
const placeholders = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1]!)),
]

test('both languages have the same texts', () => {
  expect(ENGLISH.length).toBeGreaterThan(600)
  expect([...CHINESE.keys()].sort()).toEqual(ENGLISH.map(([key]) => key).sort())
})

test('a text takes the same placeholders in both languages', () => {
  const different = ENGLISH.filter(([key, text]) => {
    const other = placeholders(CHINESE.get(key)!)
    return placeholders(text).sort().join() !== other.sort().join()
  })
  expect(different).toEqual([])
})

test('both forms of a plural take the same placeholders', () => {
  const plurals = ENGLISH.filter(([, text]) => text.includes(' | '))
  expect(plurals.length).toBeGreaterThan(5)
  for (const [key, text] of plurals) {
    const [one, many] = text.split(' | ').map((form) => placeholders(form).sort())
    expect([key, one]).toEqual([key, many])
  }
})

const NAMES = [
  'Azure',
  'Business Applications',
  'English',
  'Microsoft',
  'Microsoft {status}',
  'Tandem',
  'Tandem ID',
]

test('a Chinese text is the English one only where it is a name', () => {
  const same = ENGLISH.filter(([key, text]) => CHINESE.get(key) === text && /[a-z]{3}/.test(text))
  const words = new Set(same.map(([, text]) => text).filter((text) => !/^[^a-z]*\{\w+\}$/.test(text)))
  expect([...words].sort()).toEqual(NAMES)
})

test.each(LOCALES)('every text in %s can be said, with nothing left open', (locale) => {
  const warn = vi.spyOn(console, 'warn')
  const { t } = createWords(locale).global as unknown as Speaking
  for (const [key, text] of ALL[locale]) {
    const params = Object.fromEntries(placeholders(text).map((name) => [name, `<${name}>`]))
    for (const count of [1, 2]) {
      const said = t(key, params, count)
      expect(said.trim()).not.toBe('')
      expect(said).not.toMatch(/[{}]| \| /)
      expect(said).not.toBe(key)
    }
  }
  expect(warn).not.toHaveBeenCalled()
})

test('one is singular, none and many are plural', () => {
  const { t } = setUp(() => useWords()).result
  expect([0, 1, 2].map((count) => t('list.count', { count }))).toEqual(['0 deals', '1 deal', '2 deals'])
})

test('the language can be switched without a reload', async () => {
  const { result, setLocale } = setUp(() => useWords())
  expect([result.locale.value, result.t('common.cancel')]).toEqual(['en', 'Cancel'])
  await setLocale('zh-CN')
  expect([result.locale.value, result.t('common.cancel')]).toEqual(['zh-CN', '取消'])
})

test.each<[string[], Locale]>([
  [['en-GB'], 'en'],
  [['zh-CN', 'en'], 'zh-CN'],
  [['zh'], 'zh-CN'],
  [['ZH-Hans-SG'], 'zh-CN'],
  [['de-DE', 'zh-TW', 'en-US'], 'zh-CN'],
  [['de-DE', 'fr'], 'en'],
  [[], 'en'],
])('a system speaking %j gets %s', (languages, locale) => {
  expect(systemLocale(languages)).toBe(locale)
})

test.each([en, zhCN])('importing is called the same wherever it begins, and in its dialog', (words) => {
  const { deals, ...parts } = words.exchange.import.title
  expect(words.palette.application.importFile).toBe(`${deals}…`)
  expect(words.mapping.importPart).toEqual(
    Object.fromEntries(Object.entries(parts).map(([part, title]) => [part, `${title}…`])),
  )
})
