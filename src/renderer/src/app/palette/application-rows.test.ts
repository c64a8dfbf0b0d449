import { expect, test } from 'vitest'
import { useLists } from '../../features/deals/list/lists.store.ts'
import { useInbox } from '../../features/inbox/inbox.store.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import { useApplication } from '../application.store.ts'
import { useUndo } from '../undo.store.ts'
import { id } from '../../testing/deals.ts'
import { write } from '../../testing/page.ts'
import { info } from '../../testing/profile.ts'
import { openPalette, paletteClient, rowLabels, settle } from '../../testing/palette.ts'

const SETTINGS = { ...DEFAULT_SETTINGS, warnDaysBefore: [...DEFAULT_SETTINGS.warnDaysBefore] }
const nothing = () => paletteClient().answer('deals.search', { rows: [] })

/** Types, and chooses the first row. */
async function first(typed: string, client = nothing()) {
  const stage = await openPalette({ client })
  await write(stage.box, typed)
  await settle()
  const labels = rowLabels()
  await stage.key('Enter')
  await settle()
  return { ...stage, client, labels }
}

test.each([
  ['directory', '/directory'],
  ['goto', null],
  ['customers', '/directory'],
  ['rates', '/settings'],
  ['看板', '/pipeline'],
  ['create', '/new'],
  ['inbound', '/deals/inbound'],
] as const)('“%s” leads to %s', async (typed, to) => {
  const { router } = await first(typed)
  expect(router.currentRoute.value.path).toBe(to ?? '/pipeline')
})

test.each([
  ['import', { kind: 'import' }],
  ['上传', { kind: 'import' }],
  ['import partners', { kind: 'import', part: 'partners' }],
  ['hotkeys', { kind: 'shortcuts' }],
  ['add partner', { kind: 'add', part: 'partners' }],
] as const)('“%s” opens %j', async (typed, overlay) => {
  const { overlays } = await first(typed)
  expect(overlays.current.value).toEqual(overlay)
})

test('the language changes at once, in the words of either', async () => {
  const client = nothing().answer('settings.save', { ...SETTINGS, locale: 'zh-CN' })
  const { labels } = await first('chinese', client)
  expect(labels).toHaveLength(1)
  expect(client.inputsOf('settings.save')).toEqual([{ locale: 'zh-CN' }])
})

test('the theme changes at once', async () => {
  const client = nothing().answer('settings.save', { ...SETTINGS, theme: 'dark' })
  await first('dark', client)
  expect(client.inputsOf('settings.save')).toEqual([{ theme: 'dark' }])
})

test('the inbox opens', async () => {
  await first('notifications')
  expect(useInbox().isOpen).toBe(true)
})

test('undo is always offered, and names what it takes back', async () => {
  const { box, client, key } = await openPalette({ client: nothing() })
  await write(box, 'undo')
  await settle()
  expect(rowLabels()).toEqual(['Undo'])
  useUndo().offer('Harbour changed.', { eventId: id(90) })
  client.answer('deals.undo', { undone: 1, refused: [], redo: { eventId: id(91) } })
  await settle()
  expect(rowLabels()).toEqual(['Undo: Harbour changed.'])
  await key('Enter')
  await settle()
  expect(client.inputsOf('deals.undo')).toEqual([{ eventId: id(90) }])
})

test('what was taken back can be done again', async () => {
  const { box, client } = await openPalette({ client: nothing() })
  client.answer('deals.undo', { undone: 1, refused: [], redo: { eventId: id(91) } })
  useUndo().offer('Harbour changed.', { eventId: id(90) })
  await useUndo().undo()
  await write(box, 'redo')
  await settle()
  expect(rowLabels()).toEqual(['Do again: Harbour changed.'])
})

test('with nothing left to undo, the palette says where everything is', async () => {
  await first('undo')
  expect(useUndo().shown?.text).toBe('Nothing more to undo. Every change is in the deal’s timeline.')
})

test('the sample can be cleared while there is one', async () => {
  const { box } = await openPalette({ client: nothing() })
  await write(box, 'sample')
  await settle()
  expect(rowLabels()).toEqual([])
  useApplication().info = info({ sample: 60 })
  await settle()
  expect(rowLabels()).toEqual(['Clear the sample…'])
})

test('a saved view is a place: it is shown as it was saved', async () => {
  const view = {
    id: id<'view'>(5),
    name: 'Big ones',
    tab: 'outbound' as const,
    filters: { countries: ['DE'] },
    sort: null,
    columns: null,
  }
  const { router, labels } = await first('big', nothing().answer('views.list', { rows: [view] }))
  expect(labels).toEqual(['Big ones'])
  expect(router.currentRoute.value.path).toBe('/deals/outbound')
  expect(useLists().tabs.outbound).toMatchObject({ viewId: view.id, filters: view.filters })
})
