import type { Command } from '#shared/domain/command.ts'
import type { Deal, Party, PartyKind } from '#shared/domain/deal.ts'
import type { DealEvent, Decided } from '#shared/domain/event.ts'
import type { AnyStage } from '#shared/domain/stages.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Refusal, RefusalCode } from '#shared/errors.ts'
import { expiriesDue } from '../commands/system.ts'
import { decide } from '../decide.ts'
import { evolve } from '../evolve.ts'
import type { Facts } from '../facts.ts'
import { RULEBOOK } from '../rulebook.ts'
import {
  WIN,
  accept,
  create,
  createAssessment,
  createCoSell,
  decline,
  invite,
  lose,
  markStage,
  receive,
} from './commands.ts'
import { NOW, factsFor } from './facts.ts'

/** Puts decided events on record, as the log would, and gives the deal they lead to. */
export function enact(
  deal: Deal | null,
  decided: readonly Decided[],
  now: Instant,
  facts: Facts,
): { readonly deal: Deal | null; readonly events: readonly DealEvent[] } {
  const first = (deal?.version ?? 0) + 1
  const events = decided.map(
    (decision, index) =>
      ({
        id: `event-${first + index}`,
        dealId: facts.dealId,
        version: first + index,
        kind: decision.kind,
        at: decision.at ?? now,
        recordedAt: now,
        actor: facts.actor,
        origin: 'person',
        rulebook: RULEBOOK,
        commandId: `command-${first}`,
        command: 'test',
        body: decision.body,
      }) as DealEvent,
  )
  return { deal: events.reduce(evolve, deal), events }
}

/** The events a command causes. Throws when it is refused. */
export function eventsOf(
  deal: Deal | null,
  command: Command,
  now: Instant = NOW,
  over: Partial<Facts> = {},
): readonly Decided[] {
  const decision = decide(deal, command, now, factsFor(deal, over))
  if (!decision.ok) throw new Error(decision.error.map(({ code }) => code).join(', '))
  return decision.value
}

/** The deal after a command, by way of decide and evolve. Throws when it is refused. */
export const act = (
  deal: Deal | null,
  command: Command,
  now: Instant = NOW,
  over: Partial<Facts> = {},
): Deal => enact(deal, eventsOf(deal, command, now, over), now, factsFor(deal, over)).deal!

/** All reasons against a command; empty when it is allowed. */
export function refusalsOf(
  deal: Deal | null,
  command: Command,
  now: Instant = NOW,
  over: Partial<Facts> = {},
): readonly Refusal[] {
  const decision = decide(deal, command, now, factsFor(deal, over))
  return decision.ok ? [] : decision.error
}

/** Codes of the reasons against a command, in the order given; empty when it is allowed. */
export const codesOf = (...asked: Parameters<typeof refusalsOf>): readonly RefusalCode[] =>
  refusalsOf(...asked).map(({ code }) => code)

/** The deal after everything that is due has expired. */
export const swept = (deal: Deal, now: Instant): Deal =>
  enact(deal, expiriesDue(deal, now), now, factsFor(deal)).deal!

export const privateDeal = (): Deal => act(null, create())
export const coSellDeal = (): Deal => act(null, createCoSell())
export const partnerDeal = (): Deal => act(null, create({ partners: [invite()] }))
export const assessmentDeal = (): Deal => act(null, createAssessment())
export const receivedDeal = (from: PartyKind = 'microsoft'): Deal => act(null, receive(from))
export const acceptedDeal = (from: PartyKind = 'microsoft'): Deal => act(receivedDeal(from), accept())

export const wonDeal = (): Deal => act(privateDeal(), WIN)
export const lostDeal = (): Deal => act(privateDeal(), lose())
export const declinedDeal = (): Deal => act(receivedDeal(), decline())
export const expiredDeal = (): Deal => swept(receivedDeal(), '2026-03-16T09:00:00.000Z' as Instant)

/** A deal whose stages were marked one after the other. */
export const markedDeal = (deal: Deal, ...stages: AnyStage[]): Deal =>
  stages.reduce((current, stage) => act(current, markStage(stage)), deal)

/** The only party of a deal, or the one at a place. */
export const partyOf = (deal: Deal, index = 0): Party => deal.parties[index]!

/** A deal for every state our own side can be in, running ones in every type (RULEBOOK 3.2, 5.1). */
export const DEALS: Readonly<Record<string, () => Deal>> = {
  'received from Microsoft': () => receivedDeal('microsoft'),
  'received from a partner': () => receivedDeal('partner'),
  'accepted from Microsoft': () => acceptedDeal('microsoft'),
  'accepted from a partner': () => acceptedDeal('partner'),
  private: privateDeal,
  'co-sell': coSellDeal,
  'partner to partner': partnerDeal,
  'solution assessment': assessmentDeal,
  won: wonDeal,
  lost: lostDeal,
  declined: declinedDeal,
  expired: expiredDeal,
}
