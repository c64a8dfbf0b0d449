import type { Money } from '#shared/domain/money.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import { type Fact as Number, factsOf as numbersOf } from '#shared/telling/reports/facts.ts'
import { chartOf } from '#shared/telling/reports/chart-model.ts'
import { type ReportSection, isOfMoment, sectionsOf } from '#shared/telling/reports/parts.ts'
import { pricingOf } from '#shared/telling/reports/pricing.ts'
import type { ReportView, Say } from '#shared/telling/reports/spelling.ts'
import { type Line, type Table, isNothing, tableOf } from '#shared/telling/reports/tables.ts'
import { type Basis, basisPairs, basisPart, factsOf, footOf } from './basis.ts'
import type { PaperDocument } from './document.ts'
import { type Markup, html } from './html.ts'
import { drawnChart } from './svg-chart.ts'

/** One line of the list of open deals below a report of them. */
export interface ListedDeal {
  readonly name: string
  readonly customer: string
  readonly stage: string
  readonly value: Money
  readonly closeDate: CivilDate
}

/** A report with all it is told with. */
export interface ReportPaper {
  readonly view: ReportView
  readonly say: Say
  readonly basis: Basis
  /** What it was narrowed to, in words; empty: nothing. */
  readonly filters: string
  /** Of a report of open deals: the largest of them, and how many there are besides. */
  readonly deals: { readonly rows: readonly ListedDeal[]; readonly more: number } | null
}

/** From so many columns on a table needs smaller letters. */
const WIDE = 8

/** What a report is called; the one of reasons has parts that are called otherwise. */
export const titleOf = ({ report }: ReportView, { t }: Say): string =>
  report === 'reasons' ? t('insights.tabs.reasons') : t(`insights.titles.${report}`)

const bigNumber = ({ label, value, pieces }: Number): Markup =>
  html` <div>
    <dt>${label}</dt>
    <dd class="figure">${value}</dd>
    <dd>${pieces.map(({ text }) => text)}</dd>
  </div>`

const rowOf = ({ label, cells, isSum }: Line): Markup =>
  html`<tr${isSum ? html` class="sum"` : null}><td>${label}</td>${cells.map(({ text }) => html`<td>${text}</td>`)}</tr>`

const drawnTable = ({ columns, lines, total }: Table): Markup =>
  html`<table>
    <thead>
      <tr>
        ${columns.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines.map(rowOf)}${total ? rowOf(total) : null}
    </tbody>
  </table>`

function section({ view, say }: ReportPaper, { title, about, rows }: ReportSection, isOnly: boolean): Markup {
  const head = isOnly ? null : html`<h2>${title}<span>${about}</span></h2>`
  if (isNothing(view, rows)) {
    const words = say.t(isOfMoment(view.report) ? 'insights.nothing.open' : 'insights.nothing.period')
    return html`<section>
      ${head}
      <p class="nothing">${words}</p>
    </section>`
  }
  const table = tableOf(view, say, rows)
  return html`<section class="${table.columns.length > WIDE ? 'wide' : 'part'}">
    ${head} ${drawnChart(chartOf(view, say, rows), title, say)} ${drawnTable(table)}
  </section>`
}

function pricing({ view, say }: ReportPaper): Markup | null {
  const { t, format } = say
  const found = pricingOf(view, say)
  if (!found) return null
  return html`<p class="note">
    ${found.ratesAsOf && t('insights.currency.rates', { date: format.date(found.ratesAsOf) })}
    ${found.notPriced > 0 && t('insights.currency.notPriced', { count: found.notPriced })}
  </p>`
}

function openDeals({ deals, say: { t, format } }: ReportPaper): Markup | null {
  if (!deals || deals.rows.length === 0) return null
  const heads = ['name', 'customerName', 'stage', 'amount', 'closeDate'] as const
  return html`<section class="deals">
    <h2>${t('paper.largest')}</h2>
    <table>
      <thead>
        <tr>
          ${heads.map((head, index) => html`<th scope="col" ${index < 3 && html` class="t"`}>${t(`labels.column.${head}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${deals.rows.map(
          ({ name, customer, stage, value, closeDate }) =>
            html`<tr>
              <td>${name}</td>
              <td class="t">${customer}</td>
              <td class="t">${stage}</td>
              <td>${format.money(value)}</td>
              <td>${format.fullDate(closeDate)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${deals.more > 0 && html`<p class="note">${t('paper.largestMore', { count: deals.more })}</p>`}
  </section>`
}

/** What a report of its own has to say of where it comes from. */
export function reportPairs({ view, say, basis, filters }: ReportPaper): (readonly [string, string])[] {
  const { t, format, unit } = say
  const { currency } = unit
  return basisPairs(basis, filters, [
    ...(isOfMoment(view.report)
      ? []
      : [
          [
            t('paper.basis.period'),
            t('insights.period.range', { from: format.date(view.from), to: format.date(view.to) }),
          ] as const,
        ]),
    [t('paper.basis.currency'), t(`paper.basis.${unit.isConverted ? 'converted' : 'only'}`, { currency })],
  ])
}

/** A report as a document: its numbers, chart and table as the screen tells them, how they are counted, and on what. */
export function reportDocument(paper: ReportPaper): PaperDocument {
  const { view, say, basis, filters } = paper
  const { t, format } = say
  const title = titleOf(view, say)
  const sections = sectionsOf(view, say)
  const isOnly = sections.length === 1
  const numbers = numbersOf(view, say)
  const range = t('insights.period.range', { from: format.date(view.from), to: format.date(view.to) })
  const about = [
    ...(isOnly ? [sections[0]!.about] : []),
    ...(isOfMoment(view.report) || view.report === 'changes' ? [] : [range]),
  ]
  const body = html` <header class="top">
      <b>${basis.profile.companyName || t('paper.made')}</b
      ><span>${t('paper.asOf', { date: format.fullDate(basis.day) })}</span>
    </header>
    <h1>${title}</h1>
    <p class="about">${about.join(' · ')}</p>
    ${filters !== '' && html`<p class="about">${t('paper.foot.filters', { filters })}</p>`}
    ${numbers.length > 0 && html`<dl class="facts">${numbers.map(bigNumber)}</dl>`}
    ${sections.map((part) => section(paper, part, isOnly))} ${pricing(paper)} ${openDeals(paper)}
    <p class="note">
      <b>${t('paper.counted')}${t('common.colon')}</b>${t(`insights.definitions.${view.report}`)}
      ${t('insights.definitions.money')}
    </p>
    ${basisPart(t, reportPairs(paper))}`
  return {
    title: `${title} – ${format.fullDate(basis.day)}`,
    body,
    foot: footOf(basis, filters),
    facts: { report: view.report, from: view.from, to: view.to, ...factsOf(basis, filters) },
  }
}
