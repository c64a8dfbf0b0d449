import type { Deal } from '#shared/domain/deal.ts'
import type { DealEvent } from '#shared/domain/event.ts'
import { evolve } from '#shared/rules/evolve.ts'
import { noticesOf, staleAfter } from '#shared/rules/notifications.ts'
import type { BareUnit } from '../context.ts'
import { type Forgotten, forgetTold } from './notifications.repository.ts'

interface Change {
  readonly before: Deal | null
  readonly after: Deal | null
  readonly events: readonly DealEvent[]
}

/** Done by a click of the person, on one deal or on many; the schedule and files bring news. */
const isOwn = ({ origin }: DealEvent): boolean => origin === 'person' || origin.startsWith('bulk:')

/** Tells the inbox what happened to some deals, event by event, and takes out what is no longer true. */
export async function tellChanges(unit: BareUnit, changes: readonly Change[]): Promise<void> {
  const dealIds = changes.flatMap(({ before, after }) => (before && !after ? [before.id] : []))
  const parties: Forgotten['parties'][number][] = []
  const keys: string[] = []
  for (const { before, events } of changes) {
    let deal = before
    for (const event of events) {
      const next = evolve(deal, event)
      const stale = staleAfter(event, deal, next)
      parties.push(...stale.partyIds.map((partyId) => ({ dealId: event.dealId, partyId })))
      keys.push(...stale.keys)
      unit.tell(noticesOf(event, next).map((notice) => ({ ...notice, isOwn: isOwn(event) })))
      deal = next
    }
  }
  if (await forgetTold(unit.trx, { dealIds, parties, keys })) {
    unit.announce({ name: 'notifications.changed', payload: {} })
  }
}
