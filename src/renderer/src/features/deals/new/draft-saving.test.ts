import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reactive } from 'vue'
import { saveBeforeLeaving } from '../../../app/last-words.ts'
import { CallError } from '../../../bridge/client.ts'
import { at, dealView, day, id } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import { blankForm, copyOf, type WholeForm } from './draft-form.ts'
import { useDraftSaving } from './draft-saving.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SAVED = { draftId: id<'draft'>(90), savedAt: at('2026-03-02T12:00:00.000Z') }
const BUSY = { code: 'BUSY', details: { what: 'database' } } as const
const GONE = { code: 'NOT_FOUND', details: { what: 'draft', id: null } } as const

function saving(begun: WholeForm = blankForm(), saved: typeof SAVED | null = null) {
  const client = new FakeClient().answer('drafts.save', SAVED).answer('drafts.discard', {})
  const form = reactive(begun)
  const told: string[] = []
  const stage = setUp(() => useDraftSaving(form, blankForm(), saved, (draftId) => told.push(draftId)), {
    client,
  })
  const names = () => client.inputsOf('drafts.save').map(({ draftId, form: { name } }) => [draftId, name])
  return { ...stage, ...stage.result, form, told, names }
}
const pause = async () => {
  await flushPromises()
  await vi.advanceTimersByTimeAsync(400)
}

test('it is saved once typing pauses, and then named; later saves go into the same draft', async () => {
  const { form, names, told, saved, changed } = saving()
  form.name = 'C'
  await flushPromises()
  await vi.advanceTimersByTimeAsync(399)
  form.name = 'Co'
  await flushPromises()
  await vi.advanceTimersByTimeAsync(399)
  expect([names(), changed.value, saved.value]).toEqual([[], true, null])
  await vi.advanceTimersByTimeAsync(1)
  expect([names(), changed.value, saved.value, told]).toEqual([[[null, 'Co']], false, SAVED, [SAVED.draftId]])
  form.name = 'Cold'
  await pause()
  expect(names()).toEqual([
    [null, 'Co'],
    [SAVED.draftId, 'Cold'],
  ])
  expect(told).toHaveLength(1)
})

test('an untouched form is not kept, and neither is an untouched copy', async () => {
  for (const begun of [blankForm(), copyOf(dealView(), day('2026-03-02'))]) {
    const { client, leave } = saving(begun)
    await pause()
    expect([await leave(), client.calls]).toEqual(['nothing', []])
  }
})

test('where one is begins no draft, but is kept with one', async () => {
  const { client, form, names } = saving()
  form.step = 'team'
  await pause()
  expect(names()).toEqual([])
  form.name = 'Cold'
  await pause()
  form.step = 'review'
  await pause()
  expect(client.inputsOf('drafts.save').map(({ draftId, form: { step } }) => [draftId, step])).toEqual([
    [null, 'team'],
    [SAVED.draftId, 'review'],
  ])
})

test('what is typed while a save is under way is saved after it, into the same draft', async () => {
  const { client, form, names } = saving()
  const first = Promise.withResolvers<typeof SAVED>()
  let asked = 0
  client.answer('drafts.save', () => (asked++ === 0 ? first.promise : SAVED))
  form.name = 'A'
  await pause()
  form.name = 'B'
  await pause()
  expect(names()).toEqual([[null, 'A']])
  first.resolve(SAVED)
  await pause()
  expect(names()).toEqual([
    [null, 'A'],
    [SAVED.draftId, 'B'],
  ])
})

test('leaving saves at once and says that it is kept; nobody is led to the draft any more', async () => {
  const { form, names, told, leave } = saving()
  form.name = 'A'
  await flushPromises()
  expect(await leave()).toBe('kept')
  expect([names(), told]).toEqual([[[null, 'A']], []])
})

test('so does going away without leaving, and hiding the window', async () => {
  const { form, names, unmount } = saving()
  form.name = 'A'
  await flushPromises()
  window.dispatchEvent(new Event('pagehide'))
  await flushPromises()
  expect(names()).toEqual([[null, 'A']])
  form.name = 'B'
  await flushPromises()
  unmount()
  await flushPromises()
  expect(names().at(-1)).toEqual([SAVED.draftId, 'B'])
})

test('before the window closes everything typed is saved, what came while a save was under way too', async () => {
  const { client, form, names } = saving()
  const first = Promise.withResolvers<typeof SAVED>()
  let asked = 0
  client.answer('drafts.save', () => (asked++ === 0 ? first.promise : SAVED))
  form.name = 'A'
  await pause()
  form.name = 'AB'
  const saved = saveBeforeLeaving()
  first.resolve(SAVED)
  await saved
  expect(names()).toEqual([
    [null, 'A'],
    [SAVED.draftId, 'AB'],
  ])
})

test('a draft that was emptied is discarded on leaving', async () => {
  const { client, form, leave } = saving({ ...blankForm(), name: 'A' }, SAVED)
  form.name = ''
  await flushPromises()
  expect(await leave()).toBe('nothing')
  expect(client.inputsOf('drafts.discard')).toEqual([{ draftId: SAVED.draftId }])
})

test('what cannot be saved is told, tried again, and not lost unasked', async () => {
  const { client, form, failure, leave, names, told } = saving()
  client.fail('drafts.save', BUSY)
  form.name = 'A'
  await pause()
  expect(failure.value).toMatchObject({ shape: BUSY })
  expect(await leave()).toBe('failed')
  client.answer('drafts.save', SAVED)
  form.name = 'AB'
  await pause()
  expect([failure.value, names().at(-1), told]).toEqual([null, [null, 'AB'], [SAVED.draftId]])
})

test('a draft discarded elsewhere becomes one of its own again', async () => {
  const { client, form, names, told } = saving({ ...blankForm(), name: 'A' }, SAVED)
  const fresh = { ...SAVED, draftId: id<'draft'>(91) }
  client.answer('drafts.save', ({ draftId }) => {
    if (draftId !== null) throw new CallError(GONE)
    return fresh
  })
  form.name = 'AB'
  await pause()
  expect(names()).toEqual([
    [SAVED.draftId, 'AB'],
    [null, 'AB'],
  ])
  expect(told).toEqual([fresh.draftId])
})

test('after discarding nothing is saved any more, not even what a save under way leaves behind', async () => {
  const { client, form, names, discard } = saving()
  const slow = Promise.withResolvers<typeof SAVED>()
  client.answer('drafts.save', () => slow.promise)
  form.name = 'A'
  await pause()
  const discarded = discard()
  form.name = 'AB'
  await pause()
  slow.resolve(SAVED)
  await discarded
  await pause()
  expect(names()).toEqual([[null, 'A']])
  expect(client.inputsOf('drafts.discard')).toEqual([{ draftId: SAVED.draftId }])
})

test('a draft that cannot be discarded says so and is still kept', async () => {
  const { client, form, names, discard } = saving({ ...blankForm(), name: 'A' }, SAVED)
  client.fail('drafts.discard', BUSY)
  await expect(discard()).rejects.toMatchObject({ shape: BUSY })
  form.name = 'AB'
  await pause()
  expect(names()).toEqual([[SAVED.draftId, 'AB']])
})
