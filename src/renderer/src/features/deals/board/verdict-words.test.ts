import { expect, test } from 'vitest'
import { refusal } from '../../../testing/deals.ts'
import { speak } from '../../../testing/mount.ts'
import type { ColumnVerdict } from './column-verdicts.ts'
import { verdictReason, verdictSentence } from './verdict-words.ts'

const refused = (...codes: ('NOT_ACTIVE' | 'DEAL_TERMINAL')[]): ColumnVerdict => ({
  kind: 'refused',
  reasons: codes.map((code) => refusal(code)),
  board: null,
})
const byBoard = (board: 'noWayBack' | 'answerFirst' | 'declineInstead'): ColumnVerdict => ({
  kind: 'refused',
  reasons: [],
  board,
})

test.each<[ColumnVerdict, string, string]>([
  [{ kind: 'home' }, '', ''],
  [{ kind: 'mark', stage: 'collect-data' }, 'Mark as Collect data.', '标记为“收集数据”。'],
  [{ kind: 'correct', stage: 'created' }, 'Correct back to Created.', '更正回“已创建”。'],
  [
    { kind: 'accept' },
    'Accept here. A name is asked before anything is saved.',
    '在此接受。保存之前会询问名称。',
  ],
  [
    { kind: 'win' },
    'Close as won. You confirm before anything is saved.',
    '作为赢单关闭。保存之前需要确认。',
  ],
  [
    { kind: 'lose' },
    'Close as lost. A reason is asked before anything is saved.',
    '作为丢单关闭。保存之前会询问原因。',
  ],
  [byBoard('noWayBack'), 'An answered deal is not received again.', '已答复的交易不会再回到“已接收”。'],
  [
    refused('NOT_ACTIVE'),
    'Answer the invitation first. Everything else opens once the deal is accepted.',
    '请先答复邀请。接受交易后才能进行其他操作。',
  ],
])('a column says of %j: %s', (verdict, english, chinese) => {
  const [en, zh] = [speak('en'), speak('zh-CN')]
  expect(verdictSentence(en.t, en.format, verdict)).toBe(english)
  expect(verdictSentence(zh.t, zh.format, verdict)).toBe(chinese)
})

test.each<[ColumnVerdict, string, string]>([
  [{ kind: 'win' }, '', ''],
  [byBoard('noWayBack'), 'not received again', '不会再次接收'],
  [byBoard('answerFirst'), 'accept first', '请先接受'],
  [byBoard('declineInstead'), 'decline instead', '请改为拒绝'],
  [refused('NOT_ACTIVE', 'DEAL_TERMINAL'), 'Not accepted yet; This deal is closed', '尚未接受；此交易已关闭'],
])('in the fewest words, %j is: %s', (verdict, english, chinese) => {
  const [en, zh] = [speak('en'), speak('zh-CN')]
  expect(verdictReason(en.t, en.format, verdict)).toBe(english)
  expect(verdictReason(zh.t, zh.format, verdict)).toBe(chinese)
})
