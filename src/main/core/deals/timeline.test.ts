import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import {
  addPartner,
  addSolution,
  createDeal,
  euros,
  execute,
  partnerInvite,
  person,
  receiveDeal,
} from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const DAY_MS = 86_400_000
let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const timeline = (dealId: string) => app.call('deals.timeline', { dealId })
const newest = async (dealId: string) => (await timeline(dealId)).rows[0]!

test('an edit tells the fields it changed, before and after, and no others', async () => {
  const deal = await createDeal(app, { notes: 'old' })
  const changes = { name: 'Renamed', value: euros(15_000_00), notes: 'new' }
  await execute(app, deal.id, { kind: 'edit', changes: { ...changes, closeDate: deal.closeDate } })
  expect(await newest(deal.id)).toMatchObject({
    kind: 'edited',
    version: 2,
    params: { fields: ['name', 'value', 'notes'] },
    before: { name: 'Warehouse sensors', value: euros(12_000_00), notes: 'old' },
    after: changes,
  })
})

test('a beginning tells who sent it and has no before', async () => {
  const deal = await receiveDeal(app)
  expect(await newest(deal.id)).toMatchObject({
    kind: 'received',
    version: 1,
    origin: 'person',
    actor: null,
    params: { origin: 'received', sender: 'Microsoft', parties: ['Microsoft'] },
    before: {},
    after: {},
  })
})

test('stages, solutions and team are told by their names', async () => {
  const deal = await createDeal(app)
  const other = await addSolution(app, 'Cloud Move')
  await execute(app, deal.id, { kind: 'set-solutions', solutions: [{ id: other }] })
  expect(await newest(deal.id)).toMatchObject({
    before: { solutions: ['ColdTrace'] },
    after: { solutions: ['Cloud Move'] },
  })
  await execute(app, deal.id, { kind: 'set-team', team: [person('Bo')] })
  expect(await newest(deal.id)).toMatchObject({
    before: { team: ['Ana Silva'] },
    after: { team: ['Bo Silva'] },
  })
  await execute(app, deal.id, { kind: 'mark-stage', stage: 'proposed' })
  await execute(app, deal.id, { kind: 'correct-stage', stage: 'qualified', note: 'too early' })
  expect(await newest(deal.id)).toMatchObject({
    kind: 'stage-corrected',
    params: { stage: 'qualified', notes: 'too early' },
    before: { stage: 'proposed' },
    after: { stage: 'qualified' },
  })
})

test('an invitation and its answer are told with the organisation, the type and the status they changed', async () => {
  const deal = await createDeal(app)
  const [partnerId, solutionId] = [await addPartner(app), deal.solutions[0]!.id]
  const invited = await execute(app, deal.id, {
    kind: 'invite-partner',
    invite: partnerInvite(partnerId, solutionId),
  })
  const key = `party:${invited.parties[0]!.id}`
  expect(await newest(deal.id)).toMatchObject({
    kind: 'partner-invited',
    params: { organization: 'Brink & Daughters', help: 'general' },
    before: { type: 'private' },
    after: { type: 'partner-to-partner', [key]: 'pending' },
  })
  const answer = { partyId: invited.parties[0]!.id, answer: 'declined' as const, notes: 'no capacity' }
  await execute(app, deal.id, { kind: 'record-answer', ...answer })
  expect(await newest(deal.id)).toMatchObject({
    params: { organization: 'Brink & Daughters', answer: 'declined', notes: 'no capacity' },
    before: { [key]: 'pending' },
    after: { [key]: 'declined' },
  })
})

test('a closing tells its reason and words', async () => {
  const deal = await createDeal(app)
  await execute(app, deal.id, { kind: 'lose', reason: 'other', notes: 'moved away' })
  expect(await newest(deal.id)).toMatchObject({
    kind: 'lost',
    params: { reason: 'other', notes: 'moved away' },
    before: { status: 'accepted', closedReason: null },
    after: { status: 'lost', closedReason: 'other' },
  })
})

test('an expiry happened at its deadline and was written down when somebody looked', async () => {
  const deal = await receiveDeal(app)
  app.clock.advance(60 * DAY_MS)
  expect(await newest(deal.id)).toMatchObject({
    kind: 'expired',
    origin: 'schedule',
    at: deal.expiresAt,
    recordedAt: app.clock.now(),
    before: { status: 'received' },
    after: { status: 'expired' },
  })
})

test('the history comes newest first, in pages, each event once', async () => {
  const deal = await createDeal(app)
  for (const favorite of [true, false, true, false, true, false]) {
    await execute(app, deal.id, { kind: 'set-favorite', favorite })
  }
  const versions: number[] = []
  let cursor: string | undefined
  do {
    const page = await app.call('deals.timeline', { dealId: deal.id, limit: 3, cursor })
    versions.push(...page.rows.map(({ version }) => version))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(versions).toEqual([7, 6, 5, 4, 3, 2, 1])
})

test('a history nobody has is NOT_FOUND, a cursor nobody gave INVALID_INPUT', async () => {
  const dealId = '01890000-0000-7000-8000-000000000000'
  expect(await app.fail('deals.timeline', { dealId })).toMatchObject({ code: 'NOT_FOUND' })
  const deal = await createDeal(app)
  for (const cursor of ['x', '-1', '2', '0.5']) {
    expect((await app.fail('deals.timeline', { dealId: deal.id, cursor })).code).toBe('INVALID_INPUT')
  }
})

const kindsOf = async (dealId: string, part: 'stages' | 'parties' | 'details' | 'registration' | 'system') =>
  (await app.call('deals.timeline', { dealId, part })).rows.map(({ kind }) => kind)

test('one part of the history: what an undo took back says where it belongs', async () => {
  const deal = await createDeal(app)
  await execute(app, deal.id, { kind: 'set-favorite', favorite: true })
  await execute(app, deal.id, { kind: 'mark-stage', stage: 'qualified' })
  const { eventId } = await newest(deal.id)
  const { redo } = await app.call('deals.undo', { eventId })
  await app.call('deals.undo', redo!)
  await execute(app, deal.id, {
    kind: 'invite-partner',
    invite: partnerInvite(await addPartner(app), deal.solutions[0]!.id),
  })
  expect(await kindsOf(deal.id, 'stages')).toEqual(['undone', 'undone', 'stage-marked', 'created'])
  expect(await kindsOf(deal.id, 'parties')).toEqual(['partner-invited'])
  expect(await kindsOf(deal.id, 'details')).toEqual(['favorite-set'])
  expect(await kindsOf(deal.id, 'registration')).toEqual([])
})

test('what ran out by itself is told of the deal and of the system', async () => {
  const { id } = await receiveDeal(app)
  app.clock.advance(60 * DAY_MS)
  expect(await kindsOf(id, 'stages')).toEqual(['expired', 'received'])
  expect(await kindsOf(id, 'system')).toEqual(['expired'])
})

test('one part comes in pages of its own', async () => {
  const { id: dealId } = await createDeal(app)
  for (const favorite of [true, false, true]) await execute(app, dealId, { kind: 'set-favorite', favorite })
  await execute(app, dealId, { kind: 'mark-stage', stage: 'qualified' })
  const first = await app.call('deals.timeline', { dealId, part: 'details', limit: 2 })
  expect(first.rows.map(({ version }) => version)).toEqual([4, 3])
  const cursor = first.nextCursor!
  const last = await app.call('deals.timeline', { dealId, part: 'details', limit: 2, cursor })
  expect([last.rows.map(({ version }) => version), last.nextCursor]).toEqual([[2], null])
})
