import type { TimelineEntry } from '#shared/ipc/contract/deal-views.ts'
import type { IconName } from '../../../ui/icons.ts'

const ICONS: Readonly<Record<string, IconName>> = {
  created: 'plus',
  received: 'received',
  imported: 'upload',
  accepted: 'accepted',
  declined: 'declined',
  expired: 'expired',
  edited: 'edit',
  'team-set': 'user',
  'solutions-set': 'edit',
  'microsoft-invited': 'outbound',
  'partner-invited': 'outbound',
  'party-answered': 'accepted',
  'party-expired': 'expired',
  'stage-marked': 'up',
  'stage-corrected': 'undo',
  won: 'won',
  lost: 'lost',
  registered: 'outbound',
  'registration-reviewed': 'info',
  'registration-resubmitted': 'outbound',
  'favorite-set': 'favorite',
  'external-noted': 'upload',
  undone: 'undo',
}

/** The glyph of an event; a party's answer has the glyph of the answer. */
export function eventIcon(entry: TimelineEntry): IconName {
  if (entry.kind === 'party-answered') return entry.params['answer'] as IconName
  return ICONS[entry.kind] ?? 'info'
}
