import type { Menu, MenuItemConstructorOptions } from 'electron'
import type { StandInWindow } from './browser-window.ts'

type Item = MenuItemConstructorOptions
type Template = readonly Item[]
type MenuPart = Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>

/** What Chromium does itself for a role, by the name it has in pages. */
const EDITING = new Map([
  ['cut', 'cut'],
  ['copy', 'copy'],
  ['selectAll', 'selectAll'],
])

const itemsOf = ({ submenu }: Item): Template => (Array.isArray(submenu) ? submenu : [])

/** The menu of the application as it was described, and the menus that popped up. */
export class StandInMenu implements MenuPart {
  readonly #templates = new WeakMap<object, Template>()
  readonly #windows: () => readonly StandInWindow[]
  readonly #quit: () => void
  /** What the right button opened last. */
  popped: Template | null = null
  template: Template = []

  constructor(windows: () => readonly StandInWindow[], quit: () => void) {
    this.#windows = windows
    this.#quit = quit
  }

  buildFromTemplate(template: Item[]): Menu {
    const menu = { popup: () => void (this.popped = template) }
    this.#templates.set(menu, template)
    return menu as unknown as Menu
  }
  setApplicationMenu(menu: Menu | null): void {
    this.template = this.templateOf(menu)
  }
  /** How a menu was described. */
  templateOf(menu: Menu | null): Template {
    return (menu && this.#templates.get(menu)) ?? []
  }

  /** The labels of one menu of the bar, lines left out. */
  labels(menu: string): readonly (string | undefined)[] {
    const found = this.template.find(({ label }) => label === menu)
    return found
      ? itemsOf(found).flatMap(({ label, visible = true }) => (visible && label ? [label] : []))
      : []
  }
  /** An item, in whichever menu it stands. */
  item(label: string, among: Template = this.template.flatMap(itemsOf)): Item {
    const found = among.find((item) => item.label === label)
    if (!found) throw new Error(`no menu has ${label}`)
    return found
  }
  /** Chooses an item as the mouse does. */
  async choose(label: string, among?: Template): Promise<void> {
    const { click, enabled = true, role } = this.item(label, among)
    if (!enabled) throw new Error(`${label} is disabled`)
    const editing = EDITING.get(role ?? '')
    const [window] = this.#windows()
    if (editing) await window!.webContents.edit(editing)
    else if (click) click({} as never, undefined, {})
    else if (role === 'quit') this.#quit()
    else if (role === 'close') window!.close()
    else throw new Error(`${label} is the business of the system: ${role}`)
  }
}
