import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandOf } from '#shared/domain/command.ts'
import type { CommandId, DealId } from '#shared/domain/ids.ts'
import { decide } from '#shared/rules/decide.ts'
import { percentOf } from '#shared/rules/stages.ts'
import { currentProfile } from '#main/core/company/profile.repository.ts'
import type { Unit } from '#main/core/context.ts'
import { loadDeals } from '#main/core/deals/deals.repository.ts'
import { enact, record } from '#main/core/deals/record.ts'
import { type BenchContext, type Group, inTurn } from '../bench-context.ts'
import { measure } from '../measure.ts'

const PAGE_BYTES = 4096
const BULK = 1000

/** One durable page: what a commit cannot do without. */
function pageWriter(scratch: string): { write: () => void; close: () => void } {
  const file = openSync(join(scratch, 'one-page'), 'w+')
  const page = Buffer.alloc(PAGE_BYTES, 7)
  let at = 0
  return {
    write: () => {
      writeSync(file, page, 0, PAGE_BYTES, (at++ % 1000) * PAGE_BYTES)
      fsyncSync(file)
    },
    close: () => closeSync(file),
  }
}

const HIGH_PERCENT = 60

/** A stage change a deal allows: up while it is low, else back down. So deals never run out. */
const moveFor = (percent: number): CommandOf<'mark-stage'> | CommandOf<'correct-stage'> =>
  percent < HIGH_PERCENT
    ? { kind: 'mark-stage', stage: 'proposed' }
    : { kind: 'correct-stage', stage: 'qualified' }

interface Running {
  readonly id: DealId
  percent: number
}

/** Some running deals. */
const runningDeals = ({ raw }: BenchContext, most: number): Running[] =>
  raw
    .prepare<[number], Running>(
      `SELECT id, percent FROM deals WHERE status = 'accepted' AND family = 'standard' ORDER BY id LIMIT ?`,
    )
    .all(most)

/** Row 6: one stage change as a person makes it, durable when it answers. */
const stageChange: Group = async (context) => {
  const { bench, scratch } = context
  const next = inTurn(runningDeals(context, BULK))
  const page = pageWriter(scratch)
  const row = await measure({
    id: '6',
    work: 'Stage change, durable',
    floor: 'one fsync of one page',
    budget: { text: 'p50 ≤ 3 ×, p99 ≤ 16 ms', mostRatio: 3, mostP99: 16 },
    samples: 60,
    run: async () => {
      const deal = next()
      const command = moveFor(deal.percent)
      const start = performance.now()
      await bench.call('deals.execute', { dealId: deal.id, expectedVersion: null, command })
      const ms = performance.now() - start
      deal.percent = deal.percent < HIGH_PERCENT ? HIGH_PERCENT : 20
      return ms
    },
    runFloor: page.write,
  })
  page.close()
  return [row]
}

/** Moves many deals in one transaction, each through the rules. */
async function moveAll(unit: Unit, ids: readonly DealId[]): Promise<void> {
  const { newId } = unit.core.ports
  const { profile, actor } = await currentProfile(unit.db, unit.personal)
  const deals = await loadDeals(unit.db, unit.personal, ids)
  const author = { origin: 'person', actor, commandId: newId() as CommandId } as const
  const none = { solutions: new Map(), partners: new Map(), customer: null, partyIds: [] }
  const changes = ids.map((id) => {
    const deal = deals.get(id)!
    const facts = { dealId: id, today: unit.today, actor, profile, ...none }
    const command = moveFor(percentOf(deal))
    const decision = decide(deal, command, unit.now, facts)
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.error)}`)
    return enact(id, deal, decision.value, command.kind, author, unit.now, { now: unit.now, newId })
  })
  await record(unit, changes)
}

/** Row 7: a thousand stage changes in one transaction. */
const bulk: Group = async (context) => {
  const ids = runningDeals(context, BULK).map(({ id }) => id)
  const row = await measure({
    id: '7',
    work: `Bulk change of ${BULK}, one transaction`,
    floor: null,
    budget: { text: '≤ 60 ms', mostP50: 60 },
    samples: 1,
    run: async () => {
      await context.bench.app.core.context().write((unit) => moveAll(unit, ids))
    },
  })
  return [row]
}

/** Rows 6 and 7: what a person changes. */
export const writes: Group = async (context) => [...(await stageChange(context)), ...(await bulk(context))]
