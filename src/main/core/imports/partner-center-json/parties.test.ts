import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import { exportWhole } from '../../../../../tests/support/exports.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'
import {
  type Json,
  importJson,
  previewJson,
  referrals,
  withoutProtocol,
} from '../../../../../tests/support/referrals.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const ours = (more: Json = {}): Json => ({
  ...referrals().find(({ type, status }) => type === 'Shared' && status === 'Active')!,
  ...more,
})

/** A partner's side of the engagement of ours. */
const sideOf = (number: string | null, name: string | null, more: Json = {}): Json => ({
  ...ours(),
  id: `side-${number ?? name ?? 'nobody'}`,
  organizationId: `org-${number ?? name ?? 'nobody'}`,
  organizationName: name,
  direction: 'Incoming',
  status: 'New',
  substatus: 'Pending',
  createdDateTime: '2026-11-20T10:00:00.1234567Z',
  expirationDateTime: '2099-01-01T00:00:00Z',
  details: { notes: 'theirs', dealValue: 700.5, currency: 'EUR', closingDateTime: '2027-03-01T00:00:00Z' },
  inviteContext: { notes: 'please', assistanceRequestCode: 'GeneralOrOther', invitedMpnId: number },
  zTheirs: [{ deep: null }],
  ...more,
})
const microsoft = (): Json =>
  sideOf(null, 'Microsoft', {
    id: 'side-msft',
    organizationId: 'msft',
    target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
  })

const exported = async (from = app): Promise<Json[]> => {
  const { bytes } = await exportWhole(from, 'partner-center-json')
  return (JSON.parse(bytes.toString()) as { value: Json[] }).value
}
const theDeal = async () => {
  const { rows } = await app.call('deals.list', { tab: 'all' })
  expect(rows).toHaveLength(1)
  return app.call('deals.get', { dealId: rows[0]!.id })
}

test('ours, Microsoft’s and two partners’ are one deal with three parties, and four records again', async () => {
  const file = [
    sideOf('1001', 'Kestrel Data'),
    microsoft(),
    ours(),
    sideOf('1002', 'Fjord Works', { status: 'Active', substatus: 'Accepted' }),
  ]
  expect((await importJson(app, file)).committed).toMatchObject({ created: 1, refused: 0 })
  expect((await theDeal()).parties).toMatchObject([
    { kind: 'microsoft', status: 'pending' },
    {
      kind: 'partner',
      organization: 'Kestrel Data',
      status: 'pending',
      value: { amount: 70050, currency: 'EUR' },
      closeDate: '2027-03-01',
      help: 'general',
      invitedAt: '2026-11-20T10:00:00.123Z',
    },
    { kind: 'partner', organization: 'Fjord Works', status: 'accepted' },
  ])
  const { rows } = await app.call('partners.search', {})
  expect(rows.map(({ name, partnerId }) => [name, partnerId]).sort()).toEqual([
    ['Fjord Works', '1002'],
    ['Kestrel Data', '1001'],
  ])
  expect(await exported()).toEqual([file[2], file[1], file[0], file[3]].map(withoutProtocol))
  const before = contentOf(rawOf(app))
  expect((await importJson(app, file)).committed).toMatchObject({ unchanged: 1 })
  expect((await importJson(app, await exported())).committed).toMatchObject({ unchanged: 1 })
  expect(contentOf(rawOf(app))).toEqual(before)
})

test('a record that names neither is refused alone, and so is a partner’s that cannot be read', async () => {
  const previewed = await previewJson(app, [
    ours(),
    sideOf(null, null),
    sideOf('1003', 'Odd', { status: 'Closed', substatus: 'Error' }),
    sideOf('1001', 'Kestrel Data'),
  ])
  expect(previewed).toMatchObject({ rows: 3, create: 1, refused: 2 })
  expect(previewed.sample.slice(0, 2).map(({ line, reasons }) => [line, reasons[0]!.code])).toEqual([
    [2, 'PARTY_UNNAMED'],
    [3, 'UNKNOWN_STATUS'],
  ])
})

test('partners that answered or joined since are taken over, and nothing is left the second time', async () => {
  await importJson(app, [ours(), sideOf('1001', 'Kestrel Data')])
  const later = [
    ours(),
    sideOf('1001', 'Kestrel Data', { status: 'Closed', substatus: 'Declined', statusReason: '2' }),
    sideOf('1002', 'Fjord Works', { status: 'Closed', substatus: 'Won' }),
  ]
  expect((await importJson(app, later)).committed).toMatchObject({ updated: 1, refused: 0 })
  expect((await theDeal()).parties).toMatchObject([
    { organization: 'Kestrel Data', status: 'declined', reason: 'no-response' },
    { organization: 'Fjord Works', status: 'won' },
  ])
  expect((await importJson(app, later)).committed).toMatchObject({ unchanged: 1 })
  expect(await exported()).toEqual(later.map(withoutProtocol))
})

test('what a partner answered here stands in its record, all else of it as it came', async () => {
  const side = sideOf('1001', 'Kestrel Data')
  await importJson(app, [ours(), side])
  const { id, parties } = await theDeal()
  const command = {
    kind: 'record-answer' as const,
    partyId: parties[0]!.id,
    answer: 'declined' as const,
    reason: 'budget' as const,
  }
  await app.call('deals.execute', { dealId: id, expectedVersion: null, command })
  const [first, second] = await exported()
  expect(first).toEqual(withoutProtocol(ours()))
  expect(second).toEqual({
    ...(withoutProtocol(side) as Json),
    status: 'Closed',
    substatus: 'Declined',
    statusReason: 'Project budget not adequate',
  })
})

test('records we wrote ourselves say the same elsewhere', async () => {
  await importJson(app, [ours(), sideOf('1001', 'Kestrel Data'), microsoft()])
  const fresh = await openApplication()
  const records = await exported()
  expect((await importJson(fresh, records)).committed).toMatchObject({ created: 1, refused: 0 })
  expect(await exported(fresh)).toEqual(records)
})

test.for([
  ['3', 'other-vendor'],
  ['customer  did not respond', 'no-response'],
  ['客户未回应', 'no-response'],
  ['Someone said no', null],
  [null, null],
] as const)('declined or lost because of %s, written back as it came', async ([statusReason, reason]) => {
  const record = ours({ status: 'Closed', substatus: 'Lost', statusReason })
  await importJson(app, [record])
  expect((await theDeal()).closedReason).toBe(reason)
  expect(await exported()).toEqual([withoutProtocol(record)])
})

test('a deal of ours is closed by words the list does not have, and keeps them', async () => {
  await importJson(app, [ours()])
  const lost = ours({ status: 'Closed', substatus: 'Lost', statusReason: 'Someone said no' })
  expect((await importJson(app, [lost])).committed).toMatchObject({ updated: 1 })
  expect(await theDeal()).toMatchObject({ closedReason: 'other', closedNotes: 'Someone said no' })
  expect(await exported()).toMatchObject([{ statusReason: 'Someone said no' }])
  expect((await importJson(app, [lost])).committed).toMatchObject({ unchanged: 1 })
})

test('lost here: the reason by its name', async () => {
  await importJson(app, [ours()])
  const { id } = await theDeal()
  const command = { kind: 'lose' as const, reason: 'no-response' as const }
  await app.call('deals.execute', { dealId: id, expectedVersion: null, command })
  expect(await exported()).toMatchObject([{ substatus: 'Lost', statusReason: 'Customer did not respond' }])
})
