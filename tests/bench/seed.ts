import { Readable } from 'node:stream'
import type { Command } from '#shared/domain/command.ts'
import type { Deal, Status } from '#shared/domain/deal.ts'
import type { CommandId, DealId } from '#shared/domain/ids.ts'
import { STAGES } from '#shared/domain/stages.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import type { ImportPreview } from '#shared/ipc/contract/exchange.ts'
import { decide } from '#shared/rules/decide.ts'
import type { Facts } from '#shared/rules/facts.ts'
import { currentProfile } from '#main/core/company/profile.repository.ts'
import type { Unit } from '#main/core/context.ts'
import { loadDeals } from '#main/core/deals/deals.repository.ts'
import { type Recorded, enact, record } from '#main/core/deals/record.ts'
import { dealFile, dealRow } from '../support/deal-file.ts'
import type { Random } from '../support/random.ts'
import type { BenchApplication } from './application.ts'

/** Imports most of a year's work comes in, and days between them: none before this edition came out, which is doubted. */
const SLICES = 12
const DAYS_BETWEEN = 27
const DEALS_PER_UNIT = 500

/** How far back seeding starts to end about now: the host that is started later finds nothing overdue. */
export const SEEDED_DAYS = (SLICES - 1) * DAYS_BETWEEN + 3

/** How deals stand when they arrive. Most run; what we do with them follows. */
const ARRIVALS: readonly (readonly [number, Status])[] = [
  [82, 'accepted'],
  [8, 'received'],
  [4, 'won'],
  [4, 'lost'],
  [1, 'declined'],
  [1, 'expired'],
]

/**
 * Fills an empty folder with deals of about three events each, all through imports and the rules. `lookOn`: called at the
 * end of every day that goes by, before the next begins.
 */
export async function seed(
  bench: BenchApplication,
  deals: number,
  random: Random,
  lookOn?: () => Promise<void>,
): Promise<void> {
  await bench.call('profile.save', {
    companyName: 'Tandem Bench',
    partnerId: '1234567',
    homeCurrency: 'EUR',
    user: { firstName: 'Iris', lastName: 'Novak', phone: '+31 20 555 0100', email: 'iris@example.com' },
  })
  for (let slice = 0; slice < SLICES; slice += 1) {
    const rows = Math.floor((deals * (slice + 1)) / SLICES) - Math.floor((deals * slice) / SLICES)
    await importSlice(bench, rows, random)
    await pass(bench, 2, lookOn)
    await work(bench, random)
    if (slice < SLICES - 1) await pass(bench, DAYS_BETWEEN - 2, lookOn)
    process.stderr.write(`\rseeding: ${Math.floor((deals * (slice + 1)) / SLICES)} deals`)
  }
  process.stderr.write('\n')
}

/** Days go by; whoever looks on does so at the last millisecond of each. */
async function pass(bench: BenchApplication, days: number, lookOn?: () => Promise<void>): Promise<void> {
  const untilMs = Date.parse(bench.clock.now()) + days * DAY_MS
  while (lookOn !== undefined) {
    const nowMs = Date.parse(bench.clock.now())
    const endMs = (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS - 1
    if (endMs >= untilMs) break
    bench.clock.advance(endMs - nowMs)
    await lookOn()
    bench.clock.advance(1)
  }
  bench.clock.advance(untilMs - Date.parse(bench.clock.now()))
}

/** A file of new rows, as bytes. */
export function fileOf(rows: number, random: Random, bench: BenchApplication, status?: Status): Buffer {
  const today = bench.clock.today()
  return dealFile(
    Array.from({ length: rows }, () => dealRow(random, status ?? random.weighted(ARRIVALS), today)),
  )
}

/** Imports a file the way a person does: preview, then commit. */
export async function importFile(bench: BenchApplication, file: Buffer): Promise<ImportPreview> {
  const { fileId } = await bench.files.put('deals.csv', Readable.from([file]))
  const { jobId } = await bench.call('imports.preview', { fileId, format: 'partner-center-csv' })
  const preview = await bench.job<ImportPreview>(jobId)
  if (preview.refused > 0) throw new Error(`refused rows: ${JSON.stringify(preview.sample[0])}`)
  await bench.job((await bench.call('imports.commit', { importId: preview.importId })).jobId)
  return preview
}

async function importSlice(bench: BenchApplication, rows: number, random: Random): Promise<void> {
  await importFile(bench, fileOf(rows, random, bench))
}

/** Days of work on what arrived last: stages, amounts, answers, some wins and losses. */
async function work(bench: BenchApplication, random: Random): Promise<void> {
  const { core } = bench.app
  const untouched = await core.reader.db
    .selectFrom('deals')
    .select('id')
    .where('version', '=', 1)
    .where('status', '=', 'accepted')
    .where('created_at', '>=', new Date(Date.parse(bench.clock.now()) - 3 * DAY_MS).toISOString())
    .execute()
  for (let start = 0; start < untouched.length; start += DEALS_PER_UNIT) {
    const ids = untouched.slice(start, start + DEALS_PER_UNIT).map(({ id }) => id as DealId)
    await core.context().write(async (unit) => {
      const found = await loadDeals(unit.db, unit.personal, ids)
      const facts = await factsOf(unit)
      const changes = [...found.values()].map((deal) => worked(deal, random, unit, facts))
      await record(unit, changes)
    })
    bench.clock.advance(60_000)
  }
}

async function factsOf(unit: Unit): Promise<Omit<Facts, 'dealId'>> {
  const { profile, actor } = await currentProfile(unit.db, unit.personal)
  const none = { solutions: new Map(), partners: new Map(), customer: null }
  return { today: unit.today, actor, profile, ...none, partyIds: [] }
}

/** What somebody does with a deal, one allowed command after the other. */
function worked(deal: Deal, random: Random, unit: Unit, facts: Omit<Facts, 'dealId'>): Recorded {
  const { newId } = unit.core.ports
  let current: Deal = deal
  const events: Recorded['events'][number][] = []
  for (const command of commandsFor(deal, random)) {
    const decision = decide(current, command, unit.now, { ...facts, dealId: deal.id })
    if (!decision.ok) continue
    const author = { origin: 'person', actor: facts.actor, commandId: newId() as CommandId } as const
    const step = enact(deal.id, current, decision.value, command.kind, author, unit.now, {
      now: unit.now,
      newId,
    })
    current = step.after!
    events.push(...step.events)
  }
  return { before: deal, after: current, events }
}

function commandsFor(deal: Deal, random: Random): Command[] {
  const commands: Command[] = []
  const pending = deal.parties.find(({ status }) => status === 'pending')
  if (pending && random.percent(70)) {
    const answer = random.weighted([
      [3, 'accepted'],
      [1, 'declined'],
    ] as const)
    commands.push({ kind: 'record-answer', partyId: pending.id, answer })
  }
  for (const stage of STAGES.slice(2, 6)) {
    if (random.percent(45)) commands.push({ kind: 'mark-stage', stage })
  }
  if (random.percent(35)) {
    const value = { ...deal.value, amount: deal.value.amount + random.int(1, 100_000) }
    commands.push({ kind: 'edit', changes: { value } })
  }
  if (random.percent(2)) commands.push({ kind: 'set-favorite', favorite: true })
  if (random.percent(15)) commands.push({ kind: 'win' })
  else if (random.percent(15)) commands.push({ kind: 'lose', reason: 'budget' })
  return commands
}
