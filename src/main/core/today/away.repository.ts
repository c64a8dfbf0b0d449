import { type SqlBool, sql } from 'kysely'
import type { NotificationKind } from '#shared/domain/notification.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { AwayRow } from '#shared/ipc/contract/today.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { importsSince } from '../imports/finished-imports.ts'
import { notificationView, told } from '../notifications/notifications.repository.ts'

/** What nobody at this laptop does. */
const BY_THEMSELVES: readonly NotificationKind[] = ['deal-expired', 'invitation-expired']
/** What is told of when somebody writes it down here, and also when a file brings it. */
const ANSWERS: readonly NotificationKind[] = [
  'invitation-accepted',
  'invitation-declined',
  'party-won',
  'party-lost',
]

/** That a file brought an answer: its event was recorded in the same unit of work as the notification. */
const fromFile = sql<SqlBool>`EXISTS (
  SELECT 1 FROM deal_events AS e
   WHERE e.deal_id = n.deal_id AND e.kind = 'party-answered' AND e.recorded_at = n.at AND e.origin GLOB 'import:*')`

/** A summary that tells of more than what somebody here sent to many at once. */
const summary = sql<SqlBool>`n.kind = 'summary'
  AND EXISTS (SELECT 1 FROM json_each(n.params, '$.counts') AS c WHERE c.key <> 'invitation-sent')`

const toldSince = (db: ReadExecutor, since: Instant) =>
  told(db)
    .where('n.summary_id', 'is', null)
    .where('n.at', '>', since)
    .where((build) =>
      build.or([
        build('n.kind', 'in', [...BY_THEMSELVES]),
        build.and([build('n.kind', 'in', [...ANSWERS]), fromFile]),
        build.and([summary]),
      ]),
    )

const momentOf = (row: AwayRow): Instant => (row.what === 'import' ? row.at : row.told.at)

/** What happened by itself or in the background since a moment, newest first; nothing where there is no moment. */
export async function happenedSince(
  db: ReadExecutor,
  since: Instant | null,
  most: number,
): Promise<{ since: Instant | null; rows: AwayRow[]; more: number }> {
  if (since === null) return { since, rows: [], more: 0 }
  const notices = await toldSince(db, since).limit(most).execute()
  const { count } = await toldSince(db, since)
    .clearSelect()
    .clearOrderBy()
    .select((build) => build.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const imports = await importsSince(db, since, most)
  const rows = [
    ...notices.map((row): AwayRow => ({ what: 'notification', told: notificationView(row) })),
    ...imports.rows.map((row): AwayRow => ({ what: 'import', ...row })),
  ].sort((a, b) => (momentOf(a) < momentOf(b) ? 1 : momentOf(a) > momentOf(b) ? -1 : 0))
  return { since, rows: rows.slice(0, most), more: Math.max(0, count + imports.count - most) }
}
