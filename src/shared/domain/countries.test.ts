import { expect, test } from 'vitest'
import { COUNTRIES, isCountry } from './countries.ts'

test('RULEBOOK 2.3: ISO 3166 has 249 countries, each once, sorted', () => {
  expect(COUNTRIES).toHaveLength(249)
  expect(new Set(COUNTRIES).size).toBe(249)
  expect(COUNTRIES).toEqual([...COUNTRIES].sort())
})

test('RULEBOOK 2.3: every country has two capitals and a name in English and Chinese', () => {
  const names = ['en', 'zh-CN'].map(
    (locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
  )
  const nameless = COUNTRIES.filter(
    (code) => !/^[A-Z]{2}$/.test(code) || names.some((name) => name.of(code) === undefined),
  )
  expect(nameless).toEqual([])
})

test.each(['NL', 'PT', 'CN', 'TW', 'BQ', 'SS', 'AX', 'ZW'])('RULEBOOK 2.3: %s is a country code', (code) => {
  expect(isCountry(code)).toBe(true)
})

test.each([
  ['UK', 'reserved: the code is GB'],
  ['EU', 'not a country'],
  ['XK', 'not in ISO 3166'],
  ['AN', 'no longer in use'],
  ['nl', 'not in capitals'],
  ['NLD', 'alpha-3'],
  ['', 'nothing'],
])('RULEBOOK 2.3: "%s" is no country code: %s', (code) => {
  expect(isCountry(code)).toBe(false)
})
