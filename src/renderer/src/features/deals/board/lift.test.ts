import { expect, test } from 'vitest'
import type { DealId } from '#shared/domain/ids.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { allowed, blocked, dealRow, id, receivedRow, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import { useLift } from './lift.ts'

const ACTIONS = [allowed('mark-stage', 'qualified'), blocked('win', null, refusal('NOT_ACTIVE'))]
const answering = () => new FakeClient().answer('deals.actions', { actions: ACTIONS })
const lifting = (client = answering()) => setUp(() => useLift(() => 'standard'), { client }).result

test('a lifted card is over its own column until it is carried', async () => {
  const lift = lifting()
  await lift.lift(dealRow(), 'keyboard')
  expect([lift.lifted.value?.by, lift.over.value, lift.target.value]).toEqual([
    'keyboard',
    'created',
    { kind: 'home' },
  ])
  lift.carry(1)
  expect([lift.over.value, lift.target.value]).toEqual(['qualified', { kind: 'mark', stage: 'qualified' }])
})

test('carrying stops at both ends of the board', async () => {
  const lift = lifting()
  await lift.lift(dealRow(), 'keyboard')
  lift.carry(-1)
  expect(lift.over.value).toBe('received')
  lift.carry(-1)
  expect(lift.over.value).toBe('received')
  for (let step = 0; step < 9; step += 1) lift.carry(1)
  expect(lift.over.value).toBe('lost')
})

test('without a card in the air, nothing is carried and nothing hovers', () => {
  const lift = lifting()
  lift.carry(1)
  lift.hover('won')
  expect([lift.over.value, lift.target.value, lift.lifted.value]).toEqual([null, null, null])
})

test('the pointer over no column counts as home', async () => {
  const lift = lifting()
  await lift.lift(receivedRow(), 'mouse')
  lift.hover('won')
  expect(lift.target.value).toMatchObject({ kind: 'refused', board: 'answerFirst' })
  lift.hover(undefined)
  expect([lift.over.value, lift.target.value]).toEqual(['received', { kind: 'home' }])
})

test('letting go forgets card, column and verdicts', async () => {
  const lift = lifting()
  await lift.lift(dealRow(), 'mouse')
  lift.letGo()
  expect([lift.lifted.value, lift.verdicts.value, lift.over.value]).toEqual([null, null, null])
})

test('verdicts that arrive after the card was put down, or for another card, are dropped', async () => {
  const gates = new Map<DealId, PromiseWithResolvers<Output<'deals.actions'>>>()
  const client = new FakeClient().answer('deals.actions', ({ dealId }) => {
    const gate = Promise.withResolvers<Output<'deals.actions'>>()
    gates.set(dealId as DealId, gate)
    return gate.promise
  })
  const lift = lifting(client)
  const first = lift.lift(dealRow({ id: id(1) }), 'mouse')
  const second = lift.lift(dealRow({ id: id(2) }), 'mouse')
  gates.get(id(1))!.resolve({ actions: [allowed('win')] })
  await first
  expect(lift.verdicts.value).toBeNull()
  lift.letGo()
  gates.get(id(2))!.resolve({ actions: ACTIONS })
  await second
  expect(lift.verdicts.value).toBeNull()
})

test('whoever drops can wait for the judgement', async () => {
  const lift = lifting()
  void lift.lift(dealRow(), 'mouse')
  expect(lift.verdicts.value).toBeNull()
  await lift.judged()
  expect(lift.verdicts.value?.['won']).toEqual({
    kind: 'refused',
    reasons: [{ code: 'NOT_ACTIVE', params: {}, fix: null }],
    board: null,
  })
})
