import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { id } from '../testing/deals.ts'
import { FakeClient } from '../testing/fake-client.ts'
import { mountScreen } from '../testing/mount.ts'
import { button, click, hasButton, press, role, wordsOf } from '../testing/page.ts'
import UndoToast from './UndoToast.vue'
import { useUndo } from './undo.store.ts'

const EVENT = { eventId: id<'event'>(90) }

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true }))
afterEach(() => void vi.useRealTimers())

async function open() {
  const client = new FakeClient().answer('deals.undo', { undone: 1, refused: [], redo: EVENT })
  const stage = mountScreen(UndoToast, { client, attach: true, path: '/pipeline' })
  await stage.router.isReady()
  const undo = useUndo()
  undo.offer('Harbour changed.', EVENT)
  await stage.wrapper.vm.$nextTick()
  return { ...stage, client, undo, said: () => wordsOf('.strip > span:nth-child(2)') }
}
const held = (kind: string, target: Element = role('status')) => {
  const related = kind === 'focusout' ? { relatedTarget: document.body } : {}
  target.dispatchEvent(new FocusEvent(kind, { bubbles: true, ...related }))
}
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('it is said in a place that is always there, and goes after a while', async () => {
  const { said, wrapper } = await open()
  expect(said()).toEqual(['Harbour changed.'])
  await wait(9900)
  expect(said()).toEqual(['Harbour changed.'])
  await wait(200)
  await wrapper.vm.$nextTick()
  expect(said()).toEqual([])
  expect(role('status').getAttribute('aria-label')).toBe('What was just done')
})

test.each([
  ['mouseenter', 'mouseleave'],
  ['focusin', 'focusout'],
])('it stays from %s to %s', async (come, go) => {
  const { said, wrapper } = await open()
  held(come)
  await wrapper.vm.$nextTick()
  await wait(20_000)
  expect(said()).toEqual(['Harbour changed.'])
  held(go)
  await wrapper.vm.$nextTick()
  await wait(10_100)
  expect(said()).toEqual([])
})

test('the button takes it back, and offers to do it again', async () => {
  const { client, said } = await open()
  await click(button('UndoCtrl Z'))
  expect(said()).toEqual(['Undone: Harbour changed.'])
  await click(button('Redo'))
  expect(client.inputsOf('deals.undo')).toEqual([EVENT, EVENT])
})

test('Ctrl+Z takes it back, Cmd+Shift+Z does it again', async () => {
  const { client, said } = await open()
  const event = await press(document.body, 'z', { ctrlKey: true })
  expect([event.defaultPrevented, said()]).toEqual([true, ['Undone: Harbour changed.']])
  await press(document.body, 'Z', { metaKey: true, shiftKey: true })
  expect(client.inputsOf('deals.undo')).toHaveLength(2)
})

test('a field has its own use for Ctrl+Z, and so has whoever looks at a dialog', async () => {
  const { client } = await open()
  const field = document.body.appendChild(document.createElement('input'))
  expect((await press(field, 'z', { ctrlKey: true })).defaultPrevented).toBe(false)
  field.setAttribute('role', 'dialog')
  await press(document.body, 'z', { ctrlKey: true })
  await press(document.body, 'z')
  field.remove()
  expect(client.inputsOf('deals.undo')).toEqual([])
})

test('a refusal stays until it is closed, or one goes elsewhere', async () => {
  const { client, said, router, wrapper } = await open()
  client.fail('deals.undo', { code: 'NOT_FOUND', details: { what: 'event', id: null } })
  await click(button('UndoCtrl Z'))
  await wait(60_000)
  expect(said()).toEqual(['Not undone: Harbour changed. It is no longer there.'])
  expect([hasButton('UndoCtrl Z'), hasButton('Redo')]).toEqual([false, false])
  await router.push('/settings')
  await wrapper.vm.$nextTick()
  expect(said()).toEqual([])
})

test('many deals are said for half a minute, and count no less for being held', async () => {
  const { said, undo, wrapper } = await open()
  undo.offer('36 deals changed.', { batchId: id(96) })
  await wrapper.vm.$nextTick()
  await wait(29_900)
  expect(said()).toEqual(['36 deals changed.'])
  await wait(200)
  await wrapper.vm.$nextTick()
  expect(said()).toEqual([])
})

test('after an undo the change before is one press away', async () => {
  const { client, said, undo } = await open()
  undo.offer('Quay changed.', { eventId: id(95) })
  await click(button('UndoCtrl Z'))
  expect([said(), hasButton('Redo'), button('UndoCtrl Z').title]).toEqual([
    ['Undone: Quay changed.'],
    true,
    'Undo: Harbour changed.',
  ])
  await click(button('UndoCtrl Z'))
  expect(client.inputsOf('deals.undo')).toEqual([{ eventId: id(95) }, EVENT])
  expect(hasButton('UndoCtrl Z')).toBe(false)
})

test('what is final offers no undo, even where something else could be undone', async () => {
  const { undo, said, wrapper } = await open()
  undo.say('Quay declined.', { dealId: id(2) })
  await wrapper.vm.$nextTick()
  expect([said(), hasButton('UndoCtrl Z'), hasButton('Open')]).toEqual([['Quay declined.'], false, true])
})

test('from elsewhere it leads to the deal; on the deal’s own page there is no need', async () => {
  const { undo, router, wrapper } = await open()
  undo.offer('Quay changed.', { eventId: id(95) }, { dealId: id(2) })
  await wrapper.vm.$nextTick()
  await click(button('Open'))
  expect(router.currentRoute.value.path).toBe(`/deal/${id(2)}`)
  expect(hasButton('Open')).toBe(false)
})
