import { expect, test } from 'vitest'
import { id, refusal } from '../testing/deals.ts'
import { FakeClient } from '../testing/fake-client.ts'
import { setUp } from '../testing/mount.ts'
import { useUndo } from './undo.store.ts'

const MOVED = 'Harbour moved to Proposed, 60 %.'
const EVENT = { eventId: id<'event'>(90) }
const REDO = { eventId: id<'event'>(91) }

function offered(locale: 'en' | 'zh-CN' = 'en') {
  const client = new FakeClient().answer('deals.undo', { undone: 1, refused: [], redo: REDO })
  const { result } = setUp(() => useUndo(), { client, locale })
  result.offer(MOVED, EVENT)
  return { client, undo: result }
}

test('what was done is shown with the way back', () => {
  const { undo } = offered()
  expect(undo.shown).toEqual({ text: MOVED, order: EVENT, isUndone: false, refused: false })
})

test('it is taken back, done again, and taken back once more', async () => {
  const { client, undo } = offered()
  await undo.undo()
  expect([undo.shown?.text, undo.shown?.isUndone]).toEqual([`Taken back: ${MOVED}`, true])
  client.answer('deals.undo', { undone: 1, refused: [], redo: EVENT })
  await undo.redo()
  expect([undo.shown?.text, undo.shown?.isUndone]).toEqual([`Done again: ${MOVED}`, false])
  await undo.undo()
  expect(client.inputsOf('deals.undo')).toEqual([EVENT, REDO, EVENT])
})

test('taken back twice in a row it is taken back once', async () => {
  const { client, undo } = offered()
  await undo.undo()
  await undo.undo()
  expect(client.inputsOf('deals.undo')).toEqual([EVENT])
})

test('the last change can be taken back after its toast has gone', async () => {
  const { client, undo } = offered()
  undo.close()
  expect(undo.shown).toBeNull()
  await undo.undo()
  expect(client.inputsOf('deals.undo')).toEqual([EVENT])
})

test('there is one at a time: the newer change takes the place', async () => {
  const { client, undo } = offered()
  undo.offer('Quay changed.', { eventId: id(95) })
  await undo.undo()
  expect(undo.shown?.text).toBe('Taken back: Quay changed.')
  expect(client.inputsOf('deals.undo')).toEqual([{ eventId: id(95) }])
})

test('a refusal says why, and leaves nothing to try again', async () => {
  const { client, undo } = offered()
  client.answer('deals.undo', {
    undone: 0,
    refused: [{ dealId: id(1), reasons: [refusal('UNDO_OVERTAKEN', { fields: ['stage'] })] }],
    redo: null,
  })
  await undo.undo()
  expect(undo.shown).toEqual({
    text: 'Not taken back. Changed again since: First undo what came later: Stage.',
    order: null,
    isUndone: false,
    refused: true,
  })
  await undo.undo()
  expect(client.inputsOf('deals.undo')).toHaveLength(1)
})

test('a batch says how many deals, and how many not', async () => {
  const { client, undo } = offered()
  const batch = { batchId: id<'batch'>(96) }
  undo.offer('37 deals moved.', batch)
  client.answer('deals.undo', { undone: 37, refused: [], redo: batch })
  await undo.undo()
  expect(undo.shown?.text).toBe('37 deals taken back: 37 deals moved.')
  undo.offer('37 deals moved.', batch)
  client.answer('deals.undo', {
    undone: 36,
    refused: [{ dealId: id(1), reasons: [refusal('DEAL_TERMINAL')] }],
    redo: batch,
  })
  await undo.undo()
  expect(undo.shown?.text).toBe(
    '36 taken back, 1 not: This deal is closed: A closed deal never changes. Copy it as a new deal to go on.',
  )
})

test.each([
  ['NOT_FOUND', 'Not taken back. It is no longer there.'],
  ['BUSY', 'Not taken back. Another program holds the data. Wait a moment and try again.'],
] as const)('a failure is said: %s', async (code, words) => {
  const { client, undo } = offered()
  const details = code === 'BUSY' ? { what: 'database' } : { what: 'event', id: null }
  client.fail('deals.undo', { code, details } as never)
  await undo.undo()
  expect([undo.shown?.text, undo.shown?.refused, undo.busy]).toEqual([words, true, false])
})

test('in Chinese', async () => {
  const { undo } = offered('zh-CN')
  await undo.undo()
  expect(undo.shown?.text).toBe(`已撤销：${MOVED}`)
})
