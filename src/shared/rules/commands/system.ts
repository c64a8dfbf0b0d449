import { type Deal, type External, type Party, isTerminal } from '#shared/domain/deal.ts'
import type { DealStart, Decided } from '#shared/domain/event.ts'
import type { PartyId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { sameExternal } from '../external.ts'
import { hasRunOut } from '../parties.ts'
import { refusal } from '../refusal.ts'
import { err, ok } from '#shared/result.ts'
import type { Decision } from './decider.ts'

/** What the application itself asks of a deal: never offered to a person. */
export type SystemCommand =
  /** Close what has run out (D5, P4); issued by the scheduler. */
  | { readonly kind: 'expire' }
  /** Close what Partner Center says has run out before our own clock did (B5); a party, or the deal itself. */
  | { readonly kind: 'report-expired'; readonly partyId: PartyId | null }
  /** Add a partner that Partner Center says was invited. The form of an invitation was filled in there, not here. */
  | { readonly kind: 'report-invited'; readonly party: Party & { readonly status: 'pending' } }
  /** Take over a deal as Partner Center or the sample knows it (CONTRACT, Partner Center files). */
  | { readonly kind: 'adopt'; readonly start: DealStart }
  /** Keep what a file says beyond our model (B11). */
  | { readonly kind: 'note-external'; readonly external: External }
  /** Take a sample or imported deal out of the pipeline again. */
  | { readonly kind: 'remove' }

/** Every expiry that is due, each at its own deadline, oldest first (B6): idempotent, never early. */
export function expiriesDue(deal: Deal, now: Instant): readonly Decided[] {
  const due: (Decided & { readonly at: Instant })[] = []
  if (deal.status === 'received' && hasRunOut(deal, now)) {
    due.push({ kind: 'expired', at: deal.expiresAt!, body: {} })
  }
  for (const party of deal.parties) {
    if (party.status === 'pending' && hasRunOut(party, now)) {
      due.push({ kind: 'party-expired', at: party.expiresAt!, body: { partyId: party.id } })
    }
  }
  return due.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const closed = (deal: Deal) => refusal('DEAL_TERMINAL', { status: deal.status }, { action: 'copy' })

/** An expiry reported from outside takes effect now, or at its own deadline where that has passed (B6). */
function reportExpired(deal: Deal, partyId: PartyId | null, now: Instant): Decision {
  const party = deal.parties.find(({ id }) => id === partyId)
  if (partyId === null) {
    if (isTerminal(deal.status)) return err([closed(deal)])
    if (deal.status !== 'received') return err([refusal('NOT_RECEIVED', { status: deal.status })])
  } else if (party?.status !== 'pending') {
    return err([refusal('PARTY_NOT_PENDING', { status: party?.status ?? null })])
  }
  const clock = party ?? deal
  const at = hasRunOut(clock, now) ? { at: clock.expiresAt! } : {}
  return ok([
    party
      ? { kind: 'party-expired', ...at, body: { partyId: party.id } }
      : { kind: 'expired', ...at, body: {} },
  ])
}

/** Decides the application's own commands. Only a deal that was brought in can be taken out again. */
export function decideSystem(deal: Deal | null, command: SystemCommand, now: Instant): Decision {
  if (command.kind === 'adopt') return ok([{ kind: 'imported', body: command.start }])
  if (!deal) return ok([])
  switch (command.kind) {
    case 'expire':
      return ok(expiriesDue(deal, now))
    case 'report-expired':
      return reportExpired(deal, command.partyId, now)
    case 'report-invited':
      return isTerminal(deal.status)
        ? err([closed(deal)])
        : ok([{ kind: 'partner-invited', body: { party: command.party } }])
    case 'note-external':
      if (sameExternal(deal.external, command.external)) return ok([])
      return isTerminal(deal.status)
        ? err([closed(deal)])
        : ok([{ kind: 'external-noted', body: { external: command.external } }])
    case 'remove':
      return deal.origin === 'sample' || deal.origin === 'imported'
        ? ok([{ kind: 'removed', body: {} }])
        : err([refusal('FIELD_LOCKED', { field: 'deal', why: 'own-deal' })])
  }
}
