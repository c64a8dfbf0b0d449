import { expect, test } from 'vitest'
import { id, money } from '../../testing/deals.ts'
import { speak } from '../../testing/mount.ts'
import { didSentence } from './command-words.ts'
import type { CommandInput } from './deal-commands.ts'

const DEAL = { name: 'Harbour' }
const answer = (kind: 'accepted' | 'declined'): CommandInput => ({
  kind: 'record-answer',
  partyId: id(60),
  answer: kind,
})

test.each<[CommandInput, string, string]>([
  [{ kind: 'accept', name: 'Harbour' }, 'Harbour accepted.', 'Harbour 已接受。'],
  [{ kind: 'edit', changes: { value: money(1, 'EUR') } }, 'Harbour changed.', 'Harbour 已更改。'],
  [{ kind: 'set-team', team: [] }, 'Team of Harbour changed.', 'Harbour 的团队已更改。'],
  [
    { kind: 'invite-microsoft', help: 'general' },
    'Microsoft invited to Harbour.',
    '已邀请 Microsoft 参与 Harbour。',
  ],
  [answer('accepted'), 'Answer recorded on Harbour.', '已记录 Harbour 的答复。'],
  [
    { kind: 'mark-stage', stage: 'collect-data' },
    'Harbour moved to Collect data, 40 %.',
    'Harbour 已移动到“收集数据”，40 %。',
  ],
  [
    { kind: 'correct-stage', stage: 'created' },
    'Harbour corrected back to Created, 10 %.',
    'Harbour 已更正回“已创建”，10 %。',
  ],
  [{ kind: 'set-favorite', favorite: true }, 'Harbour is a favorite.', 'Harbour 已收藏。'],
  [{ kind: 'set-favorite', favorite: false }, 'Harbour is no longer a favorite.', 'Harbour 已取消收藏。'],
])('%# what can be taken back is said: %j', (command, english, chinese) => {
  expect([didSentence(speak('en').t, command, DEAL), didSentence(speak('zh-CN').t, command, DEAL)]).toEqual([
    english,
    chinese,
  ])
})

test.each<CommandInput>([
  { kind: 'win' },
  { kind: 'lose', reason: 'budget' },
  { kind: 'decline', reason: 'budget' },
  answer('declined'),
])('%# what ends something is not offered to be taken back: %j', (command) => {
  expect(didSentence(speak('en').t, command, DEAL)).toBeNull()
})
