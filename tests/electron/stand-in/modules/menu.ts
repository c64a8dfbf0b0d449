import type { Menu, MenuItemConstructorOptions } from 'electron'

type Template = readonly MenuItemConstructorOptions[]
type MenuPart = Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>

/** The menu of the application, as it was described. */
export class StandInMenu implements MenuPart {
  readonly #templates = new WeakMap<Menu, Template>()
  template: Template = []

  buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    const menu = {} as Menu
    this.#templates.set(menu, template)
    return menu
  }
  setApplicationMenu(menu: Menu | null): void {
    this.template = (menu && this.#templates.get(menu)) ?? []
  }
}
