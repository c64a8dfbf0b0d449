import type { Command, CommandKind } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import { answer, accept, correctStage, decline, edit, inviteMicrosoft, invitePartner } from './commands.ts'
import { WIN, lose, markStage, setFavorite, setSolutions, setTeam } from './commands.ts'
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
  'set-favorite': setFavorite(true),
}

/** Commands that change our own deal: all but the favourite and other parties' answers (B7). */
export const CHANGING = Object.values(COMPLETE).filter(({ kind }) => kind !== 'set-favorite')

/** The first party accepts: complete for any pending party. */
export const firstPartyAccepts = (deal: Deal): Command => answer(deal.parties[0]!, 'accepted')
