import { createHash } from 'node:crypto'
import { verifyChain } from '#main/db/event-log.ts'
import type { ReadExecutor } from '#main/db/executor.ts'
import type { Group } from '../bench-context.ts'
import { measure } from '../measure.ts'

const BUDGET_MS_AT_300K = 2500
const EVENTS = 300_000

/** Row 13: the whole hash chain. The budget is for 300,000 events and is scaled to what there is. */
export const chain: Group = async ({ bench, raw }) => {
  const { events } = raw.prepare<[], { events: number }>('SELECT count(*) events FROM deal_events').get()!
  const most = Math.round((BUDGET_MS_AT_300K * events) / EVENTS)
  const rows = raw.prepare('SELECT * FROM deal_events ORDER BY seq').raw()
  return [
    await measure({
      id: '13',
      work: `Whole chain of ${events} verified`,
      floor: 'reading and hashing the same bytes',
      budget: { text: `≤ ${most} ms`, mostP50: most },
      samples: 1,
      rounds: 3,
      run: async () => {
        const { fault } = await verifyChain(bench.app.core.reader.db as unknown as ReadExecutor)
        if (fault) throw new Error(`chain broken at ${fault.seq}`)
      },
      runFloor: () => {
        for (const row of rows.iterate() as IterableIterator<unknown[]>) {
          createHash('sha256').update(JSON.stringify(row)).digest('hex')
        }
      },
    }),
  ]
}
