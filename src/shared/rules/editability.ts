import type { EditableField } from '#shared/domain/command.ts'
import { type Deal, isTerminal, microsoftParty } from '#shared/domain/deal.ts'
import type { Refusal } from '#shared/errors.ts'
import { refusal } from './refusal.ts'

/** Fields the matrix knows: those `edit` changes, and those with a command or a moment of their own. */
export type LockableField =
  EditableField | 'customer' | 'consent' | 'location' | 'team' | 'solutions' | 'help' | 'stage' | 'favorite'

/** Our own deal as the matrix sees it (RULEBOOK 2.4; drafts are not deals yet). */
export type EditSituation = 'received' | 'active' | 'terminal'

/**
 * Y: may be edited. form: only in the accept form. never: locked. unshared: until Microsoft has seen it.
 * once: set when inviting Microsoft or given before, then locked. standard: not on a solution assessment.
 * What is unshared or set once belongs to the sender of a deal sent to us, and is locked there (column Invitee).
 */
type Cell = 'Y' | 'form' | 'never' | 'unshared' | 'once' | 'standard'

/** Who may edit what, and when (RULEBOOK 2.4, columns Received, Own active, Terminal). */
export const EDITABILITY: Record<LockableField, Record<EditSituation, Cell>> = {
  customer: { received: 'never', active: 'never', terminal: 'never' },
  contact: { received: 'never', active: 'unshared', terminal: 'never' },
  consent: { received: 'never', active: 'once', terminal: 'never' },
  location: { received: 'never', active: 'never', terminal: 'never' },
  name: { received: 'form', active: 'Y', terminal: 'never' },
  value: { received: 'form', active: 'Y', terminal: 'never' },
  closeDate: { received: 'form', active: 'Y', terminal: 'never' },
  notes: { received: 'form', active: 'Y', terminal: 'never' },
  crmId: { received: 'form', active: 'Y', terminal: 'never' },
  campaignId: { received: 'form', active: 'Y', terminal: 'never' },
  team: { received: 'form', active: 'Y', terminal: 'never' },
  solutions: { received: 'never', active: 'standard', terminal: 'never' },
  help: { received: 'never', active: 'once', terminal: 'never' },
  stage: { received: 'never', active: 'Y', terminal: 'never' },
  favorite: { received: 'Y', active: 'Y', terminal: 'Y' },
}

/** Which column of the matrix a deal is in. */
export const editSituation = (deal: Pick<Deal, 'status'>): EditSituation =>
  deal.status === 'received' ? 'received' : isTerminal(deal.status) ? 'terminal' : 'active'

/** Why a field of a deal may not be edited; null when it may. Terminal and received deals say so instead. */
export function fieldLock(deal: Deal, field: LockableField): Refusal | null {
  const situation = editSituation(deal)
  const cell = EDITABILITY[field][situation]
  if (cell === 'Y') return null
  if (situation === 'terminal') return refusal('DEAL_TERMINAL', { status: deal.status }, { action: 'copy' })
  if (situation === 'received') return refusal('NOT_ACTIVE', { field }, { action: 'accept' })
  if (field === 'consent' && deal.consent) {
    return refusal('FIELD_LOCKED', { field, why: 'already-given', since: deal.consent.at })
  }
  const microsoft = microsoftParty(deal)
  if (cell === 'unshared' || cell === 'once') {
    if (microsoft) {
      return refusal('FIELD_LOCKED', { field, why: 'shared-with-microsoft', since: microsoft.invitedAt })
    }
    return deal.direction === 'inbound'
      ? refusal('FIELD_LOCKED', { field, why: 'held-by-sender', since: deal.createdAt })
      : null
  }
  if (cell === 'standard' && !deal.assessment) return null
  return refusal('FIELD_LOCKED', { field, why: 'since-creation', since: deal.createdAt }, { action: 'copy' })
}
