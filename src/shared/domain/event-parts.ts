import type { EventKind } from './event.ts'

/** What a timeline can be narrowed to. */
export const TIMELINE_PARTS = ['stages', 'parties', 'details', 'registration', 'system'] as const
export type TimelinePart = (typeof TIMELINE_PARTS)[number]

const PART_OF: Readonly<Record<Exclude<EventKind, 'undone'>, TimelinePart>> = {
  created: 'stages',
  received: 'stages',
  accepted: 'stages',
  declined: 'stages',
  expired: 'stages',
  'stage-marked': 'stages',
  'stage-corrected': 'stages',
  won: 'stages',
  lost: 'stages',
  'microsoft-invited': 'parties',
  'partner-invited': 'parties',
  'party-answered': 'parties',
  'party-expired': 'parties',
  edited: 'details',
  'team-set': 'details',
  'solutions-set': 'details',
  'favorite-set': 'details',
  registered: 'registration',
  'registration-reviewed': 'registration',
  'registration-resubmitted': 'registration',
  imported: 'system',
  'external-noted': 'system',
  removed: 'system',
}

/** The part of a timeline an event is about. An undo is about what it took back, so it has none of its own. */
export const partOf = (kind: Exclude<EventKind, 'undone'>): TimelinePart => PART_OF[kind]
