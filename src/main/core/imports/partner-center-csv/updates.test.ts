import { readFile } from 'node:fs/promises'
import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import {
  type Line,
  importLines,
  line,
  linesOf,
  withMicrosoft,
} from '../../../../../tests/support/bulk-csv.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import { execute } from '../../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const known = async () => {
  const { rows } = await app.call('deals.list', { tab: 'all' })
  expect(rows).toHaveLength(1)
  return app.call('deals.get', { dealId: rows[0]!.id })
}
const kinds = async () =>
  (await app.call('deals.timeline', { dealId: (await known()).id })).rows.map(({ kind }) => kind).reverse()

/** Imports a line, then the same line changed; gives what the second import said. */
async function changed(first: Line, second: Line) {
  await importLines(app, [line('R-1', first)])
  const { previewed, committed } = await importLines(app, [line('R-1', { ...first, ...second })])
  return { ...previewed.sample[0]!, committed }
}

const closed = (substatus: string): Line => ({
  'Partner Referral Status': 'Closed',
  'Partner Referral Substatus': substatus,
})
const inbound: Line = {
  'Partner Referral Status': 'New',
  'Partner Referral Substatus': 'Pending',
  'Sales Stage': '',
}

test('name, value, date, ids and notes change by one edit, and the preview names their columns', async () => {
  const { verdict, changes, committed } = await changed(
    {},
    { 'Deal Name': 'Renamed', 'Estimated Deal Value': '2000', Notes: 'new', 'CRM ID': 'CRM-1' },
  )
  expect([verdict, committed.updated]).toEqual(['update', 1])
  expect(changes).toEqual(['Deal Name', 'Estimated Deal Value', 'CRM ID', 'Notes'])
  expect(await known()).toMatchObject({
    name: 'Renamed',
    value: { amount: 200_000 },
    notes: 'new',
    crmId: 'CRM-1',
  })
  expect(await kinds()).toEqual(['imported', 'edited'])
})

test('team and solutions change each by their own event', async () => {
  await changed(
    {},
    { 'Team member 2': 'Bo, Silva, +2, bo@kestrel.example', 'Solution 1': 'SOL-2, EUR, 10, 5' },
  )
  expect(await kinds()).toEqual(['imported', 'team-set', 'solutions-set'])
  expect(await known()).toMatchObject({
    team: [{ firstName: 'Ana' }, { firstName: 'Bo' }],
    solutions: [{ externalId: 'SOL-2', currency: 'EUR', price: '10', quantity: '5' }],
  })
})

test('a stage ahead is marked, a stage behind corrected', async () => {
  expect((await changed({ 'Sales Stage': '20' }, { 'Sales Stage': '60' })).changes).toEqual(['Sales Stage'])
  expect(await known()).toMatchObject({ stage: 'proposed', percent: 60 })
  await importLines(app, [line('R-1', { 'Sales Stage': '40' })])
  expect(await known()).toMatchObject({ stage: 'developed', percent: 40 })
  expect(await kinds()).toEqual(['imported', 'stage-marked', 'stage-corrected'])
})

test('an empty stage says nothing; one nobody knows is kept word for word and warned of', async () => {
  const { verdict } = await changed({ 'Sales Stage': '40' }, { 'Sales Stage': '' })
  expect(verdict).toBe('unchanged')
  const { previewed } = await importLines(app, [line('R-1', { 'Sales Stage': 'sizing' })])
  expect(previewed.sample[0]!.warnings).toEqual([
    { code: 'STAGE_UNMAPPED', column: 'Sales Stage', value: 'sizing' },
  ])
  expect(await known()).toMatchObject({
    stage: 'developed',
    external: { extra: { 'Sales Stage': 'sizing' } },
  })
})

test.for(['Accepted', 'Declined', 'Expired'])('what Microsoft answered is taken over: %s', async (answer) => {
  const { changes } = await changed(withMicrosoft(), { 'Microsoft Referral Status': answer })
  expect(changes).toEqual(['Microsoft Referral Status'])
  expect(await known()).toMatchObject({
    status: 'accepted',
    type: 'co-sell',
    microsoft: answer.toLowerCase(),
  })
})

test('an answer of Microsoft is never taken back by a file', async () => {
  const { verdict, warnings } = await changed(withMicrosoft('Accepted'), {
    'Microsoft Referral Status': 'Pending',
  })
  expect([verdict, warnings[0]!.code]).toEqual(['unchanged', 'OURS_IS_AHEAD'])
})

test.for(['', 'Accepted', 'Declined', 'Won'])(
  'a private deal for which the file now asks Microsoft is co-sell, with the answer it has got (%j)',
  async (answer) => {
    await changed({}, withMicrosoft(answer))
    const status = answer.toLowerCase() || 'pending'
    expect(await known()).toMatchObject({
      type: 'co-sell',
      microsoft: status,
      contact: { firstName: 'Iris' },
    })
  },
)

