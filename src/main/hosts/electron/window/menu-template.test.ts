import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { PLACES } from '#shared/domain/places.ts'
import { LOCALES, type Locale } from '#shared/domain/settings.ts'
import { type HostAsk, hostAsk } from '#shared/ipc/host-contract.ts'
import { places as en } from '#shared/words/en/places.ts'
import { places as zhCN } from '#shared/words/zh-cn/places.ts'
import { menuTemplate } from './menu-template.ts'
import { menuWords } from './menu-words.ts'

type Item = MenuItemConstructorOptions
const PLATFORMS = ['darwin', 'win32', 'linux'] as const
const SCREENS = join(import.meta.dirname, '../../../../renderer/src')

/** The menu of a platform, and everything its items did. */
function menu(platform: NodeJS.Platform = 'linux', locale: Locale = 'en', ready = true) {
  const did: unknown[] = []
  const template = menuTemplate({
    platform,
    words: menuWords(locale, platform),
    ready,
    prints: ready,
    ask: (ask) => did.push(ask),
    zoom: (way) => did.push(way),
    travel: (way) => did.push(way),
  })
  const items = template.flatMap(({ submenu }) => submenu as Item[])
  const click = (item: Item) => item.click!({} as never, undefined, {})
  return { template, items, click, did }
}
const labels = (items: readonly Item[]) => items.map(({ label }) => label)

/** An accelerator in the way the screens write keys. */
const asKeys = (accelerator: string): string =>
  accelerator
    .replace(/CmdOrCtrl|Cmd|Ctrl/, 'mod')
    .replace('Shift', 'shift')
    .replace('Plus', '+')
    .replace(/[A-Z]$/, (letter) => letter.toLowerCase())

/** Every key the screens listen for, as it stands in them. */
const pageKeys = new Set(
  globSync('**/*.{ts,vue}', { cwd: SCREENS })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(SCREENS, file), 'utf8').matchAll(/\bkeys: \[([^\]]*)\]/g)])
    .flatMap(([, list]) => [...list!.matchAll(/'([^']+)'/g)].map(([, key]) => key!)),
)

test('each platform has the menus of its kind', () => {
  const bar = ['&File', '&Edit', '&Go', '&View', '&Window', '&Help']
  expect(labels(menu('linux').template)).toEqual(bar)
  expect(labels(menu('win32').template)).toEqual(bar)
  expect(labels(menu('darwin').template)).toEqual(['Tandem', 'File', 'Edit', 'Go', 'View', 'Window', 'Help'])
  expect(labels(menu('darwin', 'zh-CN').template)).toEqual([
    'Tandem',
    '文件',
    '编辑',
    '前往',
    '查看',
    '窗口',
    '帮助',
  ])
})

test('leaving, settings and about stand where the platform has them', () => {
  const where = (platform: NodeJS.Platform, label: string) =>
    menu(platform).template.find(({ submenu }) => labels(submenu as Item[]).includes(label))?.label
  expect([where('darwin', 'Quit Tandem'), where('linux', 'Quit Tandem'), where('win32', 'Exit')]).toEqual([
    'Tandem',
    '&File',
    '&File',
  ])
  expect([where('darwin', 'Settings…'), where('win32', 'Settings…')]).toEqual(['Tandem', '&File'])
  expect([where('darwin', 'About Tandem'), where('win32', 'About Tandem')]).toEqual(['Tandem', '&Help'])
})

test.for(PLATFORMS)(
  'on %s every item says something in each language, and none says the same twice in its menu',
  (platform) => {
    for (const locale of LOCALES) {
      for (const { submenu } of menu(platform, locale).template) {
        const shown = (submenu as Item[]).filter(
          ({ type, visible }) => type !== 'separator' && visible !== false,
        )
        expect(shown.every(({ label }) => label !== undefined && label !== '')).toBe(true)
        expect(new Set(labels(shown)).size).toBe(shown.length)
      }
    }
  },
)

test('places are called what the screens call them, in their order, and lead there', () => {
  for (const [locale, names] of [['en', en] as const, ['zh-CN', zhCN] as const]) {
    const { items, click, did } = menu('win32', locale)
    const places = items.filter(({ accelerator }) => /\+[1-9]$/.test(accelerator ?? ''))
    expect(labels(places)).toEqual(Object.values(names))
    places.forEach(click)
    expect(did).toEqual(PLACES.map((to): HostAsk => ({ ask: 'go', to })))
  }
})

test.for(PLATFORMS)('on %s, what the screens are asked for is something they carry out', (platform) => {
  const { items, click, did } = menu(platform)
  items.filter(({ click: does }) => does !== undefined).forEach(click)
  const asks = did.filter((what) => typeof what === 'object')
  expect(asks.map((ask) => hostAsk.parse(ask))).toEqual(asks)
  expect(did.filter((what) => typeof what === 'string')).toEqual([
    'back',
    'forward',
    'reset',
    'in',
    'in',
    'out',
  ])
})

test('before there are screens, what would ask them is disabled; the rest works', () => {
  const off = menu('linux', 'en', false).items.filter(({ enabled }) => enabled === false)
  const { items, click, did } = menu()
  const asks = items.filter((item) => {
    const before = did.length
    if (item.click) click(item)
    return did.slice(before).some((what) => typeof what === 'object' || what === 'back' || what === 'forward')
  })
  expect(labels(off)).toEqual(labels(asks))
  expect(menu().items.filter(({ enabled }) => enabled === false)).toEqual([])
})

test('the keys of the screens were found', () => {
  expect([...pageKeys]).toEqual(
    expect.arrayContaining(['mod+k', 'mod+z', 'mod+shift+z', 'mod+a', 'alt+ArrowLeft']),
  )
})

test.for(PLATFORMS)(
  'on %s no key of the menu takes one from the screens, and no two items share one',
  (platform) => {
    const withKeys = menu(platform).items.flatMap((item) =>
      item.accelerator === undefined ? [] : [{ item, keys: asKeys(item.accelerator) }],
    )
    const taken = withKeys.filter(({ item }) => item.registerAccelerator !== false).map(({ keys }) => keys)
    const left = withKeys.filter(({ item }) => item.registerAccelerator === false).map(({ keys }) => keys)
    expect(taken.filter((keys) => pageKeys.has(keys))).toEqual([])
    // What is only shown, the screens have to have.
    expect(left).toEqual(['mod+p', 'mod+z', 'mod+shift+z', 'mod+k'])
    expect(left.filter((keys) => !pageKeys.has(keys))).toEqual([])
    const ownOfRoles = ['mod+x', 'mod+c', 'mod+v', 'mod+shift+v', 'mod+a', 'mod+q', 'mod+w', 'mod+m', 'mod+h']
    const all = [...taken, ...left, ...ownOfRoles]
    expect(new Set(all).size).toBe(all.length)
  },
)
