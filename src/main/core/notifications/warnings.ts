import { type SqlBool, sql } from 'kysely'
import type { DealId, PartyId } from '#shared/domain/ids.ts'
import type { Notice } from '#shared/domain/notification.ts'
import type { Instant } from '#shared/domain/time.ts'
import { type WarningBand, warningBands, warningOf } from '#shared/rules/notifications.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { currentSettings } from '../company/settings.repository.ts'
import type { Unit } from '../context.ts'
import { endStretch, isOver, stretchUntil } from './summaries.ts'

/** Warnings of one kind written in one transaction: short enough that nobody waits for it. */
const WARNINGS_PER_SLICE = 200

/**
 * That a clock was not warned of yet: neither so many days before, which its key says quickest, nor fewer, so that a
 * setting changed later brings no older warning back.
 */
const notWarned = (
  kind: Notice['kind'],
  clock: 'deals.id' | 'deal_parties.party_id',
  days: number,
) => sql<SqlBool>`
  NOT EXISTS (SELECT 1 FROM notifications WHERE key = ${`${kind}:`} || ${sql.ref(clock)} || ${`:${days}`})
  AND NOT EXISTS (SELECT 1 FROM notifications WHERE deal_id = deals.id AND kind = ${kind}
                     AND coalesce(party_id, deal_id) = ${sql.ref(clock)} AND params ->> 'days' < ${days})`

/** Deals that wait for our answer and come to an end within a band, each clock that was not warned of. */
async function dealsIn(db: ReadExecutor, { days, after, until }: WarningBand): Promise<Notice[]> {
  const rows = await db
    .selectFrom('deals')
    .select(['id', 'next_expiry'])
    .where('status', '=', 'received')
    .where('next_expiry', '>', after)
    .where('next_expiry', '<=', until)
    .where(notWarned('deal-expiring', 'deals.id', days))
    .orderBy('next_expiry')
    .limit(WARNINGS_PER_SLICE)
    .execute()
  return rows.map(({ id, next_expiry }) =>
    warningOf({ dealId: id as DealId, partyId: null, expiresAt: next_expiry as Instant }, days),
  )
}

/**
 * Invitations of ours without an answer that come to an end within a band. Found by the deals' index: whatever runs out
 * until then, the earliest clock of its deal does so too. On a lost deal the answer no longer matters.
 */
async function invitationsIn(db: ReadExecutor, { days, after, until }: WarningBand): Promise<Notice[]> {
  const rows = await db
    .selectFrom('deals')
    .innerJoin('deal_parties', 'deal_parties.deal_id', 'deals.id')
    .select(['deals.id', 'deal_parties.party_id', 'deal_parties.expires_at'])
    .where('deals.next_expiry', '<=', until)
    .where('deals.status', 'in', ['accepted', 'won'])
    .where('deal_parties.status', '=', 'pending')
    .where('deal_parties.expires_at', '>', after)
    .where('deal_parties.expires_at', '<=', until)
    .where(notWarned('invitation-expiring', 'deal_parties.party_id', days))
    .orderBy('deals.next_expiry')
    .limit(WARNINGS_PER_SLICE)
    .execute()
  return rows.map(({ id, party_id, expires_at }) =>
    warningOf({ dealId: id as DealId, partyId: party_id as PartyId, expiresAt: expires_at as Instant }, days),
  )
}

/** The warnings that are due at a moment and were not told yet, of each kind and band at most a slice. */
export async function warningsDue(db: ReadExecutor, now: Instant): Promise<Notice[]> {
  const { warnDaysBefore } = await currentSettings(db)
  const due: Notice[] = []
  for (const band of warningBands(now, warnDaysBefore)) {
    due.push(...(await dealsIn(db, band)), ...(await invitationsIn(db, band)))
  }
  return due
}

/** Whether there is anything to warn of, or the end of the sweep to note. Reads only. */
export async function anythingToWarn(db: ReadExecutor, now: Instant): Promise<boolean> {
  if (await isOver(db, await stretchUntil(db, now), now)) return true
  return (await warningsDue(db, now)).length > 0
}

/** Tells a slice of the warnings that are due; when none is left, the stretch of time is over. Gives how many it told. */
export async function warnSlice(unit: Unit): Promise<number> {
  if (unit.hold) return 0
  const stretch = await stretchUntil(unit.db, unit.now)
  const due = await warningsDue(unit.db, unit.now)
  unit.tellOf(stretch)
  unit.tell(due)
  if (due.length === 0 && (await isOver(unit.db, stretch, unit.now))) await endStretch(unit.trx, unit.now)
  return due.length
}