test('an inbound deal that was accepted over there is accepted here, with what the form says', async () => {
  const { changes } = await changed(inbound, {
    'Partner Referral Status': 'Active',
    'Partner Referral Substatus': 'Accepted',
    'Deal Name': 'Renamed on accepting',
    'Sales Stage': '40',
    'Solution 1': 'SOL-9',
  })
  expect(changes).toContain('Partner Referral Status')
  expect(await known()).toMatchObject({
    status: 'accepted',
    name: 'Renamed on accepting',
    stage: 'developed',
    solutions: [{ externalId: 'SOL-9' }],
  })
})

test('won, lost and declined over there is so here, with reason; nothing else is left to do', async () => {
  await changed({}, closed('Won'))
  expect(await known()).toMatchObject({ status: 'won', percent: 100 })
  app = await openApplication()
  await changed({}, { ...closed('Lost'), 'Declined/Lost reason': '3' })
  expect(await known()).toMatchObject({ status: 'lost', closedReason: 'other-vendor' })
  app = await openApplication()
  await changed(inbound, { ...closed('Declined'), 'Declined/Lost reason': '8', Notes: 'not for us' })
  expect(await known()).toMatchObject({ status: 'declined', closedReason: 'other' })
  app = await openApplication()
  await changed(inbound, closed('Expired'))
  expect(await known()).toMatchObject({ status: 'expired', closedAt: app.clock.now() })
})

test('a loss without a reason is refused by the rules, not guessed', async () => {
  const { verdict, reasons } = await changed({}, closed('Lost'))
  expect([verdict, reasons]).toEqual([
    'refused',
    [{ code: 'REASON_REQUIRED', column: 'Partner Referral Substatus', value: 'Partner Referral Substatus' }],
  ])
  expect((await known()).status).toBe('accepted')
})

test.for<[string, (id: string) => Promise<unknown>]>([
  ['won', (id) => execute(app, id, { kind: 'win' })],
  ['lost', (id) => execute(app, id, { kind: 'lose', reason: 'budget' })],
])('a deal we have %s is never changed by a file', async ([, close]) => {
  await importLines(app, [line('R-1')])
  await close((await known()).id)
  const before = contentOf(rawOf(app))
  const differences: Line[] = [
    { 'Deal Name': 'Renamed' },
    { 'Estimated Deal Value': '5' },
    { Notes: 'late' },
    {},
  ]
  for (const difference of differences) {
    const { previewed, committed } = await importLines(app, [line('R-1', difference)])
    expect(previewed.sample[0]).toMatchObject({ verdict: 'refused', reasons: [{ code: 'DEAL_TERMINAL' }] })
    expect(committed).toMatchObject({ updated: 0, refused: 1 })
  }
  expect(contentOf(rawOf(app))).toEqual(before)
})

test('a file that is older than our answer changes nothing and warns', async () => {
  await importLines(app, [line('R-1', inbound)])
  await execute(app, (await known()).id, { kind: 'accept', name: 'Accepted here' })
  const { previewed } = await importLines(app, [line('R-1', inbound)])
  expect(previewed.sample[0]).toMatchObject({ verdict: 'unchanged', warnings: [{ code: 'OURS_IS_AHEAD' }] })
  expect(await known()).toMatchObject({ status: 'accepted', name: 'Accepted here' })
})

test('one refused step refuses the whole line, and the errors file has it', async () => {
  await importLines(app, [line('R-1')])
  const lost = line('R-1', { 'Deal Name': 'Renamed', ...closed('Lost') })
  const { previewed } = await importLines(app, [lost, line('R-2')])
  expect(previewed).toMatchObject({ create: 1, refused: 1 })
  const { path } = await app.files.get(previewed.errorsFileId as never)
  const [refused, ...others] = linesOf(await readFile(path))
  expect(others).toEqual([])
  expect(refused).toMatchObject({
    'Referral ID': 'R-1',
    Errors: expect.stringContaining('REASON_REQUIRED') as string,
  })
  const { rows } = await app.call('deals.list', { tab: 'all' })
  expect(rows.map(({ name }) => name).sort()).toEqual(['Deal R-1', 'Deal R-2'])
})

test('a line that names another customer changes none, and says so', async () => {
  const { verdict, warnings } = await changed(
    {},
    { 'Customer Name': 'Somebody else', 'Customer City': 'Delft' },
  )
  expect([verdict, warnings]).toEqual([
    'unchanged',
    [
      { code: 'CUSTOMER_KEPT', column: 'Customer Name', value: 'Somebody else' },
      { code: 'CUSTOMER_KEPT', column: 'Customer City', value: 'Delft' },
    ],
  ])
  expect((await known()).customerName).toBe('Harborline Foods BV')
})
