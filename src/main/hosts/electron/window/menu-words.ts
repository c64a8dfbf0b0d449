import type { Locale } from '#shared/domain/settings.ts'
import type { Shape } from '#shared/words/shape.ts'
import { places } from '#shared/words/en/places.ts'
import { places as placesZhCN } from '#shared/words/zh-cn/places.ts'

/** Menus of the system that open by a letter carry it after "&", as Windows and Linux want it. */
const en = {
  file: '&File',
  newDeal: 'New deal',
  newDealText: 'Opens Tandem with a new deal',
  importFile: 'Import from Partner Center…',
  print: 'Print…',
  settings: 'Settings…',
  closeWindow: 'Close window',
  quit: 'Quit Tandem',
  exit: 'Exit',
  edit: '&Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pasteText: 'Paste and match style',
  selectAll: 'Select all',
  go: '&Go',
  search: 'Search, or say what to do…',
  back: 'Back',
  forward: 'Forward',
  view: '&View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
  window: '&Window',
  minimize: 'Minimize',
  zoomWindow: 'Zoom',
  front: 'Bring all to front',
  help: '&Help',
  shortcuts: 'Keyboard shortcuts',
  about: 'About Tandem',
  services: 'Services',
  hide: 'Hide Tandem',
  hideOthers: 'Hide others',
  showAll: 'Show all',
} as const

type OwnWords = Shape<typeof en>
export type MenuWords = OwnWords & { readonly places: Shape<typeof places> }

const zhCN: OwnWords = {
  file: '文件(&F)',
  newDeal: '新建交易',
  newDealText: '打开 Tandem 并新建交易',
  importFile: '从合作伙伴中心导入…',
  print: '打印…',
  settings: '设置…',
  closeWindow: '关闭窗口',
  quit: '退出 Tandem',
  exit: '退出',
  edit: '编辑(&E)',
  undo: '撤消',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  pasteText: '粘贴并匹配样式',
  selectAll: '全选',
  go: '前往(&G)',
  search: '搜索，或输入要做的事…',
  back: '后退',
  forward: '前进',
  view: '查看(&V)',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '实际大小',
  fullScreen: '全屏',
  window: '窗口(&W)',
  minimize: '最小化',
  zoomWindow: '缩放',
  front: '前置全部窗口',
  help: '帮助(&H)',
  shortcuts: '键盘快捷键',
  about: '关于 Tandem',
  services: '服务',
  hide: '隐藏 Tandem',
  hideOthers: '隐藏其他',
  showAll: '全部显示',
}

/** The words of the menus. On a Mac no letter opens one. */
export function menuWords(locale: Locale, platform: NodeJS.Platform): MenuWords {
  const [own, names] = locale === 'en' ? [en, places] : [zhCN, placesZhCN]
  if (platform !== 'darwin') return { ...own, places: names }
  const plain = Object.entries(own).map(([key, text]) => [key, text.replace(/\(&\w\)|&/, '')])
  return { ...(Object.fromEntries(plain) as OwnWords), places: names }
}
