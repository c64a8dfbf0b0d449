import { expect, test } from 'vitest'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'
import { allowed, blocked, dealRow, id, receivedRow, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import { useBoardMenu } from './board-menu.ts'

function menuFor(actions: VerdictView[]) {
  const client = new FakeClient().answer('deals.actions', { actions })
  return setUp(
    () =>
      useBoardMenu(
        () => 'standard',
        () => false,
      ),
    { client },
  ).result
}

test('the menu lists every other column, blocked ones with their reason', async () => {
  const menu = menuFor([
    allowed('mark-stage', 'proposed'),
    blocked('mark-stage', 'negotiated', refusal('STAGE_NOT_NEXT')),
    allowed('correct-stage', 'created'),
    allowed('correct-stage', 'qualified'),
    allowed('win'),
    blocked('lose', null, refusal('DEAL_TERMINAL')),
    blocked('decline', null, refusal('NOT_RECEIVED')),
  ])
  await menu.prepare(dealRow({ stage: 'developed' }))
  expect(menu.items.value.map(({ label, blocked: why }) => [label, why])).toEqual([
    ['Open deal', undefined],
    ['Move to Created / Accepted', undefined],
    ['Move to Qualified', undefined],
    ['Move to Proposed', undefined],
    ['Move to Negotiated', 'Not the next stage'],
    ['Move to Won', undefined],
    ['Move to Lost', 'This deal is closed'],
  ])
})

test('a received deal is accepted, not moved; only one that can be declined offers it, last', async () => {
  const menu = menuFor([allowed('accept'), allowed('decline')])
  await menu.prepare(receivedRow())
  expect(menu.items.value.at(-1)).toEqual({ key: 'decline', label: 'Decline…', separated: true })
  expect(menu.items.value[1]).toEqual({
    key: 'created',
    label: 'Accept…',
    separated: true,
  })
})

test('before the verdicts are there, a deal can only be opened', async () => {
  const menu = menuFor([allowed('win')])
  const ready = menu.prepare(dealRow())
  expect(menu.items.value.map(({ key }) => key)).toEqual(['open'])
  expect(menu.verdictOf('won')).toBeNull()
  await ready
  expect(menu.verdictOf('won')).toEqual({ kind: 'win' })
})

test('the next card begins without the verdicts of the last one', async () => {
  const menu = menuFor([allowed('accept'), allowed('decline')])
  await menu.prepare(receivedRow())
  const ready = menu.prepare(dealRow())
  expect(menu.items.value.map(({ key }) => key)).toEqual(['open'])
  await ready
})

test('verdicts for a menu that another one has followed are dropped', async () => {
  const late = Promise.withResolvers<{ actions: VerdictView[] }>()
  const client = new FakeClient().answer('deals.actions', ({ dealId }) =>
    dealId === id(1) ? late.promise : { actions: [allowed('lose')] },
  )
  const { result: menu } = setUp(
    () =>
      useBoardMenu(
        () => 'standard',
        () => false,
      ),
    { client },
  )
  const first = menu.prepare(receivedRow({ id: id(1) }))
  await menu.prepare(dealRow({ id: id(2) }))
  late.resolve({ actions: [allowed('accept'), allowed('decline')] })
  await first
  expect(menu.verdictOf('lost')).toEqual({ kind: 'lose' })
  expect(menu.items.value.map(({ key }) => key)).not.toContain('decline')
})
