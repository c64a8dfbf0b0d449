import { join } from 'node:path'
import { Menu, type MenuItemConstructorOptions, Tray, app, nativeImage } from 'electron'
import { windows } from '../window/window.ts'
import { type TrayItem, type TrayModel, badgePicture } from './tray-model.ts'

/** What the pictures beside the clock are called behind their name: a Mac colours its own. */
function endingOn(platform: NodeJS.Platform): string {
  if (platform === 'win32') return '.ico'
  return platform === 'darwin' ? 'Template.png' : '.png'
}

/** The icon beside the clock, and the number on the one of the program. */
export class DeskIcon {
  readonly #folder: string
  readonly #platform: NodeJS.Platform
  readonly #does: (what: Extract<TrayItem, { does: unknown }>['does']) => void
  #tray: Tray | null = null
  #shown = ''
  #count = 0
  #words = ''

  /** `folder`: where the pictures are; `does`: carries out what is chosen in the menu. */
  constructor(
    folder: string,
    platform: NodeJS.Platform,
    does: (what: Extract<TrayItem, { does: unknown }>['does']) => void,
  ) {
    this.#folder = folder
    this.#platform = platform
    this.#does = does
    app.on('browser-window-created', (_event, window) => window.on('show', () => this.#overlay()))
  }

  /** Shows a model and a number; what is shown already is left alone, or an open menu would close. */
  show(model: TrayModel, count: number): void {
    const shown = JSON.stringify([model, count])
    if (shown === this.#shown) return
    this.#shown = shown
    this.#showTray(model)
    this.#count = count
    this.#words = model.tooltip
    if (this.#platform === 'win32') this.#overlay()
    else app.setBadgeCount(count)
  }

  #showTray({ needsAnswer, tooltip, items }: TrayModel): void {
    const name = needsAnswer ? 'tandem-answer' : 'tandem'
    const picture = join(this.#folder, 'tray', `${name}${endingOn(this.#platform)}`)
    if (this.#tray) this.#tray.setImage(picture)
    else {
      this.#tray = new Tray(picture)
      // On a Mac a click opens the menu, as it does for every icon there.
      if (this.#platform !== 'darwin') this.#tray.on('click', () => this.#does('open'))
    }
    this.#tray.setToolTip(tooltip)
    this.#tray.setContextMenu(Menu.buildFromTemplate(items.map((item) => this.#itemOf(item))))
  }

  #itemOf(item: TrayItem): MenuItemConstructorOptions {
    if (item.label === null) return { type: 'separator' }
    const { label, does } = item
    // Windows takes an ampersand for a letter to press.
    return { label: label.replaceAll('&', '&&'), click: () => this.#does(does) }
  }

  /** Windows has no number on a program: a small picture lies over its button instead, one for each window. */
  #overlay(): void {
    if (this.#platform !== 'win32') return
    const name = badgePicture(this.#count)
    const picture = name && nativeImage.createFromPath(join(this.#folder, 'badge', `${name}.png`))
    for (const window of windows) {
      if (!window.isDestroyed()) window.setOverlayIcon(picture || null, picture ? this.#words : '')
    }
  }
}
