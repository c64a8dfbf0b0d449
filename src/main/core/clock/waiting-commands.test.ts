import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import { commit, fileOf, line, preview, withMicrosoft } from '../../../../tests/support/bulk-csv.ts'
import { contentOf, rawOf, totalChanges } from '../../../../tests/support/database-content.ts'
import {
  type CommandInput,
  addPartner,
  addSolution,
  create,
  createDeal,
  execute,
  partnerInvite,
  person,
  receive,
  receiveDeal,
} from '../../../../tests/support/deal-commands.ts'

const DAY_MS = 86_400_000
let app: TestApplication

beforeEach(async () => {
  app = await testApplication()
})
afterEach(() => app.close())

const contact = person('Iris')
const inviteMicrosoft = {
  kind: 'invite-microsoft' as const,
  help: 'general' as const,
  contact,
  consent: true,
}

/** What asks for the date while it is doubted: each with a deal to begin with. */
const guarded: readonly (readonly [
  string,
  (app: TestApplication) => Promise<[string | null, CommandInput]>,
])[] = [
  ['accept', async (own) => [(await receiveDeal(own)).id, { kind: 'accept', name: 'A', team: [person()] }]],
  ['decline', async (own) => [(await receiveDeal(own)).id, { kind: 'decline', reason: 'budget' }]],
  ['receive', async () => [null, receive()]],
  ['invite-microsoft', async (own) => [(await createDeal(own)).id, inviteMicrosoft]],
  [
    'invite-partner',
    async (own) => {
      const invite = partnerInvite(await addPartner(own), await addSolution(own))
      return [(await createDeal(own)).id, { kind: 'invite-partner', invite }]
    },
  ],
  [
    'create with Microsoft',
    async (own) => [
      null,
      create(await addSolution(own), { contact, consent: true, microsoft: { help: 'general' } }),
    ],
  ],
  ...(['accepted', 'declined'] as const).map(
    (answer) =>
      [
        `record ${answer}`,
        async (own: TestApplication): Promise<[string, CommandInput]> => {
          const { id } = await createDeal(own)
          const { parties } = await execute(own, id, inviteMicrosoft)
          const reason = answer === 'declined' ? { reason: 'budget' as const } : {}
          return [id, { kind: 'record-answer', partyId: parties[0]!.id, answer, ...reason }]
        },
      ] as const,
  ),
]

const uncertain = { code: 'CLOCK_UNCERTAIN', details: { why: 'leaped-forward' } }

test.each(guarded)(
  '%s waits while the clock is doubted, on every path, and then goes through',
  async (_what, begin) => {
    const [dealId, command] = await begin(app)
    app.clock.jump(400 * DAY_MS)
    await app.app.look()
    const [content, changes] = [contentOf(rawOf(app)), totalChanges(rawOf(app))]
    expect(await app.fail('deals.execute', { dealId, expectedVersion: null, command })).toMatchObject(
      uncertain,
    )
    expect(await app.fail('deals.check', { dealId, command })).toMatchObject(uncertain)
    if (dealId !== null && command.kind !== 'record-answer') {
      const selection = { ids: [dealId] }
      for (const dryRun of [true, false]) {
        expect(await app.fail('deals.bulk', { selection, command, dryRun })).toMatchObject(uncertain)
      }
    }
    expect(contentOf(rawOf(app))).toEqual(content)
    expect(totalChanges(rawOf(app))).toBe(changes)
    app.clock.jump(-400 * DAY_MS)
    await app.call('app.confirm-clock', { today: app.clock.today() })
    expect((await execute(app, dealId, command)).version).toBeGreaterThan(0)
  },
)

test('taking an answer back waits too: the clock would run again', async () => {
  const { id } = await receiveDeal(app)
  const accept = { kind: 'accept' as const, name: 'A', team: [person()] }
  const { events } = await app.call('deals.execute', { dealId: id, expectedVersion: null, command: accept })
  app.clock.jump(400 * DAY_MS)
  await app.app.look()
  const content = contentOf(rawOf(app))
  expect(await app.fail('deals.undo', { eventId: events[0]! })).toMatchObject(uncertain)
  expect(contentOf(rawOf(app))).toEqual(content)
  app.clock.jump(-400 * DAY_MS)
  await app.call('app.confirm-clock', { today: app.clock.today() })
  expect(await app.call('deals.undo', { eventId: events[0]! })).toMatchObject({ undone: 1 })
})

test('everything else goes on', async () => {
  const deal = await createDeal(app)
  app.clock.jump(400 * DAY_MS)
  await execute(app, deal.id, { kind: 'edit', changes: { notes: 'still here' } })
  await execute(app, deal.id, { kind: 'mark-stage', stage: 'qualified' })
  expect((await createDeal(app)).status).toBe('accepted')
  const ids = { ids: [deal.id] }
  const bulk = { selection: ids, command: { kind: 'set-favorite' as const, favorite: true }, dryRun: false }
  const { batchId, allowed } = await app.call('deals.bulk', bulk)
  expect(allowed).toBe(1)
  expect(await app.call('deals.undo', { batchId: batchId! })).toMatchObject({ undone: 1 })
  expect(await execute(app, deal.id, { kind: 'win' })).toMatchObject({
    status: 'won',
    closedAt: '2026-11-22T09:00:00.000Z',
  })
})

test('the actions of a deal say what waits for the date', async () => {
  const { id } = await receiveDeal(app)
  app.clock.jump(400 * DAY_MS)
  const { actions } = await app.call('deals.actions', { dealId: id })
  const since = '2026-11-22T09:00:00.000Z'
  expect(actions.find(({ action }) => action === 'accept')).toEqual({
    action: 'accept',
    target: null,
    allowed: false,
    reasons: [
      { code: 'CLOCK_UNCERTAIN', params: { since, why: 'leaped-forward' }, fix: { action: 'confirm-clock' } },
    ],
  })
})

test('an import that would start or answer an invitation waits, whole; it can be carried out afterwards', async () => {
  const file = fileOf([line('R-1'), line('R-2', withMicrosoft('Pending'))])
  const { importId } = await preview(app, file)
  app.clock.jump(400 * DAY_MS)
  await app.app.look()
  const content = contentOf(rawOf(app))
  const { jobId } = await app.call('imports.commit', { importId })
  await app.app.core.jobs.settled()
  expect(await app.call('jobs.get', { jobId })).toMatchObject({ state: 'failed', error: uncertain })
  expect(contentOf(rawOf(app))).toEqual(content)
  app.clock.jump(-400 * DAY_MS)
  await app.call('app.confirm-clock', { today: app.clock.today() })
  expect(await commit(app, importId)).toMatchObject({ created: 2 })
})

test('an import that has nothing to do with invitations goes through', async () => {
  const { importId } = await preview(app, fileOf([line('R-1')]))
  app.clock.jump(400 * DAY_MS)
  expect(await commit(app, importId)).toMatchObject({ created: 1 })
})

test('the sample waits as well: all of it is dated from today', async () => {
  app.clock.jump(400 * DAY_MS)
  await app.app.look()
  const content = contentOf(rawOf(app))
  expect(await app.fail('sample.load', {})).toMatchObject(uncertain)
  expect(contentOf(rawOf(app))).toEqual(content)
  app.clock.jump(-400 * DAY_MS)
  await app.call('app.confirm-clock', { today: app.clock.today() })
  expect(await app.call('sample.load', {})).toEqual({ deals: 60 })
})
