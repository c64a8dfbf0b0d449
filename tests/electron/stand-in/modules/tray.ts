import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import type { Menu, MenuItemConstructorOptions, Tray } from 'electron'
import type { StandIn } from '../stand-in.ts'

type TrayPart = Pick<Tray, 'setContextMenu' | 'setImage' | 'setToolTip'>

/** An icon beside the clock. */
export class StandInTray extends EventEmitter implements TrayPart {
  readonly #standIn: StandIn
  picture: string
  tooltip = ''
  items: readonly MenuItemConstructorOptions[] = []

  constructor(standIn: StandIn, picture: string) {
    super()
    standIn.app.mustBeReady('new Tray')
    this.#standIn = standIn
    this.picture = thatExists(picture)
    standIn.trays.push(this)
  }
  setImage(picture: Parameters<Tray['setImage']>[0]): void {
    this.picture = thatExists(picture as string)
  }
  setToolTip(text: string): void {
    this.tooltip = text
  }
  setContextMenu(menu: Menu | null): void {
    this.items = this.#standIn.menu.templateOf(menu)
  }

  /** What its menu says, line by line. */
  get labels(): string[] {
    return this.items.map(({ type, label }) => (type === 'separator' ? '—' : (label ?? '')))
  }
  /** Chooses a line of its menu. */
  choose(label: string): void {
    const item = this.items.find((one) => one.label === label)
    if (!item?.click) throw new Error(`the menu has no line ${label}`)
    item.click({} as never, undefined, {})
  }
}

/** Electron shows an empty icon where there is no picture: a test is to see that. */
function thatExists(picture: string): string {
  if (!existsSync(picture)) throw new Error(`there is no picture ${picture}`)
  return picture
}

/** Electron's constructor knows its application by itself. */
export const trayClassOf = (standIn: StandIn): new (picture: string) => StandInTray =>
  class extends StandInTray {
    constructor(picture: string) {
      super(standIn, picture)
    }
  }
