import type { Locale } from '#shared/domain/settings.ts'
import { told as english } from '#shared/words/en/told.ts'
import type { Paths, Shape } from '#shared/words/shape.ts'
import { told as chinese } from '#shared/words/zh-cn/told.ts'

export type WordParams = Readonly<Record<string, string | number>>

type Told = Shape<typeof english>

/** The name of a text that screens and documents share. */
export type TellKey = Paths<Told>

/** Texts by name, as the `t` of the screens. */
export type Tell = (key: TellKey, params?: WordParams) => string

const TOLD: Record<Locale, Told> = { en: english, 'zh-CN': chinese }

function textOf(words: Told, key: string): string {
  let found: unknown = words
  for (const part of key.split('.')) found = (found as Record<string, unknown>)[part]
  return String(found)
}

/** The form for a number: of two, the first is for one. */
function formOf(text: string, count: string | number | undefined): string {
  const forms = text.split(' | ')
  return forms.length > 1 && typeof count === 'number' && Math.abs(count) !== 1 ? forms[1]! : forms[0]!
}

/** The words of a language where no screen is: the same texts, plurals and numbers as the screens say. */
export function tellerOf(locale: Locale): Tell {
  const words = TOLD[locale]
  const numbers = new Intl.NumberFormat(locale)
  return (key, params = {}) =>
    formOf(textOf(words, key), params['count']).replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const value = params[name]
      return typeof value === 'number' ? numbers.format(value) : (value ?? '')
    })
}
