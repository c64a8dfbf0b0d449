import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { createDeal, customer, execute, receiveDeal } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const search = async (text: string, limit?: number) => (await app.call('deals.search', { text, limit })).rows
const names = async (text: string) => (await search(text)).map(({ deal }) => deal.name)

test('a deal is found by name, customer, notes, CRM id, campaign, referral id and party, and says where', async () => {
  const deal = await createDeal(app, {
    name: 'Alpha warehouse',
    customer: customer('Bravo Foods'),
    notes: 'charlie will call',
    crmId: 'CRM-delta',
    campaignId: 'echo-2026',
    contact: { firstName: 'Iris', lastName: 'Bakker', phone: '+1', email: 'iris@kestrel.example' },
    consent: true,
    microsoft: { help: 'general' },
  })
  await receiveDeal(app, { name: 'Other', externalId: 'foxtrot-7' })
  const fields = { alpha: 'name', bravo: 'customer', charlie: 'notes', delta: 'crmId', echo: 'campaignId' }
  for (const [text, field] of Object.entries({ ...fields })) {
    const [hit, ...others] = await search(text)
    expect([hit!.deal.id, others]).toEqual([deal.id, []])
    expect(hit!.matches.map((match) => match.field)).toEqual([field])
    expect(hit!.matches[0]!.snippet.toLowerCase()).toContain(text)
  }
  expect((await search('foxtrot'))[0]!.matches[0]!.field).toBe('referralId')
  expect((await search('microsoft')).flatMap(({ matches }) => matches.map(({ field }) => field))).toContain(
    'parties',
  )
})

test('Chinese is found by any part of it, accents and case do not matter, the last word may be a beginning', async () => {
  await createDeal(app, { name: '云禾数据平台迁移' })
  await createDeal(app, { name: 'Café Réseau München' })
  expect(await names('数据')).toEqual(['云禾数据平台迁移'])
  expect(await names('平台迁')).toEqual(['云禾数据平台迁移'])
  expect(await names('据数')).toEqual([])
  expect(await names('cafe reseau')).toEqual(['Café Réseau München'])
  expect(await names('CAFÉ munch')).toEqual(['Café Réseau München'])
})

test('all words must occur, in whichever field', async () => {
  await createDeal(app, { name: 'Cold chain', customer: customer('Harborline') })
  await createDeal(app, { name: 'Cold storage', customer: customer('Northwind', 'Oslo') })
  expect(await names('cold harbor')).toEqual(['Cold chain'])
  expect((await names('cold')).sort()).toEqual(['Cold chain', 'Cold storage'])
})

test('what changed is found by its new words and no longer by its old ones', async () => {
  const deal = await createDeal(app, { name: 'Oldname', notes: 'oldnote' })
  await execute(app, deal.id, { kind: 'edit', changes: { name: 'Newname', notes: 'newnote' } })
  expect([await names('oldname'), await names('oldnote')]).toEqual([[], []])
  expect([await names('newname'), await names('newnote')]).toEqual([['Newname'], ['Newname']])
})

test('names that begin so come first, then names that hold it, then customers; running before closed', async () => {
  const lost = await createDeal(app, { name: 'Orion closed' })
  await execute(app, lost.id, { kind: 'lose', reason: 'budget' })
  await createDeal(app, { name: 'Third', customer: customer('Orion SA') })
  await createDeal(app, { name: 'Second orion' })
  await createDeal(app, { name: 'Orion first' })
  expect(await names('orion')).toEqual(['Orion first', 'Orion closed', 'Second orion', 'Third'])
  expect(await search('orion', 2)).toHaveLength(2)
})

test.each(['fleet?', '“fleet”', '(fleet)', 'fleet, '])(
  'punctuation around a word changes nothing: %s',
  async (text) => {
    await createDeal(app, { name: 'Fleet telemetry' })
    await createDeal(app, { name: 'Newer', notes: 'then the fleet' })
    await createDeal(app, { name: 'Newest', notes: 'the fleet again' })
    const hits = await search(text)
    expect(hits.map(({ deal }) => deal.name)).toEqual(await names('fleet'))
    expect(hits[0]!.deal.name).toBe('Fleet telemetry')
    expect(hits[0]!.matches).toEqual([{ field: 'name', snippet: 'Fleet telemetry' }])
  },
)

test.for([
  '',
  '  ',
  '"',
  '*',
  'AND',
  'a"b',
  '(((',
  'name:x',
  '- -',
  '\\',
  '%',
  '😀',
  "'; DROP TABLE deals; --",
])('typing %j is answered, not failed', async (text) => {
  await createDeal(app)
  expect(Array.isArray(await search(text))).toBe(true)
})
