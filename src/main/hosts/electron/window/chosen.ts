import { type Locale, systemLocale } from '#shared/domain/settings.ts'
import type { Theme } from '#shared/domain/settings.ts'
import type { WindowMemory } from './memory.ts'
import { localeIn, themeIn } from './remembered.ts'

/** Language and theme as the person chose them, for everything that stands on no page. */
export class Chosen {
  readonly #memory: WindowMemory
  readonly #languages: () => readonly string[]
  readonly #listeners = new Set<() => void>()

  /** `languages`: those of the system, the first choice first. */
  constructor(memory: WindowMemory, languages: () => readonly string[]) {
    this.#memory = memory
    this.#languages = languages
  }

  get locale(): Locale {
    const { locale } = this.#memory.now
    return locale === 'system' ? systemLocale(this.#languages()) : locale
  }
  get theme(): Theme {
    return this.#memory.now.theme
  }
  /** Hears of every change of either. */
  subscribe(listener: () => void): void {
    this.#listeners.add(listener)
  }
  /** Takes over what the settings say, and remembers it for the moment before they can be asked. */
  take(settings: unknown): void {
    const before = this.#memory.now
    const theme = themeIn(settings)
    const locale = localeIn(settings)
    if (theme === before.theme && locale === before.locale) return
    this.#memory.note({ theme, locale })
    for (const listener of this.#listeners) listener()
  }
}
