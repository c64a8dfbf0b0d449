import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { contentOf, rawOf, totalChanges } from '../../../../tests/support/database-content.ts'
import {
  type CommandInput,
  create,
  createDeal,
  customer,
  euros,
  execute,
  person,
  receive,
  receiveDeal,
} from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const NOBODY = '01890000-0000-7000-8000-000000000000'
let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

/** Gives a command that must fail; nothing may have been written, not even to be taken back. */
async function refused(dealId: string | null, command: CommandInput, expectedVersion: number | null = null) {
  const raw = rawOf(app)
  const [content, changes] = [contentOf(raw), totalChanges(raw)]
  const error = await app.fail('deals.execute', { dealId, expectedVersion, command })
  expect(contentOf(raw)).toEqual(content)
  expect(totalChanges(raw)).toBe(changes)
  return error
}

test('a refused creation names everything that is missing and writes nothing, no customer either', async () => {
  const error = await refused(null, {
    kind: 'create',
    customer: customer('New customer'),
    microsoft: { help: 'general' },
  })
  const codes = error.code === 'REFUSED' && error.details.reasons.map(({ code }) => code)
  expect(codes).toEqual([
    'CONTACT_REQUIRED',
    'NAME_REQUIRED',
    'VALUE_REQUIRED',
    'CLOSE_DATE_REQUIRED',
    'TEAM_REQUIRED',
    'SOLUTION_REQUIRED',
    'CONSENT_REQUIRED',
  ])
})

test('a stale version is a CONFLICT that names both versions and writes nothing', async () => {
  const deal = await createDeal(app)
  await execute(app, deal.id, { kind: 'mark-stage', stage: 'qualified' })
  const error = await refused(deal.id, { kind: 'win' }, deal.version)
  expect(error).toEqual({ code: 'CONFLICT', details: { expected: 1, actual: 2 } })
  expect(await refused(deal.id, { kind: 'win' }, 3)).toMatchObject({ code: 'CONFLICT' })
  expect((await execute(app, deal.id, { kind: 'win' }, 2)).status).toBe('won')
})

test('a conflict comes before any reason of the rules', async () => {
  const deal = await createDeal(app)
  await execute(app, deal.id, { kind: 'win' })
  expect(await refused(deal.id, { kind: 'win' }, 1)).toMatchObject({ code: 'CONFLICT' })
})

test.for<[string, () => CommandInput, string]>([
  ['a customer', () => create(NOBODY, { customer: { id: NOBODY } }), 'NOT_FOUND'],
  ['a solution', () => create(NOBODY), 'INVALID_INPUT'],
  [
    'a partner',
    () =>
      create(NOBODY, {
        solutions: [],
        partners: [{ partnerId: NOBODY, closeDate: null, value: null, help: 'general' }],
      }),
    'INVALID_INPUT',
  ],
])('%s nobody knows is an error of its own', async ([, command, code]) => {
  expect((await refused(null, command())).code).toBe(code)
})

test('a deal nobody knows is NOT_FOUND; a command without a deal, or a beginning with one, INVALID_INPUT', async () => {
  const deal = await createDeal(app)
  expect(await refused(NOBODY, { kind: 'win' })).toEqual({
    code: 'NOT_FOUND',
    details: { what: 'deal', id: NOBODY },
  })
  expect((await refused(null, { kind: 'win' })).code).toBe('INVALID_INPUT')
  expect((await refused(deal.id, receive())).code).toBe('INVALID_INPUT')
})

test.for<[string, Partial<Extract<CommandInput, { kind: 'receive' }>>, string]>([
  ['received in the future', { receivedAt: '2026-11-22T09:00:00.001Z' }, 'command.receivedAt'],
  ['expiring before it came', { expiresAt: '2026-11-22T09:00:00.000Z' }, 'command.expiresAt'],
  ['with a referral id in use', { externalId: 'REF-1' }, 'command.externalId'],
])('a deal %s is INVALID_INPUT', async ([, overrides, path]) => {
  await receiveDeal(app, { externalId: 'REF-1' })
  const error = await refused(null, receive(overrides))
  expect(error).toMatchObject({ code: 'INVALID_INPUT', details: { issues: [{ path }] } })
})

test.for<[string, string]>([
  ['in the future', '2026-11-22T09:00:00.001Z'],
  ['before the invitation', '2026-11-22T08:59:59.999Z'],
])('an answer %s is INVALID_INPUT', async ([, answeredAt]) => {
  const contact = person('Iris')
  const deal = await createDeal(app, { microsoft: { help: 'general' }, contact, consent: true })
  const answer = { kind: 'record-answer' as const, partyId: deal.parties[0]!.id, answer: 'accepted' as const }
  const error = await refused(deal.id, { ...answer, answeredAt })
  expect(error).toMatchObject({
    code: 'INVALID_INPUT',
    details: { issues: [{ path: 'command.answeredAt' }] },
  })
  expect((await execute(app, deal.id, { ...answer, answeredAt: deal.createdAt })).microsoft).toBe('accepted')
})

test('a party nobody knows is NOT_FOUND', async () => {
  const deal = await createDeal(app)
  const command = { kind: 'record-answer' as const, partyId: NOBODY, answer: 'accepted' as const }
  expect(await refused(deal.id, command)).toMatchObject({ code: 'NOT_FOUND', details: { what: 'party' } })
})

test('answering is allowed a millisecond before the deadline and refused exactly at it', async () => {
  const [late, early] = [await receiveDeal(app), await receiveDeal(app)]
  app.clock.advance(14 * 86_400_000 - 1)
  expect((await execute(app, early.id, { kind: 'accept', name: 'In time' })).status).toBe('accepted')
  app.clock.advance(1)
  const input = { dealId: late.id, expectedVersion: null, command: { kind: 'accept' as const, name: 'Late' } }
  const error = await app.fail('deals.execute', input)
  expect(error.code === 'REFUSED' && error.details.reasons[0]!.code).toBe('INVITATION_EXPIRED')
})

test('amounts that are no amounts never reach the rules', async () => {
  for (const amount of [0.5, Number.MAX_SAFE_INTEGER + 1, Number.NaN]) {
    expect((await refused(null, receive({ value: { ...euros(1), amount } }))).code).toBe('INVALID_INPUT')
  }
})
