import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Family } from '#shared/domain/stages.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { useUndo } from '../../../app/undo.store.ts'
import { TODAY, column, dealRow, dealView, id, receivedRow, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import type { ColumnVerdict } from './column-verdicts.ts'
import { useBoard } from './board.store.ts'
import { useBoardMoves } from './board-moves.ts'

async function movesOn(board: Partial<DealView>, locale: 'en' | 'zh-CN' = 'en') {
  const columns = [column('created', [dealRow()]), column('qualified'), column('proposed'), column('lost')]
  const client = new FakeClient()
    .answer('deals.board', { columns })
    .answer('deals.execute', { deal: dealView(board), events: [id(90)] })
  const { result } = setUp(() => ({ moves: useBoardMoves(), board: useBoard(), undo: useUndo() }), {
    client,
    locale,
  })
  await result.board.load(TODAY)
  const shown = () => result.board.columns.filter(({ rows }) => rows.length > 0).map(({ key }) => key)
  return { ...result, client, shown }
}

test('a mark is carried out against the version on the board, painted and told', async () => {
  const { moves, undo, client, shown } = await movesOn({ stage: 'qualified', percent: 20, version: 4 })
  await moves.obey('standard', dealRow(), { kind: 'mark', stage: 'qualified' })
  expect(client.inputsOf('deals.execute')).toEqual([
    {
      dealId: '00000000-0000-7000-8000-000000000001',
      expectedVersion: 3,
      command: { kind: 'mark-stage', stage: 'qualified' },
    },
  ])
  expect(shown()).toEqual(['qualified'])
  expect([moves.told.value, undo.shown]).toEqual([
    null,
    {
      text: 'Cold-chain telemetry moved to Qualified, 20 %.',
      way: 'undo',
      dealId: id(1),
      isBack: false,
      many: false,
      refused: false,
    },
  ])
  await flushPromises()
})

test.each([
  ['en', 'developed', 'moved to Developed, 40 %. Qualified counts as passed.'],
  ['en', 'proposed', 'moved to Proposed, 60 %. Qualified and Developed count as passed.'],
  ['zh-CN', 'developed', '已移动到“已开发”，40 %。“已确认资格”视为已通过。'],
  ['zh-CN', 'proposed', '已移动到“已提案”，60 %。“已确认资格和已开发”视为已通过。'],
] as const)('in %s, a mark at %s names what it passes over', async (locale, stage, told) => {
  const { moves, undo } = await movesOn({ stage }, locale)
  await moves.obey('standard', dealRow(), { kind: 'mark', stage })
  expect(undo.shown?.text).toBe(`Cold-chain telemetry ${told}`)
  await flushPromises()
})

test('what lies behind the deal is not passed over', async () => {
  const { moves, undo } = await movesOn({ stage: 'negotiated' })
  await moves.obey('standard', dealRow({ stage: 'developed' }), { kind: 'mark', stage: 'negotiated' })
  expect(undo.shown?.text).toBe('Cold-chain telemetry moved to Negotiated, 80 %. Proposed counts as passed.')
  await flushPromises()
})

test('a correction is one of its own, and says the percent it went back to', async () => {
  const { moves, undo, client } = await movesOn({ stage: 'created' })
  await moves.obey('standard', dealRow({ stage: 'proposed' }), { kind: 'correct', stage: 'created' })
  expect(client.inputsOf('deals.execute')[0]!.command).toEqual({ kind: 'correct-stage', stage: 'created' })
  expect(undo.shown?.text).toBe('Cold-chain telemetry corrected back to Created, 10 %.')
  await flushPromises()
})

test('a move that did not commit is never painted, and says why', async () => {
  const { moves, client, shown } = await movesOn({})
  client.refuse('deals.execute', refusal('DEAL_TERMINAL'))
  await moves.obey('standard', dealRow(), { kind: 'mark', stage: 'qualified' })
  expect(shown()).toEqual(['created'])
  expect(moves.told.value).toEqual({
    text: 'This deal is closed. A closed deal never changes. Copy it as a new deal to go on.',
    refused: true,
  })
})

test.each(['accept', 'win', 'lose'] as const)('%s asks first; nothing is saved before', async (kind) => {
  const { moves, client } = await movesOn({})
  await moves.obey('standard', dealRow(), { kind })
  expect(moves.prompt.value).toMatchObject({ kind, deal: { id: '00000000-0000-7000-8000-000000000001' } })
  expect([client.inputsOf('deals.execute'), moves.told.value]).toEqual([[], null])
})

test.each<[Family, ColumnVerdict]>([
  ['standard', { kind: 'home' }],
  ['assessment', { kind: 'refused', reasons: [], board: 'answerFirst' }],
])('on the %s board, %j does nothing', async (family, verdict) => {
  const { moves, client } = await movesOn({})
  await moves.obey(family, dealRow(), verdict)
  expect([client.inputsOf('deals.execute'), moves.prompt.value, moves.told.value]).toEqual([[], null, null])
})

test.each(['accept', 'decline', 'win', 'lose'] as const)(
  'after the dialog of %s the card is where it belongs',
  async (kind) => {
    const { moves, shown } = await movesOn({})
    moves.prompt.value = { kind, deal: receivedRow() }
    moves.tell('Not ahead', true)
    moves.prompted(dealRow({ status: 'lost' }))
    expect([moves.prompt.value, moves.told.value, shown()]).toEqual([null, null, ['lost']])
    await flushPromises()
  },
)
