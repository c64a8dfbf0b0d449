import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import { commit, upload } from '../../../../../tests/support/bulk-csv.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'
import { type Json, importJson, previewJson, referrals } from '../../../../../tests/support/referrals.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

/** Why a file was refused as a whole. */
async function failure(bytes: Buffer | string): Promise<string> {
  const fileId = await upload(app, bytes, 'referrals.json')
  const { jobId } = await app.call('imports.preview', { fileId, format: 'partner-center-json' })
  await app.app.core.jobs.settled()
  const { state, error } = app.app.core.jobs.get(jobId)
  expect([state, error?.code]).toEqual(['failed', 'INVALID_INPUT'])
  return (error!.details as unknown as { issues: { message: string }[] }).issues[0]!.message
}

test.for([
  ['a list response', (records: Json[]) => ({ value: records })],
  ['an array', (records: Json[]) => records],
  ['one referral', (records: Json[]) => records[0]!],
] as const)('%s is taken', async ([, wrap]) => {
  expect((await importJson(app, wrap(referrals().slice(0, 1)))).committed).toMatchObject({ created: 1 })
})

test.for<[string, string | Buffer, string]>([
  ['no JSON', '{"value": [', 'not-json'],
  ['nothing', '', 'not-json'],
  ['no list', '{"name": "x"}', 'no-referrals'],
  ['a number', '7', 'no-referrals'],
  ['no text', Buffer.from([0x5b, 0xff, 0x5d]), 'not-unicode-text'],
  ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'deeper-than: 32'],
  ['millions of levels', '['.repeat(2_000_000), 'deeper-than: 32'],
  ['too many values', `[${'1,'.repeat(200_000)}1]`, 'more-values-than: 200000'],
  ['more than 20 MiB', `["${'x'.repeat(21 * 1024 * 1024)}"]`, 'larger than 20971520 bytes'],
  ['__proto__', '[{"id": "R-1", "details": {"__proto__": {"polluted": true}}}]', 'forbidden-key: __proto__'],
  ['__proto__, escaped', String.raw`[{"\u005f_proto__": {"polluted": true}}]`, 'forbidden-key: __proto__'],
  ['constructor', '{"value": [], "constructor": {"prototype": {}}}', 'forbidden-key: constructor'],
])('refused as a whole: %s', async ([, bytes, message]) => {
  const before = contentOf(rawOf(app))
  expect(await failure(bytes)).toBe(message)
  expect(contentOf(rawOf(app))).toEqual(before)
  expect('polluted' in {}).toBe(false)
})

test('brackets and commas within texts are no levels and no values', async () => {
  const record = { ...referrals()[4]!, zNote: `${'[{,'.repeat(100_000)}\\"` }
  expect(await previewJson(app, [record])).toMatchObject({ create: 1 })
})

test('a malformed record is refused alone, with what is wrong with it', async () => {
  const [first, second] = referrals()
  const previewed = await previewJson(app, [
    first,
    { ...second, team: 'nobody' },
    7,
    { ...second, id: 'R-2', status: 'Closed', substatus: 'Error' },
    { ...second, id: '', engagementId: 'E-9' },
  ])
  expect(previewed).toMatchObject({ rows: 5, create: 1, refused: 4 })
  expect(
    previewed.sample.slice(0, 4).map(({ line, reasons }) => [line, reasons[0]!.code, reasons[0]!.column]),
  ).toEqual([
    [2, 'RECORD_UNREADABLE', 'team'],
    [3, 'RECORD_UNREADABLE', 'referral'],
    [4, 'UNKNOWN_STATUS', 'Partner Referral Substatus'],
    [5, 'CELL_MISSING', 'Referral ID'],
  ])
  expect(await commit(app, previewed.importId)).toMatchObject({ created: 1, refused: 4 })
})

test('a record of Microsoft without ours is none of our deals', async () => {
  const previewed = await previewJson(app, [{ ...referrals()[1]!, organizationId: 'msft' }])
  expect(previewed.sample[0]).toMatchObject({
    verdict: 'refused',
    reasons: [{ code: 'MICROSOFT_RECORD_ALONE', column: 'organizationId', value: 'msft' }],
  })
})

test('names with commas are names', async () => {
  const record = {
    ...referrals()[4]!,
    team: [{ firstName: 'Ana', lastName: 'Silva, Jr.', phoneNumber: '+1', email: 'a@b.example' }],
  }
  await importJson(app, [record])
  const { rows } = await app.call('deals.list', { tab: 'all' })
  expect((await app.call('deals.get', { dealId: rows[0]!.id })).team[0]!.lastName).toBe('Silva, Jr.')
})

test('a deal from another partner has that partner as the one who sent it', async () => {
  const record = referrals()[0]!
  const invitedBy = { organizationId: '5f0e', organizationName: 'Kestrel Data' }
  await importJson(app, [{ ...record, inviteContext: { ...(record['inviteContext'] as Json), invitedBy } }])
  expect((await app.call('deals.list', { tab: 'inbound' })).rows).toMatchObject([
    { sender: 'Kestrel Data', microsoft: null, partners: 1, type: 'partner-to-partner' },
  ])
})
