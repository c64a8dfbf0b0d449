import { z } from 'zod'
import { PARTY_KINDS } from '#shared/domain/deal.ts'
import type { TodaySection } from '#shared/domain/today.ts'
import { command, query } from '../procedure.ts'
import { civilDate, id, instant, limit, nothing } from '../values.ts'
import { dealRow } from './deal-views.ts'
import { notification } from './notifications.ts'

const count = z.int()
const deals = z.strictObject({ count, rows: z.array(dealRow) })

/** An invitation of ours nobody has answered yet. One deal may have several. */
export const openInvitation = z.strictObject({
  deal: dealRow,
  party: z.strictObject({
    id: id<'party'>(),
    kind: z.enum(PARTY_KINDS),
    organization: z.string(),
    expiresAt: instant,
  }),
})
export type OpenInvitation = z.output<typeof openInvitation>

/** A registration the review gave back: the first thing to correct, and how many more there are. */
export const returnedRegistration = z.strictObject({
  deal: dealRow,
  error: z.string().nullable(),
  more: count,
})
export type ReturnedRegistration = z.output<typeof returnedRegistration>

/** One thing that happened by itself or in the background since the last visit. Counts of an import are rows of its file. */
export const awayRow = z.union([
  z.strictObject({ what: z.literal('notification'), told: notification }),
  z.strictObject({
    what: z.literal('import'),
    batchId: id<'batch'>(),
    /** The file as it was called. */
    name: z.string(),
    at: instant,
    created: count,
    updated: count,
    unchanged: count,
    refused: count,
    /** The refused lines, while their file is kept: until the application starts anew. */
    errorsFileId: id<'file'>().nullable(),
    undoneAt: instant.nullable(),
  }),
])
export type AwayRow = z.output<typeof awayRow>

export const today = {
  /**
   * What needs the person at this laptop, each section with its first rows (20, or as many as `limits` says) and the
   * count of all of them:
   * - `answers`: inbound deals nobody has answered, least time left first; `soon` of them run out within three days (B6);
   * - `invitations`: ours without an answer that run out within seven days, each by itself, least time left first (B6);
   * - `registrations`: those that need action, longest waiting first (RULEBOOK 8.3);
   * - `overdue`: running deals whose close date has passed, longest first;
   * - `still`: running deals more than 30 whole days in one stage, longest first.
   *
   * `needs`: how many deals that is, each once however many things it needs. `days`: the seven days after today, each with
   * the running deals that close and the answers of ours that fall due on it. Days are the calendar days of where the
   * person is, as everywhere. `next`: the first thing to come, only where nothing needs anybody now. `away`: expiries,
   * summaries, what files reported others to have answered, and finished imports since the visit before this one,
   * newest first, the first 20 and how many `more`; empty without an earlier visit.
   */
  'today.get': query(
    z.strictObject({
      limits: z
        .strictObject({
          answers: limit,
          invitations: limit,
          registrations: limit,
          overdue: limit,
          still: limit,
        } satisfies Record<TodaySection, typeof limit>)
        .partial()
        .optional(),
    }),
    z.strictObject({
      today: civilDate,
      needs: count,
      answers: z.strictObject({ ...deals.shape, soon: count }),
      invitations: z.strictObject({ count, rows: z.array(openInvitation) }),
      registrations: z.strictObject({ count, rows: z.array(returnedRegistration) }),
      overdue: deals,
      still: deals,
      days: z.array(z.strictObject({ day: civilDate, closing: count, answers: count })),
      next: z
        .strictObject({
          kind: z.enum(['closes', 'expires']),
          dealId: id<'deal'>(),
          name: z.string(),
          /** Whose answer is missing where an invitation runs out. */
          organization: z.string().nullable(),
          day: civilDate,
        })
        .nullable(),
      away: z.strictObject({ since: instant.nullable(), rows: z.array(awayRow), more: count }),
    }),
  ),
  /**
   * The deals of `answers` alone, for where nobody's screen is meant: on an icon, in a menu of the system. `count` of all
   * of them and the first five, least time left first, by id and deadline: no names. `now`: what is left is left from
   * then; `hold`: the date waits to be confirmed, and until then nothing runs out.
   */
  'today.waiting': query(
    nothing,
    z.strictObject({
      count,
      first: z.array(z.strictObject({ dealId: id<'deal'>(), expiresAt: instant })),
      now: instant,
      hold: z.boolean(),
    }),
  ),
  /**
   * Somebody has the screens before them: the screens say so when they open and every few minutes while they can be
   * seen. A visit is over when nobody did so for an hour, whether the application was closed or left open meanwhile;
   * the next call begins a new one. Gives when the visit before this one ended; null on the first.
   */
  'today.visit': command(nothing, z.strictObject({ since: instant.nullable() })),
}
