import { z } from 'zod'
import { HOLD_REASONS } from '#shared/domain/clock.ts'
import { command, query } from '../procedure.ts'
import { civilDate, id, instant, nothing } from '../values.ts'

const clock = z.strictObject({
  /** The time everything is judged by. */
  now: instant,
  /** Since when and why the date waits to be confirmed; until then invitations neither run out nor are answered. */
  hold: z.strictObject({ since: instant, why: z.enum(HOLD_REASONS) }).nullable(),
  /** The computer's clock was moved back: time is counted on from where it was. */
  banner: z.enum(['moved-back']).nullable(),
  /** What the computer itself says, and its calendar day: the one to confirm. */
  computer: z.strictObject({ now: instant, today: civilDate }),
})

export const application = {
  /** What is running, on which host, what it can do there, its clock and how much it holds. */
  'app.info': query(
    nothing,
    z.strictObject({
      name: z.string(),
      version: z.string(),
      /** What it was built from, with `-modified` behind it when files differed; null where nobody said. */
      commit: z.string().nullable(),
      /** What it runs on, in the order to name it: Electron and the like. */
      runtime: z.array(z.strictObject({ name: z.string(), version: z.string() })),
      rulebook: z.string(),
      schemaVersion: z.int(),
      host: z.enum(['electron', 'loopback']),
      capabilities: z.array(z.string()),
      clock,
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
  /**
   * A person confirms which day it is. Where the clock was doubted and the computer says the same day, its time counts
   * from here on and everything due runs out; otherwise nothing happens. Gives the deals of which something has run out
   * by a clock that was ahead: they stay closed. Errors: INVALID_INPUT while the computer says another day.
   */
  'app.confirm-clock': command(
    z.strictObject({ today: civilDate }),
    z.strictObject({ clock, expiredMeanwhile: z.array(id<'deal'>()) }),
  ),
  /**
   * Brings the sample pipeline, dated relative to now. Loading it twice changes nothing. Errors: CLOCK_UNCERTAIN while
   * the clock is doubted: its deals would be dated by a wrong day.
   */
  'sample.load': command(nothing, z.strictObject({ deals: z.int() })),
  /** Takes out exactly what the sample brought: deals of one's own stay. */
  'sample.clear': command(nothing, z.strictObject({ deals: z.int() })),
}
