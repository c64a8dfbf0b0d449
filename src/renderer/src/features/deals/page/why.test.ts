import { expect, test, vi } from 'vitest'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'
import { allowed, blocked, refusal } from '../../../testing/deals.ts'
import { setUp } from '../../../testing/mount.ts'
import { type Mends, useWhy } from './why.ts'

const mending = (): Mends => ({ copy: vi.fn(), accept: vi.fn(), markNext: vi.fn(), nextStage: 'Qualified' })
const why = (actions: readonly VerdictView[], mends: Mends = mending()) =>
  setUp(() =>
    useWhy(
      () => actions,
      () => mends,
    ),
  ).result

test('an action is judged with its very target', () => {
  const { allowed: may } = why([allowed('mark-stage', 'proposed'), blocked('mark-stage', 'qualified')])
  expect([may('mark-stage', 'proposed'), may('mark-stage', 'qualified'), may('mark-stage')]).toEqual([
    true,
    false,
    false,
  ])
})

test('an action nobody judged is not allowed, and there is nothing to say about it', () => {
  const { allowed: may, reasons } = why([])
  expect([may('win'), reasons('win')]).toEqual([false, []])
})

test('a blocked action says all its reasons, in the order given', () => {
  const reasons = [refusal('NOT_ACTIVE'), refusal('ASSESSMENT_STAGES_OPEN', { missing: ['collect-data'] })]
  expect(why([blocked('win', null, ...reasons)]).reasons('win')).toEqual([
    {
      title: 'Not accepted yet',
      text: 'Answer the invitation first. Everything else opens once the deal is accepted.',
      mends: [],
    },
    {
      title: 'Stages are not marked yet',
      text: 'An assessment is won after all four. Missing: Collect data.',
      mends: [],
    },
  ])
})

test.each([
  ['copy', 'Copy as new deal', 'copy'],
  ['accept', 'Accept…', 'accept'],
  ['mark-stage', 'Mark as Qualified', 'markNext'],
] as const)('what %s mends offers it there and then', (action, label, mend) => {
  const mends = mending()
  const [reason] = why([blocked('win', null, refusal('DEAL_TERMINAL', {}, { action }))], mends).reasons('win')
  expect(reason!.mends.map((way) => way.label)).toEqual([label])
  reason!.mends[0]!.go()
  expect(mends[mend]).toHaveBeenCalledOnce()
})

test.each([
  ['mark-stage', { ...mending(), markNext: null }],
  ['mark-stage', { ...mending(), nextStage: null }],
  ['win', mending()],
])('a mend this page cannot do (%s) is not offered', (action, mends) => {
  const [reason] = why([blocked('win', null, refusal('NOT_ACTIVE', {}, { action }))], mends).reasons('win')
  expect(reason!.mends).toEqual([])
})

test('only allowed corrections are listed', () => {
  const { corrections } = why([
    allowed('correct-stage', 'created'),
    blocked('correct-stage', 'proposed', refusal('STAGE_NOT_BEHIND')),
    allowed('mark-stage', 'negotiated'),
  ])
  expect(corrections.value.map(({ target }) => target)).toEqual(['created'])
})
