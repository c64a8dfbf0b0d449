import { expect, test } from 'vitest'
import { id, money, party } from '../../testing/deals.ts'
import { speak } from '../../testing/mount.ts'
import { whatItDid } from './command-words.ts'
import type { CommandInput } from './deal-commands.ts'

const DEAL = {
  name: 'Harbour',
  parties: [
    party({ id: id(60), organization: 'Southgate Systems' }),
    party({ id: id(61), organization: 'Brink & Daughters' }),
  ],
}
const answer = (kind: 'accepted' | 'declined' | 'won' | 'lost'): CommandInput => ({
  kind: 'record-answer',
  partyId: id(60),
  answer: kind,
})
const did = (command: CommandInput, locale: 'en' | 'zh-CN') => {
  const { t, format } = speak(locale)
  return whatItDid(t, format, command, DEAL)
}
const invite: CommandInput = {
  kind: 'invite-partner',
  invite: {
    partnerId: id(5),
    closeDate: null,
    value: null,
    notes: null,
    team: [],
    solutions: [],
    help: null,
  },
}

test.each<[CommandInput, string, string, string, string]>([
  [
    { kind: 'accept', name: 'Harbour' },
    'Harbour accepted.',
    'Harbour waits for your answer again.',
    'Harbour 已接受。',
    'Harbour 重新等待你的答复。',
  ],
  [
    { kind: 'edit', changes: { value: money(1, 'EUR'), campaignId: null } },
    'Harbour changed.',
    'value and campaign ID of Harbour.',
    'Harbour 已更改。',
    'Harbour 的金额和营销活动 ID。',
  ],
  [
    { kind: 'set-team', team: [] },
    'Team of Harbour changed.',
    'team of Harbour.',
    'Harbour 的团队已更改。',
    'Harbour 的团队。',
  ],
  [
    invite,
    'Invitation of Brink & Daughters to Harbour recorded. Now send it in Partner Center.',
    'invitation of Brink & Daughters to Harbour.',
    '已记录邀请 Brink & Daughters 参与 Harbour。请在合作伙伴中心发出邀请。',
    '邀请 Brink & Daughters 参与 Harbour。',
  ],
  [
    answer('accepted'),
    'Answer of Southgate Systems recorded on Harbour.',
    'answer of Southgate Systems on Harbour.',
    '已在 Harbour 上记录 Southgate Systems 的答复。',
    'Southgate Systems 对 Harbour 的答复。',
  ],
  [
    { kind: 'mark-stage', stage: 'collect-data' },
    'Harbour moved to Collect data, 40 %.',
    'move of Harbour to Collect data.',
    'Harbour 已移动到“收集数据”，40 %。',
    '将 Harbour 移动到“收集数据”。',
  ],
  [
    { kind: 'correct-stage', stage: 'created' },
    'Harbour corrected back to Created, 10 %.',
    'correction of Harbour to Created.',
    'Harbour 已更正回“已创建”，10 %。',
    '将 Harbour 更正到“已创建”。',
  ],
  [
    { kind: 'set-favorite', favorite: true },
    'Harbour is a favorite.',
    'Harbour is no longer a favorite.',
    'Harbour 已收藏。',
    'Harbour 已取消收藏。',
  ],
  [
    { kind: 'set-favorite', favorite: false },
    'Harbour is no longer a favorite.',
    'Harbour is a favorite.',
    'Harbour 已取消收藏。',
    'Harbour 已收藏。',
  ],
])(
  '%# what can be taken back is said, and what is said then: %j',
  (command, text, undone, textZh, undoneZh) => {
    expect([did(command, 'en'), did(command, 'zh-CN')]).toEqual([
      { text, undone },
      { text: textZh, undone: undoneZh },
    ])
  },
)

test.each<[CommandInput, string, string]>([
  [
    { kind: 'win' },
    'Harbour closed as won. Its value, date, team and solutions stay as they are now.',
    'Harbour 已作为赢单关闭。金额、日期、团队和解决方案从此不变。',
  ],
  [
    { kind: 'lose', reason: 'budget' },
    'Harbour closed as lost. A closed deal never changes.',
    'Harbour 已作为丢单关闭。已关闭的交易不再更改。',
  ],
  [
    { kind: 'decline', reason: 'budget' },
    'Harbour declined. A closed deal never changes.',
    '已拒绝 Harbour。已关闭的交易不再更改。',
  ],
  [
    answer('declined'),
    'Southgate Systems declined Harbour: recorded for good.',
    '已记录 Southgate Systems 拒绝 Harbour，此记录不可更改。',
  ],
  [
    answer('won'),
    'Part of Southgate Systems on Harbour recorded as won, for good.',
    '已将 Southgate Systems 在 Harbour 上的部分记录为赢单，此记录不可更改。',
  ],
  [
    { kind: 'register', form: {} as never },
    'Registration of Harbour recorded. Now submit it in Partner Center.',
    'Harbour 的注册已记录。请在合作伙伴中心提交。',
  ],
  [
    { kind: 'resubmit', form: {} as never },
    'Corrected registration of Harbour recorded. Now submit it in Partner Center again.',
    'Harbour 更正后的注册已记录。请在合作伙伴中心重新提交。',
  ],
])('%# what is final is said, and not offered to be taken back: %j', (command, english, chinese) => {
  expect([did(command, 'en'), did(command, 'zh-CN')]).toEqual([
    { text: english, undone: null },
    { text: chinese, undone: null },
  ])
})

test('how a deal began is said by the screen it began on', () => {
  const command = { kind: 'receive', from: { kind: 'microsoft', organization: 'Microsoft' } } as const
  expect(did(command as CommandInput, 'en')).toBeNull()
})
