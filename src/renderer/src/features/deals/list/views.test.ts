import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Currency } from '#shared/domain/money.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { dealRow, id, money } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import {
  button,
  click,
  field,
  hasButton,
  hasRole,
  press,
  role,
  wordsOf,
  write,
} from '../../../testing/page.ts'
import ListView from './ListView.vue'
import { useLists } from './lists.store.ts'
import { tabsThatFit } from './tabs-that-fit.ts'
import { differs } from './view-state.ts'

type View = Output<'views.list'>['rows'][number]
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600 })

const view = (number: number, name: string, over: Partial<View> = {}): View => ({
  id: id<'view'>(number),
  name,
  tab: 'inbound',
  filters: {},
  sort: null,
  columns: null,
  ...over,
})
const WAITING = view(1, 'Waiting', { filters: { statuses: ['received'] } })
const RICH = view(2, 'Rich', {
  filters: { currency: 'EUR' as Currency, minAmount: 100 },
  sort: { by: 'value', direction: 'desc' },
  columns: ['value', 'country'],
})

/** A core that keeps views as the real one does. */
async function list(views: readonly View[] = [WAITING, RICH, view(3, 'Elsewhere', { tab: 'outbound' })]) {
  const kept = new Map(views.map((one) => [one.id, one]))
  const client = new FakeClient()
    .answer('deals.list', { rows: [dealRow()], nextCursor: null, count: { value: 1, capped: false } })
    .answer('deals.totals', ({ filters }) => ({
      count: Object.keys(filters ?? {}).length === 0 ? 64 : 5,
      totals: [money(100, 'EUR')],
    }))
    .answer('views.left', { rows: [] })
    .answer('views.leave', {})
    .answer('views.list', () => ({ rows: [...kept.values()] }))
    .answer('views.save', (input) => {
      const saved = { ...input, id: input.id ?? id<'view'>(9) } as View
      kept.set(saved.id, saved)
      return saved
    })
    .answer('views.delete', ({ id: gone }) => {
      kept.delete(gone as View['id'])
      return {}
    })
  const stage = mountScreen(ListView, { props: { tab: 'inbound' }, client, attach: true })
  await flushPromises()
  return { ...stage, client, state: useLists().tabs.inbound }
}
const tabs = () => wordsOf('[role="tab"]')
const chosen = () => wordsOf('[role="tab"][aria-selected="true"]')
const choose = async (name: string) => {
  await click(role('tab', name))
  await flushPromises()
}
const more = async (what: string, item: string) => {
  await press(button(`More for the view “${what}”`), 'Enter')
  await flushPromises()
  await press(role('menuitem', item), 'Enter')
  await flushPromises()
}
const name = async (text: string, submit: string) => {
  await write(field('Name'), text)
  await click(button(submit))
  await flushPromises()
}

test('the saved views of this list are tabs beside the whole, each with its count', async () => {
  await list()
  expect([tabs(), chosen()]).toEqual([['All64', 'Waiting5', 'Rich5'], ['All64']])
})

test('choosing one shows what it was saved with; the whole list brings its own columns back', async () => {
  const { state, client } = await list()
  await choose('Rich5')
  const { id: viewId, filters, sort, columns } = RICH
  expect(state).toMatchObject({ viewId, filters, sort, columns })
  expect(client.inputsOf('deals.list').at(-1)).toMatchObject({ filters, sort })
  expect(wordsOf('[role="columnheader"]').slice(-2)).toEqual(['Value', 'Country'])
  await choose('All64')
  expect(state).toMatchObject({ viewId: null, filters: {}, columns: null })
})

test('by keyboard: arrows walk the tabs, Enter chooses', async () => {
  await list()
  role('tab', 'All64').focus()
  await press(document.activeElement as HTMLElement, 'ArrowRight')
  expect(document.activeElement).toBe(role('tab', 'Waiting5'))
  await press(document.activeElement as HTMLElement, 'End')
  await press(document.activeElement as HTMLElement, 'ArrowRight')
  expect(document.activeElement).toBe(role('tab', 'All64'))
})

test('what differs can be saved under a name, and is chosen then', async () => {
  const { state, client } = await list()
  expect(hasButton('Save this view')).toBe(false)
  state.filters = { text: 'cold' }
  await flushPromises()
  await click(button('Save this view'))
  await name('  ', 'Save')
  expect(wordsOf('.note.bad')).toEqual(['Give it a name.'])
  await name('waiting', 'Save')
  expect(wordsOf('.note.bad')).toEqual(['Another view of this list has this name.'])
  await name(' Cold ', 'Save')
  expect(client.inputsOf('views.save')).toEqual([
    { name: 'Cold', tab: 'inbound', filters: { text: 'cold' }, sort: null, columns: null },
  ])
  expect([chosen(), hasButton('Save changes')]).toEqual([['Cold5'], false])
})

