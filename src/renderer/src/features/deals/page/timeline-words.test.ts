import { expect, test } from 'vitest'
import type { EventKind } from '#shared/domain/event.ts'
import type { TimelineEntry } from '#shared/ipc/contract/deal-views.ts'
import type { IconName } from '../../../ui/icons.ts'
import { entry } from '../../../testing/deals.ts'
import { speak } from '../../../testing/mount.ts'
import { eventBy, eventSentence } from '#shared/telling/deals/timeline-words.ts'
import { eventIcon } from './event-icon.ts'

type Told = readonly [params: TimelineEntry['params'], icon: IconName, english: string, chinese: string]

const ORGANIZATION = { organization: 'Southgate' }

/** Every kind of event there is: one that is missing here does not compile. */
const TOLD: Readonly<Record<EventKind, Told>> = {
  created: [{}, 'plus', 'Deal created', '交易已创建'],
  received: [{ sender: 'Microsoft' }, 'received', 'Received from Microsoft', '收到来自 Microsoft 的交易'],
  imported: [{}, 'upload', 'Taken over from Partner Center', '从合作伙伴中心接管'],
  accepted: [{}, 'accepted', 'Deal accepted', '交易已接受'],
  declined: [{ reason: 'other' }, 'declined', 'Declined: Other', '已拒绝：其他'],
  expired: [{}, 'expired', 'Expired without an answer', '未答复而过期'],
  edited: [{ fields: ['name'] }, 'edit', 'Details changed', '详细信息已更改'],
  'team-set': [{}, 'user', 'Team changed', '团队已更改'],
  'solutions-set': [{}, 'edit', 'Solutions changed', '解决方案已更改'],
  'microsoft-invited': [
    { organization: 'Microsoft', help: 'poc-demo' },
    'outbound',
    'Microsoft invited: Proof of concept / demo',
    '已邀请 Microsoft：概念验证 / 演示',
  ],
  'partner-invited': [ORGANIZATION, 'outbound', 'Southgate invited', '已邀请 Southgate'],
  'party-answered': [
    { ...ORGANIZATION, answer: 'accepted' },
    'accepted',
    'Southgate accepted',
    'Southgate 已接受',
  ],
  'party-expired': [ORGANIZATION, 'expired', 'Southgate did not answer in time', 'Southgate 未及时答复'],
  'stage-marked': [
    { stage: 'prepare-report' },
    'up',
    'Stage Prepare assessment report',
    '阶段：编制评估报告',
  ],
  'stage-corrected': [
    { stage: 'qualified', notes: 'too early' },
    'undo',
    'Stage corrected to Qualified',
    '阶段更正为“已确认资格”',
  ],
  won: [{}, 'won', 'Deal won', '交易赢单'],
  lost: [{ reason: 'budget' }, 'lost', 'Deal lost: Project budget not adequate', '交易丢单：项目预算不足'],
  registered: [{}, 'outbound', 'Registration recorded', '注册已记录'],
  'registration-reviewed': [
    { outcome: 'action-required' },
    'info',
    'Registration: action required',
    '注册：需要采取措施',
  ],
  'registration-resubmitted': [{}, 'outbound', 'Corrected registration recorded', '更正后的注册已记录'],
  'favorite-set': [{ favorite: true }, 'favorite', 'Marked as favorite', '已标记为收藏'],
  'external-noted': [{}, 'upload', 'Partner Center data updated', '合作伙伴中心数据已更新'],
  undone: [
    { kind: 'stage-marked', params: { stage: 'qualified' } },
    'undo',
    'Undone: Stage Qualified',
    '撤销：阶段：已确认资格',
  ],
  removed: [{}, 'info', 'Removed', '已移除'],
}

test.each(Object.entries(TOLD))('%s is told in both languages', (kind, [params, icon, english, chinese]) => {
  const told = entry(kind, { params })
  expect([
    eventIcon(told),
    eventSentence(speak('en').t, told),
    eventSentence(speak('zh-CN').t, told),
  ]).toEqual([icon, english, chinese])
})

test.each([
  ['declined', 'declined', 'Southgate declined', 'Southgate 已拒绝'],
  ['won', 'won', 'Southgate won its part', 'Southgate 已赢单'],
  ['lost', 'lost', 'Southgate lost its part', 'Southgate 已丢单'],
])('a party’s answer %s has words and a glyph of its own', (answer, icon, english, chinese) => {
  const told = entry('party-answered', { params: { ...ORGANIZATION, answer } })
  expect([
    eventIcon(told),
    eventSentence(speak('en').t, told),
    eventSentence(speak('zh-CN').t, told),
  ]).toEqual([icon, english, chinese])
})

test('an undo that is undone is told as the thing done again, however often', () => {
  const undoOf = (told: Pick<TimelineEntry, 'kind' | 'params'>) =>
    entry('undone', { params: { kind: told.kind, params: told.params } })
  const once = undoOf(entry('team-set'))
  const twice = undoOf(once)
  const sentences = [once, twice, undoOf(twice)].map((told) => eventSentence(speak('en').t, told))
  expect(sentences).toEqual(['Undone: Team changed', 'Redone: Team changed', 'Undone: Team changed'])
})

test('a favorite taken back is told as such', () => {
  const told = entry('favorite-set', { params: { favorite: false } })
  expect(eventSentence(speak('en').t, told)).toBe('No longer a favorite')
})

test.each([
  ['person', 'Anna Berg', 'Anna Berg', 'Anna Berg'],
  ['person', null, 'this laptop', '本机'],
  ['bulk:00000000-0000-7000-8000-000000000009', 'Anna Berg', 'Anna Berg', 'Anna Berg'],
  ['bulk:00000000-0000-7000-8000-000000000009', null, 'this laptop', '本机'],
  ['schedule', null, 'schedule', '定时任务'],
  ['sample', null, 'sample', '示例'],
  ['sample', 'Anna Berg', 'Anna Berg', 'Anna Berg'],
  ['import:00000000-0000-7000-8000-000000000009', 'Anna Berg', 'Partner Center import', '合作伙伴中心导入'],
])('what %s did, with the actor %s, is by %s', (origin, actor, english, chinese) => {
  const told = entry('edited', { origin, actor })
  expect([eventBy(speak('en').t, told), eventBy(speak('zh-CN').t, told)]).toEqual([english, chinese])
})
