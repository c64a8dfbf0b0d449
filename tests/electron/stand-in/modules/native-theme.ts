import { EventEmitter } from 'node:events'
import type { NativeTheme } from 'electron'

type ThemePart = Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'>

/** How the system looks, and what the application makes of it. */
export class StandInNativeTheme extends EventEmitter implements ThemePart {
  #source: NativeTheme['themeSource'] = 'system'
  #systemIsDark = false

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#systemIsDark : this.#source === 'dark'
  }
  get themeSource(): NativeTheme['themeSource'] {
    return this.#source
  }
  set themeSource(source: NativeTheme['themeSource']) {
    this.#change(() => (this.#source = source))
  }
  /** The system itself turns dark or light. */
  set systemIsDark(isDark: boolean) {
    this.#change(() => (this.#systemIsDark = isDark))
  }

  #change(change: () => void): void {
    const before = this.shouldUseDarkColors
    change()
    if (this.shouldUseDarkColors !== before) this.emit('updated')
  }
}
