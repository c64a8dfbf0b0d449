import { type BrowserWindow, Menu, app } from 'electron'
import type { Asks } from '../asks.ts'
import type { Chosen } from './chosen.ts'
import { pointedMenu } from './edit-menu.ts'
import { menuTemplate } from './menu-template.ts'
import { menuWords } from './menu-words.ts'
import type { MainWindow } from './window.ts'

/** What the menus are made from. */
export interface MenuParts {
  readonly platform: NodeJS.Platform
  readonly chosen: Chosen
  readonly asks: Asks
  readonly main: Pick<MainWindow, 'bringForward' | 'travel' | 'zoom'>
  /** What the application was started with. */
  readonly started: readonly string[]
}

/** How a second start says that its person wants a new deal: what the list of tasks of Windows is told to run. */
const NEW_DEAL = '--new-deal'

/** Menu of the application, of the dock and of the taskbar: in the language chosen, and asking only who listens. */
export function keepMenus({ platform, chosen, asks, main, started }: MenuParts): void {
  const beginDeal = (): void => {
    asks.ask({ ask: 'new-deal' })
    main.bringForward()
  }
  const build = (): void => {
    const words = menuWords(chosen.locale, platform)
    const template = menuTemplate({
      platform,
      words,
      ready: asks.hears,
      prints: asks.prints,
      ask: (what) => {
        asks.ask(what)
        main.bringForward()
      },
      zoom: (way) => main.zoom(way),
      travel: (way) => main.travel(way),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    if (platform === 'darwin') {
      app.dock?.setMenu(Menu.buildFromTemplate([{ label: words.newDeal, click: beginDeal }]))
    } else if (platform === 'win32') {
      const program = process.execPath
      const task = { program, arguments: NEW_DEAL, iconPath: program, iconIndex: 0 }
      app.setUserTasks([{ ...task, title: words.newDeal, description: words.newDealText }])
    }
  }
  chosen.subscribe(build)
  asks.watch(build)
  build()
  if (platform === 'darwin')
    app.setAboutPanelOptions({ applicationName: 'Tandem', applicationVersion: app.getVersion() })
  app.on('second-instance', (_event, again) => {
    if (again.includes(NEW_DEAL)) beginDeal()
  })
  if (started.includes(NEW_DEAL)) asks.ask({ ask: 'new-deal' })
}

/** Opens the menu of the right button where a page has none of its own. */
export function keepPointedMenu(window: BrowserWindow, chosen: Chosen): void {
  window.webContents.on('context-menu', (_event, params) => {
    const template = pointedMenu(params, menuWords(chosen.locale, process.platform))
    if (template) Menu.buildFromTemplate(template).popup({ window })
  })
}
