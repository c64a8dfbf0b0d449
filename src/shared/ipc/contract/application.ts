import { z } from 'zod'
import { command, query } from '../procedure.ts'
import { instant, nothing } from '../values.ts'

export const application = {
  /** What is running, on which host, what it can do there, its clock and how much it holds. */
  'app.info': query(
    nothing,
    z.strictObject({
      name: z.string(),
      version: z.string(),
      rulebook: z.string(),
      schemaVersion: z.int(),
      host: z.enum(['electron', 'loopback']),
      capabilities: z.array(z.string()),
      clock: z.strictObject({
        now: instant,
        hold: z.strictObject({ since: instant, why: z.string() }).nullable(),
      }),
      counts: z.strictObject({
        deals: z.int(),
        received: z.int(),
        active: z.int(),
        closed: z.int(),
        favorites: z.int(),
        sample: z.int(),
        events: z.int(),
        unread: z.int(),
      }),
      savedAt: instant.nullable(),
    }),
  ),
  /** Brings the sample pipeline, dated relative to now. Loading it twice changes nothing. */
  'sample.load': command(nothing, z.strictObject({ deals: z.int() })),
  /** Takes out exactly what the sample brought: deals of one's own stay. */
  'sample.clear': command(nothing, z.strictObject({ deals: z.int() })),
}
