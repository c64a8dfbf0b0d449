import { expect, test } from 'vitest'
import type { Locale } from '#shared/domain/settings.ts'
import type { TimelineEntry } from '#shared/ipc/contract/deal-views.ts'
import { entry } from '../../../testing/deals.ts'
import { speak } from '../../../testing/mount.ts'
import { eventChanges } from '#shared/telling/deals/timeline-words.ts'

type Facets = TimelineEntry['before']

/** The changes of an event, each as "field: before > after". */
function changes(kind: string, before: Facets, after: Facets, locale: Locale = 'en'): string[] {
  const { t, format } = speak(locale)
  return eventChanges(t, format, entry(kind, { before, after })).map(
    (change) => `${change.field}: ${change.before} > ${change.after}`,
  )
}
const EUR = (amount: number) => ({ amount, currency: 'EUR' })

test.each<[string, Facets, Facets, string, string]>([
  ['name', { name: 'Old' }, { name: 'New' }, 'Name: Old > New', '名称: Old > New'],
  [
    'value',
    { value: EUR(100_050) },
    { value: EUR(200_000) },
    'Value: EUR 1,000.50 > EUR 2,000',
    '金额: EUR 1,000.50 > EUR 2,000',
  ],
  [
    'closeDate',
    { closeDate: '2026-03-31' },
    { closeDate: '2027-01-05' },
    'Close date: Mar 31, 2026 > Jan 5, 2027',
    '结束日期: 2026年3月31日 > 2027年1月5日',
  ],
  ['type', { type: 'private' }, { type: 'co-sell' }, 'Type: Private > Co-sell', '类型: 私人交易 > 联合销售'],
  [
    'stage',
    { stage: 'created' },
    { stage: 'collect-data' },
    'Stage: Created > Collect data',
    '阶段: 已创建 > 收集数据',
  ],
  ['crmId', { crmId: null }, { crmId: 'C-1' }, 'CRM ID: empty > C-1', 'CRM ID: 空 > C-1'],
  ['campaignId', { campaignId: 'S' }, { campaignId: null }, 'Campaign: S > empty', '营销活动: S > 空'],
  ['notes', { notes: '' }, { notes: 'n' }, 'Notes: empty > n', '备注: 空 > n'],
  ['contact', { contact: null }, { contact: 'Ana Li' }, 'Contact: empty > Ana Li', '联系人: 空 > Ana Li'],
  ['team', { team: [] }, { team: ['A', 'B'] }, 'Team: empty > A and B', '团队: 空 > A和B'],
  [
    'solutions',
    { solutions: ['A'] },
    { solutions: ['A', 'B', 'C'] },
    'Solutions: A > A, B, and C',
    '解决方案: A > A、B和C',
  ],
])('a changed %s is written before and after', (_field, before, after, english, chinese) => {
  expect(changes('edited', before, after)).toEqual([english])
  expect(changes('edited', before, after, 'zh-CN')).toEqual([chinese])
})

test('an invited Microsoft shows its status and the type it makes', () => {
  const before = { type: 'private', microsoft: null, consent: false }
  const after = { type: 'co-sell', microsoft: 'pending', consent: true }
  expect(changes('microsoft-invited', before, after)).toEqual([
    'Type: Private > Co-sell',
    'Microsoft: empty > Pending',
  ])
})

test.each<[string, Facets, Facets]>([
  ['favorite-set', { favorite: false }, { favorite: true }],
  ['accepted', { status: 'received', stage: null }, { status: 'accepted', stage: 'accepted' }],
  ['lost', { status: 'accepted', closedReason: null }, { status: 'lost', closedReason: 'budget' }],
  ['party-answered', { microsoft: 'pending' }, { microsoft: 'accepted' }],
  ['party-expired', { 'party:1': 'pending' }, { 'party:1': 'expired' }],
  ['partner-invited', {}, { 'party:1': 'pending' }],
])('what the sentence about %s says is not said again', (kind, before, after) => {
  expect(changes(kind, before, after)).toEqual([])
})

test('a field only one of both moments knows is written against nothing', () => {
  expect(changes('edited', {}, { notes: 'n' })).toEqual(['Notes: empty > n'])
  expect(changes('edited', { crmId: 'C' }, {})).toEqual(['CRM ID: C > empty'])
})
