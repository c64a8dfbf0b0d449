import { DAY_MS, HOUR_MS, type Instant, msOf } from '#shared/domain/time.ts'
import type { DealView, PartyView } from '#shared/ipc/contract/deal-views.ts'
import type { Format } from '../format.ts'
import type { Tell } from '../tell.ts'

/** A line of a party's card. `open`: there is nothing to say yet. */
export interface PartyFact {
  readonly name: string
  readonly value: string
  readonly open?: boolean
}

/** Whether a party is the one that sent the deal to us. */
export const isSender = (deal: DealView, party: PartyView): boolean =>
  deal.direction === 'inbound' && party.id === deal.parties[0]?.id

/** Whether a party takes no part any more. */
export const isOut = ({ status }: PartyView): boolean => status === 'declined' || status === 'expired'

/** When a party was asked, and how long its answer took. */
function invited(t: Tell, format: Format, { invitedAt, answeredAt }: PartyView): string {
  const date = format.day(invitedAt)
  if (answeredAt === null) return date
  const took = tookTime(t, invitedAt, answeredAt)
  return took === null
    ? t('dealPage.parties.atOnce', { date })
    : t('dealPage.parties.answeredIn', { date, time: took })
}

function tookTime(t: Tell, from: Instant, to: Instant): string | null {
  const ms = msOf(to) - msOf(from)
  const hours = Math.floor(ms / HOUR_MS)
  if (hours < 1) return null
  if (ms < DAY_MS) return t('dealPage.parties.hours', { hours })
  return t('dealPage.parties.days', { days: Math.floor(ms / DAY_MS), hours: hours % 24 })
}

/** What a card says of a party, in its order. */
export function partyFacts(t: Tell, format: Format, deal: DealView, party: PartyView): PartyFact[] {
  const facts: PartyFact[] = []
  const add = (name: string, value: string | null) => value && facts.push({ name, value })
  if (isSender(deal, party)) {
    add(t('dealPage.parties.sent'), format.day(party.invitedAt))
  } else {
    add(t('dealPage.parties.asked'), party.help && t(`labels.help.${party.help}`))
    add(t('dealPage.parties.invited'), invited(t, format, party))
  }
  if (party.kind === 'partner' && !isSender(deal, party)) {
    add(t('dealPage.parties.value'), party.value && format.money(party.value))
    add(t('dealPage.parties.closes'), party.closeDate && format.date(party.closeDate))
    add(t('dealPage.parties.wanted'), format.list(party.solutions.map(({ name }) => name)))
  }
  add(t('dealPage.details.notes'), party.kind === 'microsoft' ? (deal.help?.notes ?? null) : party.notes)
  if (party.status === 'accepted' && !isSender(deal, party)) {
    const value = t('dealPage.parties.noOutcome')
    facts.push({ name: t('dealPage.parties.outcome'), value, open: true })
  }
  if (party.status === 'won' || party.status === 'lost') {
    const parts = [
      t(`labels.partyStatus.${party.status}`),
      party.reason && t(`labels.reason.${party.reason}`),
    ]
    add(t('dealPage.parties.outcome'), parts.filter(Boolean).join(t('common.comma')))
  }
  add(t('dealPage.parties.said'), party.answerNotes)
  return facts
}
