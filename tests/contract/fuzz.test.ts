import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ERROR_CODES, type Envelope } from '#shared/errors.ts'
import type { ProcedureName } from '#shared/ipc/contract.ts'
import { databaseFile } from '#main/db/open.ts'
import { addPartner, createDeal, execute, person } from '../support/deal-commands.ts'
import { type TestHost, startTestHost } from '../support/test-host.ts'
import { checkAnswer } from './in-process-client.ts'
import { loopbackClient } from './loopback-client.ts'
import { type Known, type Payload, fitting, payloads } from './payloads.ts'

const PAYLOADS = 2_000
let host: TestHost
let known: Known
let database: BetterSqlite3.Database

beforeAll(async () => {
  host = await startTestHost('contract-fuzz')
  const client = loopbackClient(host)
  const contact = person('Iris')
  const deal = await createDeal(client, { microsoft: { help: 'general' }, contact, consent: true })
  const other = await createDeal(client)
  await execute(client, other.id, { kind: 'set-favorite', favorite: true })
  const { rows } = await client.call('deals.timeline', { dealId: other.id, limit: 1 })
  known = {
    dealId: deal.id,
    partyId: deal.parties[0]!.id,
    solutionId: deal.solutions[0]!.id,
    partnerId: await addPartner(client),
    fileId: await client.upload('deals.csv', 'no table'),
    eventId: rows[0]!.eventId,
  }
  database = new BetterSqlite3(databaseFile(host.dataDir), { readonly: true })
}, 120_000)
afterAll(async () => {
  database.close()
  await host.end()
})

/** Changes whenever anybody else has committed anything to the database. */
const dataVersion = () => database.pragma('data_version', { simple: true })

/** Sends a call and gives its outcome: ok, the code of an error, or the status that turned it away. */
async function outcomeOf({ name, input }: Payload): Promise<string> {
  const headers = {
    'Content-Type': 'application/json',
    Origin: host.origin,
    Authorization: `Bearer ${host.token}`,
  }
  const body = JSON.stringify({ name, input })
  const response = await fetch(`${host.origin}/call`, { method: 'POST', headers, body })
  const envelope = (await response.json()) as Envelope
  if (response.status !== 200) return String(response.status)
  if (envelope.ok) checkAnswer(name as ProcedureName, envelope)
  return envelope.ok ? 'ok' : envelope.error.code
}

// 413: larger than a body may be. 400: nested deeper than a body may be.
const EXPECTED: readonly string[] = ['ok', '413', '400', ...ERROR_CODES.filter((code) => code !== 'INTERNAL')]

test('whatever is sent: an answer, never a failure, and no write with an error', async () => {
  const seed = Date.now() | 0
  const outcomes = new Map<string, number>()
  for (const payload of fc.sample(payloads(known), { numRuns: PAYLOADS, seed })) {
    const shown = `seed ${seed}: ${JSON.stringify(payload).slice(0, 500)}`
    const before = dataVersion()
    const outcome = await outcomeOf(payload)
    expect(EXPECTED, shown).toContain(outcome)
    if (outcome !== 'ok') expect(dataVersion(), shown).toBe(before)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  expect(host.child.exitCode).toBeNull()
  expect(host.said()).not.toContain('"level":"error"')
  for (const outcome of ['ok', 'INVALID_INPUT', 'NOT_FOUND', 'REFUSED']) {
    expect(outcomes.get(outcome), `seed ${seed}: ${outcome}`).toBeGreaterThan(10)
  }
}, 120_000)

test('a write would be noticed', async () => {
  for (const companyName of ['One', 'Two']) {
    const before = dataVersion()
    expect(await outcomeOf({ name: 'profile.save', input: { companyName } })).toBe('ok')
    expect(dataVersion()).not.toBe(before)
  }
})

test('the inputs that fit do fit: mutations start from something that works', async () => {
  const taken = /externalId/
  for (const payload of fitting(known)) {
    if (taken.test(JSON.stringify(payload))) continue
    expect(['ok', 'REFUSED', 'NOT_FOUND'], JSON.stringify(payload)).toContain(await outcomeOf(payload))
  }
})
