import { expect, test } from 'vitest'
import { id, refusal } from '../testing/deals.ts'
import { FakeClient } from '../testing/fake-client.ts'
import { setUp } from '../testing/mount.ts'
import { useUndo } from './undo.store.ts'

const MOVED = 'Harbour moved to Proposed, 60 %.'
const EVENT = { eventId: id<'event'>(90) }
const REDO = { eventId: id<'event'>(91) }
const NOTHING = 'Nothing more to undo. Every change is in the deal’s timeline.'

function empty(locale: 'en' | 'zh-CN' = 'en') {
  const client = new FakeClient().answer('deals.undo', { undone: 1, refused: [], redo: REDO })
  return { client, undo: setUp(() => useUndo(), { client, locale }).result }
}
function offered(locale: 'en' | 'zh-CN' = 'en') {
  const { client, undo } = empty(locale)
  undo.offer(MOVED, EVENT, { dealId: id(1) })
  return { client, undo }
}
const refusing = (client: FakeClient) =>
  client.answer('deals.undo', {
    undone: 0,
    refused: [{ dealId: id(1), reasons: [refusal('UNDO_OVERTAKEN', { fields: ['stage'] })] }],
    redo: null,
  })

test('what was done is shown with the way back, and leads to its deal', () => {
  const { undo } = offered()
  expect(undo.shown).toEqual({
    text: MOVED,
    way: 'undo',
    dealId: id(1),
    refused: false,
    isBack: false,
    many: false,
  })
})

test('it is taken back, done again, and taken back once more', async () => {
  const { client, undo } = offered()
  await undo.undo()
  expect([undo.shown?.text, undo.shown?.way]).toEqual([`Undone: ${MOVED}`, 'redo'])
  client.answer('deals.undo', { undone: 1, refused: [], redo: EVENT })
  await undo.redo()
  expect([undo.shown?.text, undo.shown?.way]).toEqual([`Done again: ${MOVED}`, 'undo'])
  await undo.undo()
  expect(client.inputsOf('deals.undo')).toEqual([EVENT, REDO, EVENT])
})

test('each undo takes back the one before, and the last says that nothing is left', async () => {
  const { client, undo } = offered()
  undo.offer('Quay changed.', { eventId: id(95) })
  undo.offer('Mole changed.', { eventId: id(96) })
  const said: (string | undefined)[] = []
  for (let times = 0; times < 5; times++) {
    await undo.undo()
    said.push(undo.shown?.text)
  }
  expect(said).toEqual([
    'Undone: Mole changed.',
    'Undone: Quay changed.',
    `Undone: ${MOVED}`,
    NOTHING,
    NOTHING,
  ])
  expect(client.inputsOf('deals.undo')).toEqual([{ eventId: id(96) }, { eventId: id(95) }, EVENT])
})

test('keys that come faster than the answers lose nothing', async () => {
  const { client, undo } = offered()
  undo.offer('Quay changed.', { eventId: id(95) })
  await Promise.all([undo.undo(), undo.undo(), undo.undo()])
  expect(client.inputsOf('deals.undo')).toEqual([{ eventId: id(95) }, EVENT])
  expect(undo.shown?.text).toBe(NOTHING)
})

test('several that were taken back are done again one by one, until something new is done', async () => {
  const { undo } = offered()
  undo.offer('Quay changed.', { eventId: id(95) })
  await undo.undo()
  await undo.undo()
  await undo.redo()
  expect([undo.shown?.text, undo.again?.text]).toEqual([`Done again: ${MOVED}`, 'Quay changed.'])
  undo.offer('Mole changed.', { eventId: id(96) })
  await undo.redo()
  expect([undo.again, undo.shown?.text]).toEqual([null, 'Nothing to do again.'])
})

