import type { PartyStatus, Status } from '#shared/domain/deal.ts'
import { type Person, fullName } from '#shared/domain/person.ts'
import type { DealView, PartyView, TimelineEntry } from '#shared/ipc/contract/deal-views.ts'
import { becauseOf, closesOf } from '#shared/telling/deals/because.ts'
import { milestones } from '#shared/telling/deals/lifecycle.ts'
import { milestoneName, milestoneNote } from '#shared/telling/deals/milestone-words.ts'
import { partyFacts } from '#shared/telling/deals/party-facts.ts'
import { eventChanges, eventSentence } from '#shared/telling/deals/timeline-words.ts'
import type { Basis } from './basis.ts'
import { type Markup, html } from './html.ts'

/** A deal with its history, as a sheet tells it. */
export interface SheetDeal {
  readonly deal: DealView
  /** Newest first, no more than a page has room for. */
  readonly events: readonly TimelineEntry[]
  /** How many events came before those. */
  readonly earlier: number
}

const PILLS: Record<Status | PartyStatus, string> = {
  received: 'wait',
  pending: 'wait',
  accepted: 'good',
  won: 'good',
  lost: 'bad',
  declined: 'bad',
  expired: 'bad',
}

/** What is known of a person, and what of a deal or an event only those may read who may read of people. */
const PERSONAL_FIELDS: ReadonlySet<string> = new Set(['contact', 'team', 'notes'])

const pair = (name: string, values: readonly (string | Markup | null | false)[]): Markup | null => {
  const told = values.filter((value) => value !== null && value !== false && value !== '')
  return told.length === 0
    ? null
    : html`<dt>${name}</dt>
        ${told.map((value) => html`<dd>${value}</dd>`)}`
}

const personLine = (person: Person): Markup =>
  html`${fullName(person)}
    <small>${[person.phone, person.email].filter((part) => part !== '').join(' · ')}</small>`

/** A Chinese date of a narrow column breaks behind its year and nowhere else. */
const brokenAtYear = (text: string): Markup =>
  html`${text.split(/(?<=年)/).map((part, index) => (index === 0 ? html`${part}` : html`<wbr />${part}`))}`

function lifecycle({ t, format }: Basis, deal: DealView): Markup {
  // The step that waits for somebody is a button on the screen; on paper it is what comes next.
  const nodes = milestones(deal).filter(({ what }) => what.kind !== 'record' && what.kind !== 'resubmit')
  return html`<ol class="life">
    ${nodes.map(
      (node) =>
        html`<li class="${node.state}">
          <b>${milestoneName(t, node)}</b><small>${brokenAtYear(milestoneNote(t, format, deal, node))}</small>
        </li>`,
    )}
  </ol>`
}

function partyCard({ t, format }: Basis, deal: DealView, party: PartyView, personal: boolean): Markup {
  const told: DealView = personal ? deal : { ...deal, help: deal.help && { ...deal.help, notes: null } }
  const shown: PartyView = personal ? party : { ...party, notes: null, answerNotes: null }
  const facts = partyFacts(t, format, told, shown)
  const isDue = party.status === 'pending' && party.expiresAt !== null
  return html`<div class="party">
    <header>
      <span>${party.organization}</span
      ><span class="pill ${PILLS[party.status]}">${t(`labels.partyStatus.${party.status}`)}</span>
    </header>
    <dl class="pairs">
      ${
        isDue &&
        html`<dt>${t('labels.column.expiresAt')}</dt>
          <dd>${format.day(party.expiresAt!)}</dd>`
      }
      ${facts.map(
        ({ name, value }) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${personal && party.sellers.map((seller) => html`<p>${personLine(seller)}</p>`)}
  </div>`
}