test('a changed view says so, and is saved as it is shown or shown as it was saved', async () => {
  const { state, client } = await list()
  await choose('Waiting5')
  state.sort = { by: 'name', direction: 'asc' }
  await flushPromises()
  expect(chosen()).toEqual(['Waitingdiffers from what was saved5'])
  await choose('Waitingdiffers from what was saved5')
  expect(state.sort.by).toBe('attention')
  state.sort = { by: 'name', direction: 'asc' }
  await flushPromises()
  await click(button('Save changes'))
  await flushPromises()
  expect(client.inputsOf('views.save')).toEqual([{ ...WAITING, sort: { by: 'name', direction: 'asc' } }])
  expect(hasButton('Save changes')).toBe(false)
})

test('a view is renamed, and nothing else of it, whatever is shown', async () => {
  const { state, client } = await list()
  await choose('Waiting5')
  state.filters = { text: 'cold' }
  await flushPromises()
  await more('Waiting', 'Rename…')
  await name('For me', 'Rename')
  expect(client.inputsOf('views.save')).toEqual([{ ...WAITING, name: 'For me' }])
})

test('deleting asks first, and leaves what is shown', async () => {
  const { state, client } = await list()
  await choose('Waiting5')
  await more('Waiting', 'Delete…')
  expect(document.activeElement).toBe(button('Cancel'))
  await click(button('Delete the view'))
  await flushPromises()
  expect(client.inputsOf('views.delete')).toEqual([{ id: WAITING.id }])
  expect([tabs(), state.filters, hasRole('dialog')]).toEqual([['All64', 'Rich5'], WAITING.filters, false])
})

test('a failure is said in the dialog, and nothing is lost', async () => {
  const { client } = await list()
  await choose('Waiting5')
  client.fail('views.delete', { code: 'BUSY', details: { what: 'database' } })
  await more('Waiting', 'Delete…')
  await click(button('Delete the view'))
  await flushPromises()
  expect([hasRole('dialog'), tabs().length]).toEqual([true, 3])
})

test('columns chosen for the whole list are its own: a view without columns shows them too', async () => {
  const { state } = await list()
  await click(button('Columns'))
  await flushPromises()
  const box = (label: string) => field(label)
  await click(box('Country'))
  await flushPromises()
  expect(state.columns?.at(-1)).toBe('country')
  expect(hasButton('Save this view')).toBe(false)
  await press(box('Country'), 'ArrowUp', { altKey: true })
  await flushPromises()
  expect([state.columns?.at(-2), document.activeElement]).toEqual(['country', box('Country')])
  await click(button('Move Country down'))
  await click(button('Move Country up'))
  await flushPromises()
  expect(document.activeElement).toBe(button('Move Country up'))
  await press(box('Country'), 'ArrowDown')
  expect(document.activeElement).toBe(box('Close date'))
  await press(document.body, 'Escape')
  const own = state.columns
  await choose('Waiting5')
  expect(state.columns).toEqual(own)
  await choose('Rich5')
  await choose('All64')
  expect(state.columns).toEqual(own)
})

test('the export is handed what is shown: rows, order and columns', async () => {
  const { overlays } = await list()
  await choose('Rich5')
  await click(button('Export 1 deal'))
  expect(overlays.current.value).toEqual({
    kind: 'export',
    title: 'Inbound – Rich',
    selection: { tab: 'inbound', filters: RICH.filters, sort: RICH.sort },
    count: 1,
    columns: ['name', 'customerName', 'status', 'amount', 'currency', 'country', 'countryCode'],
  })
})

test('equal filters in another order are no difference', () => {
  const shown = { sort: { by: 'name', direction: 'asc' }, columns: null } as const
  const one = { ...shown, filters: { statuses: ['won' as const, 'lost' as const], text: 'x' } }
  expect(differs(one, { ...shown, filters: { text: 'x', statuses: ['lost', 'won'] } })).toBe(false)
  expect(differs(one, { ...one, sort: { by: 'name', direction: 'desc' } })).toBe(true)
  expect(differs(one, { ...one, columns: [] })).toBe(true)
})

test.each([
  [[50, 50, 50], 150, 0, [0, 1, 2]],
  [[50, 50, 50], 149, 0, [0]],
  [[50, 50, 50, 50], 190, 3, [0, 3]],
  [[500, 50], 100, 0, [0]],
  [[50, 50], 0, 0, [0, 1]],
])('tabs of %j in %i pixels, the chosen one at %i: %j', (widths, room, at, shown) => {
  expect([...tabsThatFit(widths, room, 60, at)].sort()).toEqual(shown)
})