test('only so many are kept', async () => {
  const { client, undo } = empty()
  for (let number = 1; number <= 60; number++) undo.offer(`Change ${number}.`, { eventId: id(100 + number) })
  while (undo.next) await undo.undo()
  expect(client.inputsOf('deals.undo')).toHaveLength(50)
  expect(client.inputsOf('deals.undo').at(-1)).toEqual({ eventId: id(111) })
})

test('the last change can be taken back after its toast has gone', async () => {
  const { client, undo } = offered()
  undo.close()
  expect(undo.shown).toBeNull()
  await undo.undo()
  expect(client.inputsOf('deals.undo')).toEqual([EVENT])
})

test('what is final is said without a way back, and what was done before can still be taken back', async () => {
  const { undo } = offered()
  undo.say('Quay declined.', { dealId: id(2) })
  expect(undo.shown).toMatchObject({ text: 'Quay declined.', way: null, isBack: false, dealId: id(2) })
  await undo.undo()
  expect(undo.shown?.text).toBe(`Undone: ${MOVED}`)
})

test('a refusal says of what and why, is dropped, and the one before is next', async () => {
  const { client, undo } = offered()
  undo.offer('Quay changed.', { eventId: id(95) })
  refusing(client)
  await undo.undo()
  expect(undo.shown).toMatchObject({
    text: 'Not undone: Quay changed. Changed again since: First undo what came later: Stage.',
    way: null,
    refused: true,
    isBack: true,
  })
  expect(undo.next?.text).toBe(MOVED)
})

test('a batch says of how many deals, and of how many not', async () => {
  const { client, undo } = offered()
  const batch = { batchId: id<'batch'>(96) }
  undo.offer('37 deals changed.', batch, { undone: (count) => `campaign ID of ${count} deals.` })
  expect(undo.shown?.many).toBe(true)
  client.answer('deals.undo', {
    undone: 36,
    refused: [{ dealId: id(1), reasons: [refusal('DEAL_TERMINAL')] }],
    redo: batch,
  })
  await undo.undo()
  expect(undo.shown?.text).toBe(
    'Undone: campaign ID of 36 deals. 1 not: This deal is closed: A closed deal never changes. Copy it as a new deal to go on.',
  )
})

test('what a timeline takes back is no longer next, and can be done again', async () => {
  const { undo } = offered()
  await undo.takeBack('Stage Proposed', EVENT)
  expect([undo.next, undo.again?.text]).toEqual([null, MOVED])
  await undo.takeBack('Details changed', { eventId: id(97) }, { dealId: id(1) })
  expect(undo.shown).toMatchObject({ text: 'Undone: Details changed', dealId: id(1) })
})

test('what follows an undo follows it, and a deal that is gone is led to no more', async () => {
  const { client, undo } = empty()
  const went: string[] = []
  const after = () => Promise.resolve(went.push('on'))
  undo.offer('Harbour created.', EVENT, { dealId: id(1), after })
  client.answer('deals.undo', { undone: 1, refused: [], redo: null })
  await undo.undo()
  expect([went, undo.shown?.dealId, undo.again]).toEqual([['on'], null, null])
})

test.each([
  ['NOT_FOUND', 'It is no longer there.', true],
  ['BUSY', 'Another program holds the data. Wait a moment and try again.', false],
] as const)('a failure is said: %s', async (code, words, isDropped) => {
  const { client, undo } = offered()
  const details = code === 'BUSY' ? { what: 'database' } : { what: 'event', id: null }
  client.fail('deals.undo', { code, details } as never)
  await undo.undo()
  expect([undo.shown?.text, undo.shown?.refused, undo.busy]).toEqual([
    `Not undone: ${MOVED} ${words}`,
    true,
    false,
  ])
  expect(undo.next === null).toBe(isDropped)
})

test('in Chinese', async () => {
  const { undo } = offered('zh-CN')
  await undo.undo()
  expect(undo.shown?.text).toBe(`已撤销：${MOVED}`)
  await undo.undo()
  expect(undo.shown?.text).toBe('没有可撤销的操作了。每项更改都在交易的时间线中。')
})
