import { join } from 'node:path'
import { app } from 'electron'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import type { Output, ProcedureName } from '#shared/ipc/contract.ts'
import type { AppEventName } from '#shared/ipc/events.ts'
import type { HostAsk } from '#shared/ipc/host-contract.ts'
import type { LogEntry } from '../../../core/ports.ts'
import type { EngineClient } from '../../../workers/engine-client.ts'
import type { Asks } from '../asks.ts'
import type { Chosen } from '../window/chosen.ts'
import { windows } from '../window/window.ts'
import { coalesce } from './coalesce.ts'
import { DeskIcon } from './icon.ts'
import { loginOf, renewLogin } from './login.ts'
import { canShowToasts, showToast } from './system-toast.ts'
import { isFirstTime } from './told-once.ts'
import { type Toast, toastOf } from './toasts.ts'
import { trayOf } from './tray-model.ts'
import { deskWords } from './words.ts'

/** What the icon, its menu and the messages are made from. */
export interface DeskDeps {
  readonly engine: Pick<EngineClient, 'call' | 'subscribe'>
  readonly asks: Asks
  /** The language to speak. */
  readonly chosen: Pick<Chosen, 'locale' | 'subscribe'>
  /** The folder of the pictures. */
  readonly icons: string
  readonly platform: NodeJS.Platform
  /** Puts the window before the person, opened anew where there is none. */
  readonly show: () => void
  readonly log: (entry: LogEntry) => void
}

/** After these the icon or the inbox may say something else. */
const TELLING: ReadonlySet<AppEventName> = new Set([
  'deals.changed',
  'notifications.changed',
  'settings.changed',
  'clock.changed',
] as const)
const MINUTE_MS = 60_000

/** What this system can do of all that. On a Mac a program always stays when its window is closed. */
export const deskCapabilities = (platform: NodeJS.Platform): string[] => [
  ...(loginOf(platform) ? ['login'] : []),
  ...(platform === 'darwin' ? [] : ['background']),
  ...(canShowToasts() ? ['toasts'] : []),
]

/** The application on the desk of a person: the number that waits for them, what is new, and staying when they go. */
export class Desk {
  readonly #deps: DeskDeps
  readonly #icon: DeskIcon
  #settings: Output<'settings.get'> = { ...DEFAULT_SETTINGS, warnDaysBefore: [] }
  /** Shows what holds now, and tells what is new. Never rejects: an icon that fails keeps nobody from working. */
  readonly refresh = coalesce(() =>
    this.#refresh().catch((error: unknown) => {
      const name = error instanceof Error ? error.name : 'unknown'
      this.#deps.log({ level: 'warn', code: 'DESK_FAILED', name })
    }),
  )

  constructor(deps: DeskDeps) {
    this.#deps = deps
    this.#icon = new DeskIcon(deps.icons, deps.platform, (what) => this.#carryOut(what))
    app.on('window-all-closed', () => this.#leftAlone())
    deps.engine.subscribe(({ name }) => {
      if (TELLING.has(name)) void this.refresh()
    })
    deps.chosen.subscribe(() => void this.refresh())
    const minutes = setInterval(() => void this.refresh(), MINUTE_MS)
    app.on('quit', () => clearInterval(minutes))
    renewLogin(deps.platform)
    void this.refresh()
  }

  /** A message as all others look, for whoever wants to see one. */
  test(): boolean {
    if (canShowToasts()) showToast(deskWords(this.#deps.chosen.locale).test, this.#deps.show)
    return canShowToasts()
  }

  async #ask<N extends ProcedureName>(name: N): Promise<Output<N> | null> {
    const answer = await this.#deps.engine.call(name, {})
    return answer.ok ? (answer.value as Output<N>) : null
  }

  async #refresh(): Promise<void> {
    this.#settings = (await this.#ask('settings.get')) ?? this.#settings
    const waiting = await this.#ask('today.waiting')
    const { locale } = this.#deps.chosen
    if (waiting) this.#icon.show(trayOf(waiting, locale), waiting.count)
    const news = await this.#ask('notifications.take-untold')
    if (!news) return
    const toast = toastOf(news.rows, { now: news.now, waiting: waiting?.count ?? 0, locale })
    if (toast && this.#mayInterrupt()) showToast(toast, () => this.#follow(toast))
  }

  /** Whoever has the window before them sees the bell: it stands on every screen. */
  #mayInterrupt(): boolean {
    const isWatched = [...windows].some((window) => !window.isDestroyed() && window.isFocused())
    return this.#settings.toasts && !isWatched && canShowToasts()
  }

  #follow({ leads, reads }: Toast): void {
    this.#lead(leads)
    if (reads) void this.#deps.engine.call('notifications.mark-read', { ids: [reads] })
  }
  #lead(asked: HostAsk): void {
    this.#deps.show()
    this.#deps.asks.ask(asked)
  }
  #carryOut(what: 'open' | 'quit' | HostAsk): void {
    if (what === 'quit') app.quit()
    else if (what === 'open') this.#deps.show()
    else this.#lead(what)
  }

  /** The last window was closed, and its memory is given back: a new one opens as fast as a start does. */
  #leftAlone(): void {
    const { chosen, platform, show } = this.#deps
    if (platform === 'darwin') return
    if (!this.#settings.background) return app.quit()
    const note = join(app.getPath('userData'), 'background-told')
    if (this.#settings.toasts && canShowToasts() && isFirstTime(note)) {
      showToast(deskWords(chosen.locale).stays, show)
    }
  }
}
