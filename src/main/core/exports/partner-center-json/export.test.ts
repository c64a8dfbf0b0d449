import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import {
  HEADER,
  commit,
  fileOf,
  importLines,
  line,
  linesOf,
  preview,
  sampleBytes,
  withMicrosoft,
} from '../../../../../tests/support/bulk-csv.ts'
import { expectConsistent } from '../../../../../tests/support/consistency.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import { exportFile, exportWhole } from '../../../../../tests/support/exports.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'
import {
  type Json,
  findings,
  importJson,
  previewJson,
  referralBytes,
  referrals,
  withoutProtocol,
} from '../../../../../tests/support/referrals.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const exported = async (): Promise<Json[]> => {
  const { bytes } = await exportWhole(app, 'partner-center-json')
  return (JSON.parse(bytes.toString()) as { value: Json[] }).value
}
const byId = (records: Json[]) => new Map(records.map((record) => [record['id'], record]))

/** Microsoft's side of the engagement of a referral. */
const sideOf = (ours: Json, more: Json = {}): Json => ({
  ...ours,
  id: `${String(ours['id'])}-msft`,
  organizationId: 'msft',
  organizationName: 'Microsoft',
  direction: 'Incoming',
  target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
  eTag: '"microsoft"',
  zOnlyTheirs: { seven: '2026-11-09T22:43:39.8167743Z' },
  ...more,
})
const shared = () => referrals().find(({ type, status }) => type === 'Shared' && status === 'Active')!

test('the sample: twelve deals, all of them unchanged the second time, not a byte of the database differs', async () => {
  expect((await importJson(app, referralBytes())).committed).toMatchObject({ created: 12, refused: 0 })
  const before = contentOf(rawOf(app))
  const { previewed, committed } = await importJson(app, referralBytes())
  expect(previewed).toMatchObject({ rows: 12, unchanged: 12, warnings: 0 })
  expect(committed).toMatchObject({ created: 0, updated: 0, unchanged: 12 })
  expect(contentOf(rawOf(app))).toEqual(before)
  await expectConsistent(app)
})

test('what is exported deeply equals what was imported, unknown properties at every level among it', async () => {
  await importJson(app, referralBytes())
  const written = byId(await exported())
  expect(written.size).toBe(12)
  for (const came of referrals()) expect(written.get(came['id'])).toEqual(withoutProtocol(came))
})

test('import, export, import: everything unchanged', async () => {
  await importJson(app, referralBytes())
  const { bytes } = await exportWhole(app, 'partner-center-json')
  expect(await previewJson(app, bytes)).toMatchObject({ rows: 12, unchanged: 12 })
  const fresh = await openApplication()
  expect((await importJson(fresh, bytes)).committed).toMatchObject({ created: 12, refused: 0 })
})

test('every exported referral is one by the public definition, made here or brought by any file', async () => {
  await app.call('sample.load', {})
  await importJson(app, referralBytes())
  await commit(app, (await preview(app, sampleBytes())).importId)
  const records = await exported()
  expect(records.length).toBeGreaterThan(100)
  expect(records.flatMap(findings)).toEqual([])
  expect(findings({ ...records[0], team: 'nobody', favorite: 'yes' })).toHaveLength(2)
})

test('moments, direction and sender are those of the record', async () => {
  await importJson(app, referralBytes())
  const { rows } = await app.call('deals.list', { tab: 'all' })
  for (const came of referrals()) {
    const row = rows.find(({ referralId }) => referralId === came['id'])!
    expect(row).toMatchObject({
      name: came['name'],
      direction: came['direction'] === 'Incoming' ? 'inbound' : 'outbound',
      createdAt: new Date(came['createdDateTime'] as string).toISOString(),
      expiresAt: came['expirationDateTime']
        ? new Date(came['expirationDateTime'] as string).toISOString()
        : null,
      sender: came['direction'] === 'Incoming' ? 'Microsoft' : null,
      favorite: came['favorite'],
    })
  }
})

