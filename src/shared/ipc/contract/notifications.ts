import { z } from 'zod'
import { NOTIFICATION_KINDS } from '#shared/domain/notification.ts'
import { command, query } from '../procedure.ts'
import { cursor, id, instant, json, limit, nothing } from '../values.ts'

/**
 * One line of the inbox. `dealName` and `organization` are what they are called now; null where there is none. `params`:
 * `expiresAt` (deal-received, -expiring, -expired; invitation-sent, -expiring, -expired), `days` left (the -expiring
 * ones), `answeredAt` and `reason` (answers of a party); of a summary `total`, `counts` by kind, and `since` when the
 * application was last open, null where it was not closed for more than seven days.
 */
export const notification = z.strictObject({
  id: id<'notification'>(),
  kind: z.enum(NOTIFICATION_KINDS),
  /** When it was told: later than what it tells where the application was closed. */
  at: instant,
  readAt: instant.nullable(),
  dealId: id<'deal'>().nullable(),
  dealName: z.string().nullable(),
  partyId: id<'party'>().nullable(),
  organization: z.string().nullable(),
  params: z.record(z.string(), json),
})
export type NotificationView = z.output<typeof notification>

const unread = z.int()

/**
 * A line of the inbox for where strangers may read along: no names, nothing anybody wrote. `expiresAt`: when it runs out,
 * of what runs out. `counts` by kind and `isAway`: of a summary, which may span an absence.
 */
export const untold = z.strictObject({
  id: id<'notification'>(),
  kind: z.enum(NOTIFICATION_KINDS),
  dealId: id<'deal'>().nullable(),
  expiresAt: instant.nullable(),
  counts: z.record(z.string(), z.int()),
  isAway: z.boolean(),
})
export type Untold = z.output<typeof untold>

export const notifications = {
  /**
   * The inbox, newest first, and how many are unread (RULEBOOK 9). What a summary told is listed under its `summaryId`
   * only, and does not count by itself. Errors: INVALID_INPUT for a cursor of another list.
   */
  'notifications.list': query(
    z.strictObject({
      cursor: cursor.optional(),
      limit: limit.optional(),
      unreadOnly: z.boolean().optional(),
      summaryId: id<'notification'>().optional(),
    }),
    z.strictObject({ rows: z.array(notification), nextCursor: cursor.nullable(), unread }),
  ),
  /** Marks notifications as read, a summary with all it told. Ids that are no more, or read already, change nothing. */
  'notifications.mark-read': command(
    z.union([
      z.strictObject({ ids: z.array(id<'notification'>()).max(500) }),
      z.strictObject({ all: z.literal(true) }),
    ]),
    z.strictObject({ unread }),
  ),
  /**
   * Hands over what is unread and was never handed over before, oldest first, for a host to tell outside of its screens.
   * It counts as told from then on, over restarts too; with more than 500 lines the oldest are left to the inbox. `now`:
   * the moment time left is counted from.
   */
  'notifications.take-untold': command(nothing, z.strictObject({ rows: z.array(untold), now: instant })),
}
