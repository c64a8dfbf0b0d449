import { type SqlBool, sql } from 'kysely'
import type { DealId, NotificationId, PartyId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { NotificationView } from '#shared/ipc/contract/notifications.ts'
import type { Executor, ReadExecutor } from '../../db/executor.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import { recount } from './summaries.ts'

export interface InboxQuery {
  readonly unreadOnly: boolean
  /** Only what this summary told; otherwise what stands by itself. */
  readonly summaryId: NotificationId | null
}

/** A page of the inbox, newest first. Names are joined as they are now. Errors: INVALID_INPUT for a foreign cursor. */
export async function inboxPage(
  db: ReadExecutor,
  { unreadOnly, summaryId }: InboxQuery,
  page: { readonly cursor: string | undefined; readonly limit: number },
): Promise<{ rows: NotificationView[]; nextCursor: string | null }> {
  let select = told(db)
    .where('n.summary_id', summaryId === null ? 'is' : '=', summaryId)
    .limit(page.limit + 1)
  if (unreadOnly) select = select.where('n.read_at', 'is', null)
  if (page.cursor !== undefined) {
    const after = decodeCursor(page.cursor, 2)
    select = select.where(sql<SqlBool>`(n.at, n.id) < (${sql.join(after)})`)
  }
  const found = await select.execute()
  const shown = found.slice(0, page.limit)
  const last = shown.at(-1)
  const nextCursor = found.length > page.limit && last ? encodeCursor([last.at, last.id]) : null
  return { rows: shown.map(notificationView), nextCursor }
}

/** Notifications newest first (`n`), with the names of now. */
export const told = (db: ReadExecutor) =>
  db
    .selectFrom('notifications as n')
    .leftJoin('deals as d', 'd.id', 'n.deal_id')
    .leftJoin('deal_parties as p', (join) =>
      join.onRef('p.deal_id', '=', 'n.deal_id').onRef('p.party_id', '=', 'n.party_id'),
    )
    .select(['n.id', 'n.kind', 'n.at', 'n.read_at', 'n.deal_id', 'n.party_id', 'n.params'])
    .select(['d.name', 'p.organization'])
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')

/** A row of these as the contract shows it. */
export const notificationView = (
  row: Awaited<ReturnType<ReturnType<typeof told>['execute']>>[number],
): NotificationView =>
  ({
    id: row.id,
    kind: row.kind,
    at: row.at,
    readAt: row.read_at,
    dealId: row.deal_id,
    dealName: row.name,
    partyId: row.party_id,
    organization: row.organization,
    params: JSON.parse(row.params) as object,
  }) as NotificationView

/** How many nobody has read; what a summary told counts once. */
export async function unreadCount(db: ReadExecutor): Promise<number> {
  const { unread } = await db
    .selectFrom('notifications')
    .select((build) => build.fn.countAll<number>().as('unread'))
    .where('summary_id', 'is', null)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}

/** Marks some or all as read, with what a summary among them told; gives whether that changed anything. */
export async function markRead(
  trx: Executor,
  which: { readonly ids: readonly NotificationId[] } | { readonly all: true },
  now: Instant,
): Promise<boolean> {
  const unread = trx.updateTable('notifications').set({ read_at: now }).where('read_at', 'is', null)
  const chosen =
    'all' in which
      ? unread
      : unread.where((build) =>
          build.or([build('id', 'in', [...which.ids]), build('summary_id', 'in', [...which.ids])]),
        )
  const { numUpdatedRows } = await chosen.executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** What is to be taken out of the inbox again. */
export interface Forgotten {
  /** Deals that are no more. */
  readonly dealIds: readonly DealId[]
  /** Parties that are no more, with their deals. */
  readonly parties: readonly { readonly dealId: DealId; readonly partyId: PartyId }[]
  readonly keys: readonly string[]
}

const listed = (values: readonly string[]) =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** Takes out what was told and is no longer true; gives whether there was any of it. */
export async function forgetTold(trx: Executor, { dealIds, parties, keys }: Forgotten): Promise<boolean> {
  if (dealIds.length + parties.length + keys.length === 0) return false
  const gone = await trx
    .deleteFrom('notifications')
    .where((build) =>
      build.or([
        build('deal_id', 'in', listed(dealIds)),
        build.and([
          build('deal_id', 'in', listed(parties.map(({ dealId }) => dealId))),
          build('party_id', 'in', listed(parties.map(({ partyId }) => partyId))),
        ]),
        build('key', 'in', listed(keys)),
      ]),
    )
    .returning('summary_id')
    .execute()
  for (const summaryId of new Set(gone.map(({ summary_id }) => summary_id))) {
    if (summaryId !== null) await recount(trx, summaryId)
  }
  return gone.length > 0
}