test('two records of one engagement are one deal with its Microsoft party, and two again on the way out', async () => {
  const ours = shared()
  const theirs = sideOf(ours, { status: 'Active', substatus: 'Accepted' })
  const { committed } = await importJson(app, { value: [theirs, ours] })
  expect(committed).toMatchObject({ created: 1, refused: 0 })
  const { rows } = await app.call('deals.list', { tab: 'all' })
  expect(rows).toMatchObject([{ type: 'co-sell', microsoft: 'accepted', referralId: ours['id'] }])
  expect(await exported()).toEqual([withoutProtocol(ours), withoutProtocol(theirs)])
  expect((await importJson(app, { value: [ours, theirs] })).committed).toMatchObject({ unchanged: 1 })
})

test('what Microsoft answered since is taken over, and its new record with it', async () => {
  const ours = shared()
  await importJson(app, [ours, sideOf(ours, { status: 'New', substatus: 'Pending' })])
  const answered = sideOf(ours, { status: 'Active', substatus: 'Accepted', eTag: '"second"' })
  const { previewed } = await importJson(app, [ours, answered])
  expect(previewed).toMatchObject({ update: 1 })
  expect((await app.call('deals.list', { tab: 'all' })).rows).toMatchObject([{ microsoft: 'accepted' }])
  expect((await exported())[1]).toEqual(withoutProtocol(answered))
})

test('what changed here is written into the record; all else of it stays', async () => {
  const ours = shared()
  await importJson(app, ours)
  const { rows } = await app.call('deals.list', { tab: 'all' })
  const dealId = rows[0]!.id
  const execute = (command: object) =>
    app.call('deals.execute', { dealId, expectedVersion: null, command: command as never })
  await execute({
    kind: 'edit',
    changes: { name: 'Renamed', crmId: 'CRM-9', value: { amount: 1_234_50, currency: 'EUR' }, notes: 'new' },
  })
  await execute({ kind: 'mark-stage', stage: 'proposed' })
  const [written] = await exported()
  const before = withoutProtocol(ours) as Json
  expect(written).toEqual({
    ...before,
    name: 'Renamed',
    externalReferenceId: 'CRM-9',
    salesStage: '60',
    details: { ...(before['details'] as Json), dealValue: 1234.5, currency: 'EUR', notes: 'new' },
  })
  expect(findings(written)).toEqual([])
})

test('a CSV and a record of the same deal leave each other’s own alone', async () => {
  const ours = shared()
  await importJson(app, ours)
  const { bytes } = await exportWhole(app, 'partner-center-csv')
  const withLater = linesOf(bytes).map((cells) => ({ ...cells, 'CLA Number': '007' }))
  await commit(app, (await preview(app, fileOf(withLater, [...HEADER, 'CLA Number']))).importId)
  expect((await importJson(app, ours)).committed).toMatchObject({ unchanged: 1 })
  expect(await exported()).toEqual([withoutProtocol(ours)])
  const csv = linesOf((await exportWhole(app, 'partner-center-csv')).bytes)
  expect(csv).toMatchObject([{ 'CLA Number': '007' }])
})

test('a deal without a record is told from what we know, Microsoft’s answer as a record of its own', async () => {
  await importLines(app, [line('R-1', { ...withMicrosoft('Declined'), Notes: 'call' }), line('R-2')])
  const records = await exported()
  expect(records).toHaveLength(3)
  const fresh = await openApplication()
  await importJson(fresh, { value: records })
  const shownIn = async (where: TestApplication) =>
    (await where.call('deals.list', { tab: 'all', sort: { by: 'name', direction: 'asc' } })).rows.map(
      ({ name, type, status, stage, value, closeDate, microsoft, customerName }) => [
        name,
        type,
        status,
        stage,
        value,
        closeDate,
        microsoft,
        customerName,
      ],
    )
  expect(await shownIn(fresh)).toEqual(await shownIn(app))
})

test('personal data goes along only when ticked', async () => {
  await importJson(app, referralBytes())
  const { bytes, result } = await exportFile(app, 'partner-center-json')
  expect(bytes.toString()).not.toMatch(/@example|555|Bakker|Decision maker|zFutureProperty/)
  expect(result).toMatchObject({ rows: 12, people: 0, files: 1 })
  expect((await exportWhole(app, 'partner-center-json')).result.people).toBeGreaterThan(5)
})
