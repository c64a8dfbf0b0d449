import { computed } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import { type Locale, LOCALES } from '#shared/domain/settings.ts'
import { en } from './en/index.ts'
import type { WordParams } from '#shared/telling/tell.ts'
import type { WordKey } from './words-shape.ts'
import { zhCN } from './zh-cn/index.ts'

export type { WordKey }
export type { WordParams }

/** Every language of the application, all loaded: switching is instant and needs no network. */
export const createWords = (locale: Locale) =>
  createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'en',
    messages: { en, 'zh-CN': zhCN } as never,
    missingWarn: true,
    fallbackWarn: true,
  })

const NUMBERS = Object.fromEntries(LOCALES.map((locale) => [locale, new Intl.NumberFormat(locale)]))

/** Numbers as the language groups them. */
const spelled = (params: WordParams, locale: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? NUMBERS[locale]!.format(value) : value,
    ]),
  )

/** Texts by name. A name that doesn't exist doesn't compile. `count` also chooses between singular and plural. */
export function useWords() {
  const { t, locale } = useI18n()
  return {
    locale: computed(() => locale.value as Locale),
    t: (key: WordKey, params: WordParams = {}): string => {
      const words = spelled(params, locale.value)
      return typeof params['count'] === 'number' ? t(key, words, params['count']) : t(key, words)
    },
  }
}

/** The same texts in every language: what is searched for is found by the words of any. */
export function useEveryLanguage(): readonly Translate[] {
  const { t } = useI18n()
  return LOCALES.map((locale) => (key: WordKey, params: WordParams = {}) => {
    const count = params['count']
    return t(key, spelled(params, locale), {
      locale,
      ...(typeof count === 'number' ? { plural: count } : {}),
    })
  })
}

/** What `t` of useWords is, for functions that need it handed in. */
export type Translate = ReturnType<typeof useWords>['t']
