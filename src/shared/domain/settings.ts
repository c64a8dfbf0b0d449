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
