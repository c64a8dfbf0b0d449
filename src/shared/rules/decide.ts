import type { Command, CommandKind } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type { AnyStage } from '#shared/domain/stages.ts'
import type { Instant } from '#shared/domain/time.ts'
import { err } from '#shared/result.ts'
import { decideAccept, decideDecline } from './commands/answer.ts'
import { decideEdit, decideSetFavorite, decideSetSolutions, decideSetTeam } from './commands/change.ts'
import { decideLose, decideWin } from './commands/close.ts'
import { decideCreate } from './commands/create.ts'
import type { Decider, Decision } from './commands/decider.ts'
import { decideInviteMicrosoft, decideInvitePartner, decideRecordAnswer } from './commands/invite.ts'
import { decideReceive } from './commands/receive.ts'
import { decideRecordReview, decideRegister, decideResubmit } from './commands/register.ts'
import { decideCorrectStage, decideMarkStage } from './commands/stage.ts'
import type { Facts } from './facts.ts'
import { situationRefusals } from './guards.ts'

type OnDeal = Exclude<CommandKind, 'create' | 'receive'>

/** One decider for every command on an existing deal: forgetting one does not compile. */
const DECIDERS: { [K in OnDeal]: Decider<K> } = {
  accept: decideAccept,
  decline: decideDecline,
  edit: decideEdit,
  'set-team': decideSetTeam,
  'set-solutions': decideSetSolutions,
  'invite-microsoft': decideInviteMicrosoft,
  'invite-partner': decideInvitePartner,
  'record-answer': decideRecordAnswer,
  'mark-stage': decideMarkStage,
  'correct-stage': decideCorrectStage,
  win: decideWin,
  lose: decideLose,
  register: decideRegister,
  'record-review': decideRecordReview,
  resubmit: decideResubmit,
  'set-favorite': decideSetFavorite,
}

/** The stage a command aims at; null when it aims at none. */
const stageIn = (command: Command): AnyStage | null =>
  command.kind === 'mark-stage' || command.kind === 'correct-stage' ? command.stage : null

/**
 * Judges a command: the events it causes, or all the reasons against it. Pure; reads no clock.
 * Reasons of the situation come alone: what the input lacks matters only where the action is possible.
 */
export function decide(deal: Deal | null, command: Command, now: Instant, facts: Facts): Decision {
  if (command.kind === 'create') return decideCreate(command, now, facts)
  if (command.kind === 'receive') return decideReceive(command, now, facts)
  if (!deal) throw new Error(`decide: ${command.kind} needs a deal`)
  const reasons = situationRefusals(command.kind, { deal, now, stage: stageIn(command) })
  if (reasons.length > 0) return err(reasons)
  const decider = DECIDERS[command.kind] as Decider<OnDeal>
  return decider(deal, command, now, facts)
}
