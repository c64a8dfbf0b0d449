import type { Deal } from '#shared/domain/deal.ts'
import { type ExportColumn, isPersonalColumn } from '#shared/domain/export-columns.ts'
import type { DealId } from '#shared/domain/ids.ts'
import { type Money, decimalText, minorDigits } from '#shared/domain/money.ts'
import { type Person, fullName } from '#shared/domain/person.ts'
import type { Locale } from '#shared/domain/settings.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { daysInStage } from '#shared/rules/stages.ts'
import { LABELS, type Labels } from '#shared/words/labels.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { PersonalData } from '../../db/personal-data.ts'
import { rowView } from '../deals/deal-row.ts'
import { loadDeals } from '../deals/deals.repository.ts'
import { type JobControl, stopIfCancelled } from '../jobs/job-control.ts'
import type { PeopleCount } from './people-count.ts'
import { type ExportTask, selectedCount, selectedRows } from './selected-rows.ts'
import type { TableCell } from '../exchange/table-cell.ts'

type Personal = Pick<Deal, 'contact' | 'team' | 'notes'>

/** A deal as a table shows it. Personal data is looked up only where a column of it was asked for. */
interface TableDeal extends DealRow, Personal {
  /** Whole days since its stage was reached, as the list says it; null before there is one and after its end. */
  readonly daysInStage: number | null
}

type Reader = (deal: TableDeal, labels: Labels, locale: Locale) => TableCell

const COUNTRY_NAMES: Record<Locale, Intl.DisplayNames> = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  'zh-CN': new Intl.DisplayNames('zh-CN', { type: 'region' }),
}

/** Country names already asked for: asking takes longer than the rest of a row. */
const knownCountries: Record<Locale, Map<string, string>> = { en: new Map(), 'zh-CN': new Map() }

function countryName(locale: Locale, code: string): string {
  const known = knownCountries[locale].get(code)
  if (known !== undefined) return known
  const name = COUNTRY_NAMES[locale].of(code) ?? code
  knownCountries[locale].set(code, name)
  return name
}

const NOTHING_PERSONAL: Personal = { contact: null, team: [], notes: null }

const count = (value: number): TableCell => ({ number: String(value), digits: 0 })
const money = (value: Money): TableCell => ({
  number: decimalText(value),
  digits: minorDigits(value.currency),
})
const moment = (instant: Instant | null): TableCell => (instant === null ? '' : { instant })

/** How each column reads a deal. Numbers and dates are typed, states in the chosen language. */
const COLUMNS: Record<ExportColumn, Reader> = {
  name: (deal) => deal.name,
  customerName: (deal) => deal.customerName,
  status: (deal, labels) => labels.status[deal.status],
  type: (deal, labels) => labels.type[deal.type],
  direction: (deal, labels) => labels.direction[deal.direction],
  stage: (deal, labels) => (deal.stage ? labels.stage[deal.stage] : ''),
  percent: (deal) => count(deal.percent),
  amount: (deal) => money(deal.value),
  currency: (deal) => deal.value.currency,
  closeDate: (deal) => ({ date: deal.closeDate }),
  country: (deal, _labels, locale) => countryName(locale, deal.country),
  countryCode: (deal) => deal.country,
  sender: (deal) => deal.sender ?? '',
  microsoft: (deal, labels) => (deal.microsoft ? labels.partyStatus[deal.microsoft] : ''),
  registration: (deal, labels) => (deal.registration ? labels.registration[deal.registration] : ''),
  daysInStage: (deal) => (deal.daysInStage === null ? '' : count(deal.daysInStage)),
  partners: (deal) => count(deal.partners),
  pendingPartners: (deal) => count(deal.pendingPartners),
  favorite: (deal, labels) => (deal.favorite ? labels.yes : labels.no),
  expiresAt: (deal) => moment(deal.expiresAt),
  createdAt: (deal) => moment(deal.createdAt),
  updatedAt: (deal) => moment(deal.updatedAt),
  closedAt: (deal) => moment(deal.closedAt),
  crmId: (deal) => deal.crmId ?? '',
  campaignId: (deal) => deal.campaignId ?? '',
  referralId: (deal) => deal.referralId ?? '',
  contactName: (deal) => (deal.contact ? fullName(deal.contact) : ''),
  contactPhone: (deal) => deal.contact?.phone ?? '',
  contactEmail: (deal) => deal.contact?.email ?? '',
  team: (deal) => deal.team.map((member) => `${fullName(member)} <${member.email}>`).join('; '),
  notes: (deal) => deal.notes ?? '',
  id: (deal) => deal.id,
}

const NAMES_CONTACT: readonly ExportColumn[] = ['contactName', 'contactPhone', 'contactEmail']

/** The heading of a table in its language. */
export const headings = ({ columns, locale }: ExportTask): string[] =>
  columns.map((column) => LABELS[locale].column[column])

/** A page of a table: its cells, and what the rows are worth. */
export interface TablePage {
  readonly rows: readonly (readonly TableCell[])[]
  readonly values: readonly Money[]
}

/** The rows of a table, page by page, telling how far it is and whom it names. Errors: CANCELLED. */
export async function* tablePages(
  db: ReadExecutor,
  task: ExportTask,
  newId: () => string,
  people: PeopleCount,
  control: JobControl,
): AsyncIterable<TablePage> {
  const total = await selectedCount(db, task)
  const personal = task.columns.some(isPersonalColumn)
  const labels = LABELS[task.locale]
  let done = 0
  for await (const page of selectedRows(db, task)) {
    stopIfCancelled(control)
    const ids = personal ? page.map(({ id }) => id as DealId) : []
    const deals = await loadDeals(db, new PersonalData(newId), ids)
    const shown = page.map((row): TableDeal => {
      const view = rowView(row)
      const { contact, team, notes } = deals.get(view.id) ?? NOTHING_PERSONAL
      return { ...view, daysInStage: daysInStage(view, task.now), contact, team, notes }
    })
    if (personal) for (const deal of shown) people.add(peopleIn(deal, task.columns))
    yield {
      rows: shown.map((deal) => task.columns.map((column) => COLUMNS[column](deal, labels, task.locale))),
      values: shown.map(({ value }) => value),
    }
    done += page.length
    control.progress(done, total)
  }
}

const peopleIn = ({ contact, team }: TableDeal, columns: readonly ExportColumn[]): (Person | null)[] => [
  ...(columns.some((column) => NAMES_CONTACT.includes(column)) ? [contact] : []),
  ...(columns.includes('team') ? team : []),
]
