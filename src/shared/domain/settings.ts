export const LOCALES = ['en', 'zh-CN'] as const
export type Locale = (typeof LOCALES)[number]
export const THEMES = ['light', 'dark', 'system'] as const
export type Theme = (typeof THEMES)[number]

/** What a person chose about the application itself. */
export interface Settings {
  readonly locale: Locale | 'system'
  readonly theme: Theme
  /** Days before an expiry at which to warn, largest first. */
  readonly warnDaysBefore: readonly number[]
  /** Whether the system shows what is new, where the application runs in a window of its own. */
  readonly toasts: boolean
  /** Whether the application stays, without a window, once its window is closed. On a Mac it always does. */
  readonly background: boolean
}

/** Settings of a fresh installation. */
export const DEFAULT_SETTINGS: Settings = {
  locale: 'system',
  theme: 'system',
  warnDaysBefore: [7, 3, 1],
  toasts: true,
  background: false,
}

/** The language of the system where we have it, else English. `languages`: BCP 47 tags, the first choice first. */
export const systemLocale = (languages: readonly string[]): Locale =>
  languages
    .map((language) => (language.toLowerCase().startsWith('zh') ? 'zh-CN' : language.slice(0, 2)))
    .find((language): language is Locale => (LOCALES as readonly string[]).includes(language)) ?? 'en'
