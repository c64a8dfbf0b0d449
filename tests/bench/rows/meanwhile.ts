import { setTimeout as wait } from 'node:timers/promises'
import type { LoopbackHost } from '../../support/loopback-host.ts'
import { type Row, inOrder, rowOf } from '../measure.ts'

const PING_EVERY_MS = 5
const CHANGE_EVERY_MS = 500
/** What a person would not notice, in milliseconds. */
const MOST_STALL_MS = 50

/** What calls from outside took while something else was going on, in milliseconds. */
export interface Meanwhile {
  readonly reads: readonly number[]
  readonly changes: readonly number[]
  /** Changes that were refused as busy. */
  readonly refused: number
}

async function repeatedly(
  everyMs: number,
  running: () => boolean,
  call: () => Promise<void>,
): Promise<number[]> {
  const took: number[] = []
  while (running()) {
    const start = performance.now()
    await call()
    took.push(performance.now() - start)
    await wait(everyMs)
  }
  return took
}

/** Asks for a list every few milliseconds, and changes a setting now and then, while work goes on. */
export async function measureMeanwhile(host: LoopbackHost, work: () => Promise<unknown>): Promise<Meanwhile> {
  let on = true
  let refused = 0
  const reading = repeatedly(
    PING_EVERY_MS,
    () => on,
    async () => void (await host.call('deals.list', { tab: 'all' })),
  )
  const changing = repeatedly(
    CHANGE_EVERY_MS,
    () => on,
    async () => {
      const { ok } = await host.call('settings.save', { theme: 'dark' })
      if (!ok) refused += 1
    },
  )
  await work().finally(() => (on = false))
  const [reads, changes] = await Promise.all([reading, changing])
  return { reads, changes, refused }
}

/** How long a list and a change took at most meanwhile. */
export function meanwhileRows(id: string, work: string, { reads, changes, refused }: Meanwhile): Row[] {
  const longest = (name: string, took: readonly number[], budget: string, most: number, note: string) => ({
    ...rowOf({ id, work: name, floor: null, budget: { text: budget, mostLongest: most }, note }, [took], []),
    min: inOrder(took)[0] ?? 0,
    max: inOrder(took).at(-1) ?? 0,
  })
  return [
    longest(
      `Longest stall during ${work}: a list, asked every ${PING_EVERY_MS} ms`,
      reads,
      `≤ ${MOST_STALL_MS} ms`,
      MOST_STALL_MS,
      `max is the longest of ${reads.length}`,
    ),
    longest(
      `Longest wait of a change during ${work}`,
      changes,
      '≤ 5 s, then BUSY',
      6000,
      `max is the longest; ${refused} of ${changes.length} refused as busy`,
    ),
  ]
}
