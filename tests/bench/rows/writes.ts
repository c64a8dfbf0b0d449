import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandOf } from '#shared/domain/command.ts'
import type { DealId } from '#shared/domain/ids.ts'
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

/** Gives many deals a new value with one command; says how long it took, and what names it. */
const bulkChange = ({ bench }: BenchContext, ids: readonly DealId[]) => {
  let amount = 1_000_000
  return async (): Promise<{ ms: number; batchId: string }> => {
    amount += 1
    const command = { kind: 'edit' as const, changes: { value: { amount, currency: 'EUR' } } }
    const start = performance.now()
    const { batchId, refused } = await bench.call('deals.bulk', {
      selection: { ids: [...ids] },
      command,
      dryRun: false,
    })
    const ms = performance.now() - start
    if (batchId === null || refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused[0])}`)
    return { ms, batchId }
  }
}

/** Row 7: a thousand edits in one transaction, and the undo of them. */
const bulk: Group = async (context) => {
  const ids = runningDeals(context, BULK).map(({ id }) => id)
  const change = bulkChange(context, ids)
  const changed = await measure({
    id: '7',
    work: `Bulk change of ${ids.length}, one transaction`,
    floor: null,
    budget: { text: '≤ 60 ms', mostP50: 60 },
    samples: 1,
    run: async () => (await change()).ms,
  })
  const undone = await measure({
    id: '7u',
    work: `Undo of a bulk change of ${ids.length}`,
    floor: 'the bulk change',
    budget: { text: '≤ 3 ×', mostRatio: 3 },
    samples: 1,
    run: async () => {
      const { batchId } = await change()
      const start = performance.now()
      const { undone: deals } = await context.bench.call('deals.undo', { batchId })
      if (deals !== ids.length) throw new Error(`only ${deals} undone`)
      return performance.now() - start
    },
    runFloor: async () => (await change()).ms,
  })
  return [changed, undone]
}

/** Rows 6 and 7: what a person changes. */
export const writes: Group = async (context) => [...(await stageChange(context)), ...(await bulk(context))]
