import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import {
  type Line,
  commit,
  preview,
  sampleBytes,
  sampleLines,
} from '../../../../../tests/support/bulk-csv.ts'
import { expectConsistent } from '../../../../../tests/support/consistency.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

async function importSample() {
  const { importId } = await preview(app, sampleBytes())
  return commit(app, importId)
}

const PERCENT: Record<string, string> = {
  '20': 'qualified',
  '40': 'developed',
  '60': 'proposed',
  '80': 'negotiated',
}

/** Where a line of the file belongs on the board, told from its cells alone. */
function columnOf(line: Line): string | null {
  const pair = `${line['Partner Referral Status']}/${line['Partner Referral Substatus']}`
  if (pair === 'New/Pending') return 'received'
  if (pair === 'Closed/Won') return 'won'
  if (pair === 'Closed/Lost') return 'lost'
  if (pair !== 'Active/Accepted') return null
  return PERCENT[line['Sales Stage']!] ?? 'created'
}

/** The value of a line in minor units, from its digits. */
function minorUnits(line: Line): number {
  const [whole, fraction = ''] = line['Estimated Deal Value']!.split('.')
  const digits = line['Currency'] === 'JPY' ? 0 : 2
  return Number(`${whole}${fraction.replace(/0+$/, '').padEnd(digits, '0')}`)
}

test('counts and sums per currency on the board are those of the file', async () => {
  expect(await importSample()).toMatchObject({ created: 48, updated: 0, unchanged: 0, refused: 0 })
  const { columns } = await app.call('deals.board', { family: 'standard' })
  for (const column of columns) {
    const own = sampleLines().filter((line) => columnOf(line) === column.key)
    const sums = new Map<string, number>()
    for (const line of own) sums.set(line['Currency']!, (sums.get(line['Currency']!) ?? 0) + minorUnits(line))
    expect(column.count, column.key).toBe(own.length)
    expect(column.totals, column.key).toEqual(
      [...sums].sort().map(([currency, amount]) => ({ amount, currency })),
    )
  }
  expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(44)
  expect(
    (await app.call('deals.list', { tab: 'all', filters: { statuses: ['declined', 'expired'] } })).rows,
  ).toHaveLength(4)
  await expectConsistent(app)
})

test('every cell of the file arrives at its deal', async () => {
  await importSample()
  const { rows } = await app.call('deals.list', { tab: 'all', limit: 500 })
  const deals = await Promise.all(rows.map(({ id }) => app.call('deals.get', { dealId: id })))
  const byReferral = new Map(deals.map((deal) => [deal.external!.referralId, deal]))
  for (const line of sampleLines()) {
    const deal = byReferral.get(line['Referral ID']!)!
    const [month, day, year] = line['Estimated Close Date']!.split('/')
    expect(deal).toMatchObject({
      name: line['Deal Name'],
      closeDate: `${year}-${month}-${day}`,
      value: { amount: minorUnits(line), currency: line['Currency'] },
      crmId: line['CRM ID'] || null,
      campaignId: line['Marketing Campaign ID'] || null,
      notes: line['Notes'] || null,
      microsoft: deal.status === 'received' ? 'accepted' : microsoftOf(line),
      direction: deal.status === 'received' ? 'inbound' : 'outbound',
      customer: {
        name: line['Customer Name'],
        city: line['Customer City'],
        country: line['Customer Country'],
        duns: line['Customer D-U-N-S ID'] ? line['Customer D-U-N-S ID'].padStart(9, '0') : null,
      },
      external: {
        engagementId: line['Engagement ID'],
        extra: { 'Share with Microsoft sales team': 'No' },
      },
    })
    expect(deal.contact?.email ?? '').toBe(line['Customer Contact Email Address'])
    expect(deal.team.map(({ email }) => email)).toEqual(emailsOf(line))
    expect(deal.solutions.map(({ externalId }) => externalId)).toEqual(solutionsOf(line))
  }
})

const microsoftOf = (line: Line): string | null =>
  line['Microsoft help required?'] === 'Yes'
    ? line['Microsoft Referral Status']!.toLowerCase() || 'pending'
    : null
const filled = (line: Line, prefix: string) =>
  Object.entries(line)
    .filter(([header, cell]) => header.startsWith(prefix) && cell !== '')
    .map(([, cell]) => cell)
const emailsOf = (line: Line) => filled(line, 'Team member').map((cell) => cell.split(',')[3]!.trim())
const solutionsOf = (line: Line) => filled(line, 'Solution').map((cell) => cell.split(',')[0]!.trim())

test('the same file again: all unchanged, and not a byte of the database differs', async () => {
  await importSample()
  const before = contentOf(rawOf(app))
  const again = await preview(app, sampleBytes())
  expect(again).toMatchObject({
    rows: 48,
    create: 0,
    update: 0,
    unchanged: 48,
    refused: 0,
    errorsFileId: null,
  })
  expect(await commit(app, again.importId)).toMatchObject({
    created: 0,
    updated: 0,
    unchanged: 48,
    refused: 0,
  })
  expect(contentOf(rawOf(app))).toEqual(before)
})

test('a preview changes nothing and says what a commit then does', async () => {
  const before = contentOf(rawOf(app))
  const previewed = await preview(app, sampleBytes())
  expect(previewed).toMatchObject({
    rows: 48,
    create: 48,
    update: 0,
    unchanged: 0,
    refused: 0,
    errorsFileId: null,
  })
  expect(contentOf(rawOf(app))).toEqual(before)
  expect(previewed.sample).toHaveLength(48)
  expect(await commit(app, previewed.importId)).toMatchObject({ created: 48 })
})

test('whoever has a clock that counts from the import is told so, and nobody else', async () => {
  const previewed = await preview(app, sampleBytes())
  const told = previewed.sample.filter(({ warnings }) =>
    warnings.some(({ code }) => code === 'CLOCK_FROM_IMPORT'),
  )
  const running = sampleLines().filter(
    (line) => line['Partner Referral Status'] === 'New' || microsoftOf(line) === 'pending',
  )
  expect(told.length).toBeGreaterThan(5)
  expect(told.map(({ referralId }) => referralId).sort()).toEqual(
    running.map((line) => line['Referral ID']).sort(),
  )
})

test('customers are one entry for each number, else for each name and place', async () => {
  await importSample()
  const identities = sampleLines().map(
    (line) => line['Customer D-U-N-S ID'] || `${line['Customer Name']}|${line['Customer City']}`,
  )
  const { rows } = await app.call('customers.search', { limit: 500 })
  expect(rows.length).toBeLessThanOrEqual(new Set(identities).size)
  expect(new Set(rows.map(({ duns }) => duns).filter(Boolean)).size).toBe(
    new Set(
      sampleLines()
        .map((line) => line['Customer D-U-N-S ID'])
        .filter(Boolean),
    ).size,
  )
})

test('solutions enter the directory once, as our own', async () => {
  await importSample()
  const { rows } = await app.call('solutions.search', { limit: 500 })
  const ids = new Set(sampleLines().flatMap(solutionsOf))
  expect(new Set(rows.map(({ externalId }) => externalId))).toEqual(ids)
  expect(rows.map(({ kind }) => kind)).toEqual(rows.map(() => 'own'))
})

test('every event of an import carries the batch that brought it', async () => {
  const { batchId } = await importSample()
  const { rows } = await app.call('deals.list', { tab: 'all', limit: 1 })
  const { rows: events } = await app.call('deals.timeline', { dealId: rows[0]!.id })
  expect(events.map(({ kind, origin }) => [kind, origin])).toEqual([['imported', `import:${batchId}`]])
})
