import { expect, test, vi } from 'vitest'
import type { BoardColumn } from '#shared/domain/stages.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { useSpoken } from '../../../app/announcer.ts'
import { allowed, at, blocked, column, dealRow, id, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import { useBoardKeys } from './board-keys.ts'
import { useLift } from './lift.ts'

const [FIRST, SECOND, THIRD] = [1, 2, 3].map((number) => dealRow({ id: id(number) })) as [
  DealRow,
  DealRow,
  DealRow,
]
const COLUMNS = [
  column('received'),
  column('created', [FIRST, SECOND]),
  column('qualified'),
  column('developed', [THIRD]),
]

function keyboard(columns = COLUMNS) {
  const actions = [
    allowed('mark-stage', 'qualified'),
    blocked('mark-stage', 'developed', refusal('TOO_MANY')),
  ]
  const client = new FakeClient().answer('deals.actions', { actions })
  const focus = vi.fn<(key: BoardColumn, index: number) => void>()
  const drop = vi.fn(async () => {})
  const barred = vi.fn<() => boolean>(() => false)
  const { result } = setUp(
    () => {
      const lift = useLift(() => 'standard')
      const titleOf = (key: BoardColumn) => key.toUpperCase()
      const deps = { lift, columns: () => columns, titleOf, reason: () => 'nobody may', focus, drop, barred }
      return { lift, keys: useBoardKeys(deps) }
    },
    { client },
  )
  const { lift, keys } = result

  /** A key pressed on the name of a card, or beside it; says whether the board took it. */
  async function press(
    key: string,
    [deal, where, index]: readonly [DealRow, BoardColumn, number] = [FIRST, 'created', 0],
    more: KeyboardEventInit = {},
    element = 'h3',
  ): Promise<boolean> {
    const target = document.createElement(element)
    target.addEventListener('keydown', (event) => keys.onKey(event, deal, where, index))
    const event = new KeyboardEvent('keydown', { key, cancelable: true, ...more })
    target.dispatchEvent(event)
    await lift.judged()
    return event.defaultPrevented
  }
  return { lift, keys, focus, drop, press }
}
const spoken = () => useSpoken().value.trim()

test.each([
  ['ArrowDown', [FIRST, 'created', 0], ['created', 1]],
  ['ArrowUp', [SECOND, 'created', 1], ['created', 0]],
  ['ArrowRight', [FIRST, 'created', 0], ['developed', 0]],
  ['ArrowRight', [SECOND, 'created', 1], ['developed', 0]],
  ['ArrowLeft', [THIRD, 'developed', 0], ['created', 0]],
] as const)('%s walks from %j to %j, past empty columns', async (key, from, to) => {
  const { press, focus } = keyboard()
  expect(await press(key, from)).toBe(true)
  expect(focus.mock.calls).toEqual([to])
})

test.each([
  ['ArrowDown', [SECOND, 'created', 1]],
  ['ArrowUp', [FIRST, 'created', 0]],
  ['ArrowRight', [THIRD, 'developed', 0]],
  ['ArrowLeft', [FIRST, 'created', 0]],
] as const)('%s at the edge stays, without scrolling the page', async (key, from) => {
  const { press, focus } = keyboard()
  expect(await press(key, from)).toBe(true)
  expect(focus).not.toHaveBeenCalled()
})

test.each([
  ['Enter', {}, 'h3'],
  ['Tab', {}, 'h3'],
  ['ArrowDown', { ctrlKey: true }, 'h3'],
  [' ', { metaKey: true }, 'h3'],
  [' ', { altKey: true }, 'h3'],
  [' ', {}, 'button'],
])('%j with %j on a %s is left to the browser', async (key, more, element) => {
  const { press, focus, lift } = keyboard()
  expect(await press(key, undefined, more, element)).toBe(false)
  expect([focus.mock.calls, lift.lifted.value]).toEqual([[], null])
})

test('Space lifts, arrows carry and say where and why not, Escape puts back', async () => {
  const { press, lift } = keyboard()
  await press(' ')
  expect(spoken()).toBe(
    '“Cold-chain telemetry” lifted from CREATED. Arrow keys choose a column, Space drops, Escape cancels.',
  )
  await press('ArrowRight')
  expect([lift.over.value, spoken()]).toEqual(['qualified', 'Over QUALIFIED.'])
  await press('ArrowRight')
  expect(spoken()).toBe('Over DEVELOPED. Not possible: nobody may.')
  await press('ArrowLeft')
  await press('ArrowLeft')
  expect(spoken()).toBe('Over CREATED, where it was.')
  expect(await press('Escape')).toBe(true)
  expect([lift.lifted.value, spoken()]).toEqual([null, '“Cold-chain telemetry” stays in CREATED.'])
})

test.each([' ', 'Enter'])('%j drops a lifted card', async (key) => {
  const { press, drop } = keyboard()
  await press(' ')
  expect(await press(key)).toBe(true)
  expect(drop).toHaveBeenCalledOnce()
})

test('while a card is lifted the focus stays on it: Tab and the other arrows do nothing', async () => {
  const { press, focus, drop, lift } = keyboard()
  await press(' ')
  for (const key of ['Tab', 'ArrowUp', 'ArrowDown']) expect(await press(key)).toBe(true)
  expect(await press('x')).toBe(false)
  expect([focus.mock.calls, drop.mock.calls, lift.over.value]).toEqual([[], [], 'created'])
})

test('a closed deal cannot be lifted', async () => {
  const { press, lift } = keyboard()
  const won = dealRow({ status: 'won', stage: 'won', closedAt: at('2026-03-01T00:00:00.000Z') })
  await press(' ', [won, 'won', 0])
  expect(lift.lifted.value).toBeNull()
})

test('Tab reaches one card: the first, then the one last visited while it is there', () => {
  const { keys } = keyboard()
  expect(keys.reachableId.value).toBe(FIRST.id)
  keys.remember(THIRD.id)
  expect(keys.reachableId.value).toBe(THIRD.id)
  keys.remember(id(99))
  expect(keys.reachableId.value).toBe(FIRST.id)
  expect(keyboard([column('created')]).keys.reachableId.value).toBeNull()
})
