import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import {
  type CommandInput,
  addPartner,
  addSolution,
  create,
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

test('an inbound deal is received, accepted, marked four times and won', async () => {
  const received = await receiveDeal(app)
  expect(received).toMatchObject({
    status: 'received',
    stage: null,
    percent: 0,
    direction: 'inbound',
    type: 'co-sell',
    microsoft: 'accepted',
    expiresAt: '2026-12-06T09:00:00.000Z',
    version: 1,
  })
  app.clock.advance(DAY_MS)
  const form = { name: 'Telemetry', value: euros(90_000_00), team: [person()], crmId: 'CRM-1' }
  const accepted = await execute(app, received.id, { kind: 'accept', ...form })
  expect(accepted).toMatchObject({
    ...form,
    status: 'accepted',
    stage: 'accepted',
    percent: 10,
    expiresAt: null,
    acceptedAt: '2026-11-23T09:00:00.000Z',
    version: 2,
  })
  const percents = []
  for (const stage of ['qualified', 'developed', 'proposed', 'negotiated'] as const) {
    const deal = await execute(app, received.id, { kind: 'mark-stage', stage })
    percents.push([deal.stage, deal.percent])
  }
  expect(percents).toEqual([
    ['qualified', 20],
    ['developed', 40],
    ['proposed', 60],
    ['negotiated', 80],
  ])
  const won = await execute(app, received.id, { kind: 'win' })
  expect(won).toMatchObject({ status: 'won', stage: 'won', percent: 100, version: 7 })
  expect(won.closedAt).toBe(app.clock.now())
  expect(await app.call('deals.get', { dealId: received.id })).toEqual(won)
})

test('a deal of our own starts accepted, on stage created, and may be lost from there', async () => {
  const deal = await createDeal(app, { notes: 'Budget in spring' })
  expect(deal).toMatchObject({
    status: 'accepted',
    stage: 'created',
    percent: 10,
    type: 'private',
    direction: 'outbound',
    acceptedAt: deal.createdAt,
    notes: 'Budget in spring',
  })
  const lost = await execute(app, deal.id, { kind: 'lose', reason: 'other', notes: 'Merged with a rival' })
  expect(lost).toMatchObject({
    status: 'lost',
    stage: 'created',
    percent: 10,
    closedReason: 'other',
    closedNotes: 'Merged with a rival',
  })
})

const onTerminal = (partnerId: string, solutionId: string): CommandInput[] => [
  { kind: 'accept', name: 'Again' },
  { kind: 'decline', reason: 'budget' },
  { kind: 'edit', changes: { name: 'Renamed' } },
  { kind: 'edit', changes: {} },
  { kind: 'set-team', team: [person('Bo')] },
  { kind: 'set-solutions', solutions: [{ id: solutionId }] },
  { kind: 'invite-microsoft', help: 'general', contact: person('Iris'), consent: true },
  { kind: 'mark-stage', stage: 'negotiated' },
  { kind: 'correct-stage', stage: 'created' },
  { kind: 'win' },
  { kind: 'lose', reason: 'budget' },
  {
    kind: 'invite-partner',
    invite: { partnerId, closeDate: '2027-01-01', value: euros(1), team: [], solutions: [], help: 'general' },
  },
]

const endings: Record<string, (id: string) => Promise<unknown>> = {
  won: (id) => execute(app, id, { kind: 'win' }),
  lost: (id) => execute(app, id, { kind: 'lose', reason: 'budget' }),
}

test.for(Object.keys(endings))('every further command on a %s deal is DEAL_TERMINAL', async (status) => {
  const deal = await createDeal(app)
  await endings[status]!(deal.id)
  const { id: partnerId } = await app.call('partners.save', { name: 'P', partnerId: '9', country: 'NL' })
  const before = await app.call('deals.get', { dealId: deal.id })
  for (const command of onTerminal(partnerId, await addSolution(app, 'Other'))) {
    const error = await app.fail('deals.execute', { dealId: deal.id, expectedVersion: null, command })
    const reasons = error.code === 'REFUSED' ? error.details.reasons.map(({ code }) => code) : []
    expect(reasons, command.kind).toContain('DEAL_TERMINAL')
  }
  expect(await app.call('deals.get', { dealId: deal.id })).toEqual(before)
})

test('only the favourite may still be set on a closed deal, and that moves nothing else', async () => {
  const deal = await createDeal(app)
  const won = await execute(app, deal.id, { kind: 'win' })
  app.clock.advance(DAY_MS)
  const liked = await execute(app, deal.id, { kind: 'set-favorite', favorite: true })
  expect(liked).toEqual({ ...won, favorite: true, version: won.version + 1 })
})

test('a command that changes nothing writes no event and moves no version', async () => {
  const deal = await createDeal(app)
  const input = { dealId: deal.id, expectedVersion: deal.version }
  const command = { kind: 'edit' as const, changes: { name: deal.name, value: deal.value } }
  expect(await app.call('deals.execute', { ...input, command })).toEqual({ deal, events: [] })
})

test('a new customer of a deal enters the directory once, an equal one is found again', async () => {
  const solutionId = await addSolution(app)
  const events: string[] = []
  app.app.subscribe(({ name }) => events.push(name))
  const first = await execute(app, null, create(solutionId))
  expect(events).toEqual(['deals.changed', 'directory.changed'])
  const second = await execute(app, null, create(solutionId, { name: 'Second' }))
  expect(events).toEqual(['deals.changed', 'directory.changed', 'deals.changed'])
  expect(second.customer.id).toBe(first.customer.id)
  expect((await app.call('customers.search', {})).rows).toEqual([first.customer])
  const third = await createDeal(app, { customer: { id: first.customer.id } })
  expect(third.customer).toEqual(first.customer)
})

test('every event of one command tells the same moment, and who did it', async () => {
  await app.call('profile.save', { user: person('Mara') })
  const deal = await createDeal(app)
  const { rows } = await app.call('deals.timeline', { dealId: deal.id })
  expect(rows[0]).toMatchObject({ at: app.clock.now(), recordedAt: app.clock.now(), actor: 'Mara Silva' })
  expect(deal.stageMarks[0]!.by).toBe('Mara Silva')
})

test('a deal counts its partners, and those that have not answered yet', async () => {
  const solutionId = await addSolution(app)
  const partners = [await addPartner(app, 'Brink'), await addPartner(app, 'Solace')]
  const invites = partners.map((partnerId) => partnerInvite(partnerId, solutionId))
  const deal = await execute(app, null, create(solutionId, { partners: invites }))
  expect(deal).toMatchObject({ type: 'partner-to-partner', partners: 2, pendingPartners: 2 })
  const answer = { partyId: deal.parties[0]!.id, answer: 'declined' as const }
  const answered = await execute(app, deal.id, { kind: 'record-answer', ...answer })
  expect(answered).toMatchObject({ partners: 2, pendingPartners: 1, type: 'partner-to-partner' })
})