function details({ t, format }: Basis, deal: DealView, personal: boolean): Markup {
  const { customer } = deal
  const address = [
    [customer.addressLine1, customer.addressLine2].filter(Boolean).join(t('common.comma')),
    [customer.postalCode, customer.city, customer.state].filter(Boolean).join(' '),
    format.country(customer.country),
  ].filter((line) => line !== '')
  const solutions = deal.solutions.map(({ name, publisher }) => (publisher ? `${name} (${publisher})` : name))
  const none = t('paper.sheet.none')
  const word = (
    key: 'customer' | 'contact' | 'crmId' | 'campaignId' | 'referral' | 'location' | 'reason' | 'help',
  ) => t(`dealPage.details.${key}`)
  return html`<dl class="pairs">
    ${pair(word('customer'), [customer.name, html`<small>${address.join('\n')}</small>`, customer.duns !== null && html`<small>${t('dealPage.details.duns', { number: customer.duns })}</small>`])}
    ${pair(t('paper.sheet.solutions'), solutions.length > 0 ? solutions : [none])}
    ${personal && pair(word('contact'), [deal.contact && personLine(deal.contact)])}
    ${personal && pair(t('paper.sheet.team'), deal.team.length > 0 ? deal.team.map(personLine) : [none])}
    ${pair(word('help'), [deal.help && t(`labels.help.${deal.help.type}`)])}
    ${pair(word('reason'), [deal.closedReason && t(`labels.reason.${deal.closedReason}`), personal && deal.closedNotes])}
    ${pair(word('location'), [deal.location?.name ?? null])} ${pair(word('crmId'), [deal.crmId])}
    ${pair(word('campaignId'), [deal.campaignId])} ${pair(word('referral'), [deal.referralId])}
    ${personal && pair(t('paper.sheet.notes'), [deal.notes])}
  </dl>`
}

function eventLine({ t, format }: Basis, entry: TimelineEntry, personal: boolean): Markup {
  const open = (field: string) => personal || !PERSONAL_FIELDS.has(field)
  const only = (values: TimelineEntry['before']) =>
    Object.fromEntries(Object.entries(values).filter(([field]) => open(field)))
  const changes = eventChanges(t, format, { ...entry, before: only(entry.before), after: only(entry.after) })
  const isNew = Object.keys(entry.before).length === 0
  return html`<li>
    <time>${format.day(entry.at)}</time>
    <div>
      ${eventSentence(t, entry)}${
        !isNew &&
        changes.map(
          ({ field, before, after }) =>
            html`<small>${field}${t('common.colon')}<s>${before}</s> → ${after}</small>`,
        )
      }
    </div>
  </li>`
}

/** Everybody a sheet names where personal data is asked for. */
export const peopleOn = (deal: DealView): (Person | null)[] => [
  deal.contact,
  ...deal.team,
  ...deal.parties.flatMap(({ sellers }) => sellers),
]

/** One deal on a page of its own. Without personal data: no people, and no free text, which may speak of them. */
export function dealSheet(basis: Basis, { deal, events, earlier }: SheetDeal, personal: boolean): Markup {
  const { t, format, profile, day } = basis
  const stage = deal.stage ? `${t(`labels.stage.${deal.stage}`)}, ${deal.percent} %` : ''
  // Many parties fill their column: what happened then stands beside them.
  const isCrowded = deal.parties.length > 2
  const timeline = html`<h2>${t('paper.sheet.timeline')}</h2>
    <ol class="events">
      ${events.map((entry) => eventLine(basis, entry, personal))}
    </ol>
    ${earlier > 0 && html`<p class="note">${t('paper.sheet.earlier', { count: earlier })}</p>`}`
  return html`<article class="sheet">
    <header class="top">
      <b>${profile.companyName || t('paper.made')}</b
      ><span>${t('paper.asOf', { date: format.fullDate(day) })}</span>
    </header>
    <h1>${deal.name}</h1>
    <p class="line"><span>${deal.customerName}</span></p>
    <p class="line">
      <span class="value">${format.money(deal.value)}</span
      ><span class="pill ${PILLS[deal.status]}">${t(`labels.status.${deal.status}`)}</span>${
        stage !== '' && html`<span>${stage}</span>`
      }<span>${closesOf(t, format, deal)}</span><span>${t(`labels.direction.${deal.direction}`)}</span>
    </p>
    <p class="line">
      <span><b>${t(`labels.type.${deal.type}`)}</b>${t('common.comma')}${becauseOf(t, format, deal)}</span>
    </p>
    ${lifecycle(basis, deal)}
    <div class="cols">
      <div>
        <h2>${t('paper.sheet.parties')}</h2>
        ${deal.parties.length > 0 ? deal.parties.map((party) => partyCard(basis, deal, party, personal)) : html`<p class="note">${t('paper.sheet.nobody')}</p>`}
        ${!isCrowded && timeline}
      </div>
      <section class="details">
        <h2>${t('paper.sheet.details')}</h2>
        ${details(basis, deal, personal)} ${isCrowded && timeline}
      </section>
    </div>
  </article>`
}
