import { COUNTRIES, isCountry } from '#shared/domain/countries.ts'
import { headerKey } from './propose.ts'

const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const

/** Names in daily use that the runtime's own data spells otherwise. */
const ALSO: Readonly<Record<string, string>> = {
  'United States of America': 'US',
  USA: 'US',
  'U.S.': 'US',
  UK: 'GB',
  'Great Britain': 'GB',
  'The Netherlands': 'NL',
  Holland: 'NL',
  'Czech Republic': 'CZ',
  Turkey: 'TR',
  'Viet Nam': 'VN',
  'Russian Federation': 'RU',
  'Republic of Korea': 'KR',
  'Korea, Republic of': 'KR',
  "People's Republic of China": 'CN',
  'P.R. China': 'CN',
  'Mainland China': 'CN',
  'Hong Kong': 'HK',
  'Hong Kong SAR': 'HK',
  Macau: 'MO',
  Macao: 'MO',
  'Ivory Coast': 'CI',
  UAE: 'AE',
  中华人民共和国: 'CN',
  中国大陆: 'CN',
  香港: 'HK',
  澳门: 'MO',
  美利坚合众国: 'US',
  大韩民国: 'KR',
}

let names: ReadonlyMap<string, string> | null = null

/** Every name of a country and its code; a name two countries have belongs to none. */
function allNames(): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>()
  const add = (name: string, code: string) => {
    const key = headerKey(name)
    const other = found.get(key)
    found.set(key, other === undefined || other === code ? code : null)
  }
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region' })
    for (const code of COUNTRIES) add(display.of(code) ?? code, code)
  }
  for (const [name, code] of Object.entries(ALSO)) add(name, code)
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null))
}

/** The code of a country by its code or by its name in English or Chinese; null for anything else. */
export function countryOf(text: string): string | null {
  const code = text.toUpperCase()
  if (isCountry(code)) return code
  names ??= allNames()
  return names.get(headerKey(text)) ?? null
}
