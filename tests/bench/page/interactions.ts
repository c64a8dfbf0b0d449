import type { Page } from 'playwright'

/**
 * How long a page took from each thing a person did (a key, a click) to the next picture of it, by the browser's own
 * event timing. Durations come in steps of 8 ms; what took less than 16 ms is only counted, and stands as 16 here.
 */
const SHORTEST_TOLD = 16

interface Told {
  readonly id: number
  readonly name: string
  readonly duration: number
}
interface Recorder {
  readonly told: Told[]
  /** Interactions of the page so far. */
  readonly count: number
}
declare global {
  interface Window {
    recorded?: Recorder
  }
}

/** Begins to listen before anything of the page runs. */
export const recordInteractions = (page: Page): Promise<unknown> =>
  page.addInitScript((shortest) => {
    const told: Told[] = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[]) {
        if (entry.interactionId > 0)
          told.push({ id: entry.interactionId, name: entry.name, duration: entry.duration })
      }
    }).observe({ type: 'event', durationThreshold: shortest, buffered: true } as PerformanceObserverInit)
    window.recorded = {
      told,
      get count() {
        return (performance as unknown as { interactionCount: number }).interactionCount
      },
    }
  }, SHORTEST_TOLD)

/** The longest event of each interaction, in milliseconds; one entry for every interaction there was. */
export async function interactionsOf(page: Page): Promise<number[]> {
  // What was painted last is told in the frame after.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  const { told, count } = await page.evaluate(() => ({
    told: window.recorded!.told,
    count: window.recorded!.count,
  }))
  const longest = new Map<number, number>()
  for (const { id, duration } of told) longest.set(id, Math.max(longest.get(id) ?? 0, duration))
  const short = Array.from({ length: Math.max(0, count - longest.size) }, () => SHORTEST_TOLD)
  return [...longest.values(), ...short]
}
