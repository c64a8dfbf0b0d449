import type { Command, CommandKind } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import {
  WIN,
  accept,
  answer,
  correctStage,
  decline,
  edit,
  inviteMicrosoft,
  invitePartner,
  lose,
  markStage,
  register,
  resubmit,
  review,
  setFavorite,
  setSolutions,
  setTeam,
} from './commands.ts'
import { PARTNER, SOLUTION, eur } from './facts.ts'

/** Commands on an existing deal. */
export type OnDeal = Exclude<CommandKind, 'create' | 'receive'>

/** One complete command of each kind: refused only where the situation of the deal forbids it. */
export const COMPLETE: { readonly [K in Exclude<OnDeal, 'record-answer'>]: Command } = {
  accept: accept(),
  decline: decline(),
  edit: edit({ value: eur(123) }),
  'set-team': setTeam('Bea'),
  'set-solutions': setSolutions(SOLUTION.microsoft),
  'invite-microsoft': inviteMicrosoft(),
  'invite-partner': invitePartner(PARTNER.southgate),
  'mark-stage': markStage('qualified'),
  'correct-stage': correctStage('created'),
  win: WIN,
  lose: lose(),
  register: register(),
  'record-review': review('final-validation'),
  resubmit: resubmit(),
  'set-favorite': setFavorite(true),
}

/** What a closed deal still takes (B7). */
export const ON_CLOSED_DEALS: readonly CommandKind[] = [
  'set-favorite',
  'record-answer',
  'register',
  'record-review',
  'resubmit',
]

/** Commands that change our own deal: all but the favourite, the registration and other parties' answers (B7). */
export const CHANGING = Object.values(COMPLETE).filter(({ kind }) => !ON_CLOSED_DEALS.includes(kind))

/** The first party accepts: complete for any pending party. */
export const firstPartyAccepts = (deal: Deal): Command => answer(deal.parties[0]!, 'accepted')
