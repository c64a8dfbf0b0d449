import type { MenuItemConstructorOptions } from 'electron'
import type { Place } from '#shared/domain/places.ts'
import type { HostAsk } from '#shared/ipc/host-contract.ts'
import type { MenuWords } from './menu-words.ts'
import type { ZoomWay } from './zoom.ts'

type Item = MenuItemConstructorOptions

/** What the menu is made for. */
export interface MenuFor {
  readonly platform: NodeJS.Platform
  readonly words: MenuWords
  /** Whether there are screens that would carry out what is asked: not before the first run is done. */
  readonly ready: boolean
  /** Whether what they show can be printed. */
  readonly prints: boolean
  readonly ask: (ask: HostAsk) => void
  readonly zoom: (way: ZoomWay) => void
  readonly travel: (way: 'back' | 'forward') => void
}

const LINE: Item = { type: 'separator' }

/** What asks the screens for something. */
const asking = ({ ready, ask }: MenuFor, label: string, what: HostAsk, accelerator?: string): Item => ({
  label,
  enabled: ready,
  ...(accelerator === undefined ? {} : { accelerator }),
  click: () => ask(what),
})

/**
 * The same where the page has the key already: shown, and left to the page. A Mac knows no such difference, but there the
 * page has every key first too, and what it took the menu never sees.
 */
const shown = (item: Item): Item => ({ ...item, registerAccelerator: false })

function macMenu(menu: MenuFor): Item {
  const { words } = menu
  return {
    label: 'Tandem',
    submenu: [
      { role: 'about', label: words.about },
      LINE,
      asking(menu, words.settings, { ask: 'go', to: '/settings' }, 'Cmd+,'),
      LINE,
      { role: 'services', label: words.services },
      LINE,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      LINE,
      { role: 'quit', label: words.quit },
    ],
  }
}

function fileMenu(menu: MenuFor): Item {
  const { platform, prints, words } = menu
  const print = shown(asking(menu, words.print, { ask: 'print' }, 'CmdOrCtrl+P'))
  const end: Item[] =
    platform === 'darwin'
      ? [{ role: 'close', label: words.closeWindow }]
      : [
          asking(menu, words.settings, { ask: 'go', to: '/settings' }, 'Ctrl+,'),
          LINE,
          { role: 'quit', label: platform === 'win32' ? words.exit : words.quit },
        ]
  return {
    label: words.file,
    submenu: [
      asking(menu, words.newDeal, { ask: 'new-deal' }, 'CmdOrCtrl+N'),
      asking(menu, words.importFile, { ask: 'import', file: null }, 'CmdOrCtrl+O'),
      LINE,
      { ...print, enabled: prints },
      LINE,
      ...end,
    ],
  }
}

function editMenu(menu: MenuFor): Item {
  const { words } = menu
  return {
    label: words.edit,
    submenu: [
      shown(asking(menu, words.undo, { ask: 'undo' }, 'CmdOrCtrl+Z')),
      shown(asking(menu, words.redo, { ask: 'redo' }, 'CmdOrCtrl+Shift+Z')),
      LINE,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'pasteAndMatchStyle', label: words.pasteText },
      { role: 'selectAll', label: words.selectAll },
    ],
  }
}

function goMenu(menu: MenuFor): Item {
  const { ready, travel, words } = menu
  const to = (label: string, place: Place, digit: number): Item =>
    asking(menu, label, { ask: 'go', to: place }, `CmdOrCtrl+${digit}`)
  return {
    label: words.go,
    submenu: [
      shown(asking(menu, words.search, { ask: 'palette' }, 'CmdOrCtrl+K')),
      LINE,
      { label: words.back, enabled: ready, accelerator: 'CmdOrCtrl+[', click: () => travel('back') },
      { label: words.forward, enabled: ready, accelerator: 'CmdOrCtrl+]', click: () => travel('forward') },
      LINE,
      to(words.places.today, '/today', 1),
      to(words.places.pipeline, '/pipeline', 2),
      to(words.places.inbound, '/deals/inbound', 3),
      to(words.places.outbound, '/deals/outbound', 4),
      to(words.places.all, '/deals/all', 5),
      to(words.places.favorites, '/deals/favorites', 6),
      LINE,
      to(words.places.insights, '/insights', 7),
      to(words.places.directory, '/directory', 8),
      to(words.places.settings, '/settings', 9),
    ],
  }
}

const viewMenu = ({ words, zoom }: MenuFor): Item => ({
  label: words.view,
  submenu: [
    { label: words.zoomReset, accelerator: 'CmdOrCtrl+0', click: () => zoom('reset') },
    { label: words.zoomIn, accelerator: 'CmdOrCtrl+Plus', click: () => zoom('in') },
    // The same key without Shift, where "+" is above "=".
    { label: words.zoomIn, accelerator: 'CmdOrCtrl+=', visible: false, click: () => zoom('in') },
    { label: words.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => zoom('out') },
    LINE,
    { role: 'togglefullscreen', label: words.fullScreen },
  ],
})

const windowMenu = ({ platform, words }: MenuFor): Item => ({
  role: 'window',
  label: words.window,
  submenu:
    platform === 'darwin'
      ? [
          { role: 'minimize', label: words.minimize },
          { role: 'zoom', label: words.zoomWindow },
          LINE,
          { role: 'front', label: words.front },
        ]
      : [
          { role: 'minimize', label: words.minimize },
          { role: 'close', label: words.closeWindow },
        ],
})

function helpMenu(menu: MenuFor): Item {
  const { platform, words } = menu
  return {
    role: 'help',
    label: words.help,
    submenu: [
      asking(menu, words.shortcuts, { ask: 'shortcuts' }, 'CmdOrCtrl+/'),
      ...(platform === 'darwin' ? [] : [LINE, asking(menu, words.about, { ask: 'about' })]),
    ],
  }
}

/** The menu of the application by the conventions of the platform: what stands where, in which words, and what it does. */
export const menuTemplate = (menu: MenuFor): Item[] => [
  ...(menu.platform === 'darwin' ? [macMenu(menu)] : []),
  fileMenu(menu),
  editMenu(menu),
  goMenu(menu),
  viewMenu(menu),
  windowMenu(menu),
  helpMenu(menu),
]
