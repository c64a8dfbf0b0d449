import { writeFile } from 'node:fs/promises'
import { convertSums } from '#shared/domain/conversion.ts'
import type { Report } from '#shared/domain/report.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import type { Table } from '#shared/rules/reports/lines.ts'
import type { Say } from '#shared/telling/reports/spelling.ts'
import { PersonalData } from '../../db/personal-data.ts'
import type { Clock } from '../ports.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { rowView } from '../deals/deal-row.ts'
import { rowsByIds } from '../deals/lists.repository.ts'
import type { HeldFact } from '../reports/facts.repository.ts'
import { reportWithTable } from '../reports/reports.views.ts'
import { type Basis, basisOf, filtersInWords, pageSizeOf } from './basis.ts'
import { writtenDocument } from './document.ts'
import type { FontBook } from './fonts.ts'
import type { PaperTask } from './paper-task.ts'
import { type ListedDeal, type ReportPaper, reportDocument } from './report-document.ts'
import { writeReportCsv, writeReportXlsx } from './report-table.ts'

type ReportTask = Extract<PaperTask, { paper: 'report' }>

/** Reports of open deals list the largest of them. */
const LISTING: readonly Report[] = ['pipeline', 'forecast']
const MOST_LISTED = 40

/** The largest open deals of a report, by what they are worth in the home currency where a rate says so. */
async function largest(
  db: ReadExecutor,
  table: Table,
  { t, profile, day }: Basis,
): Promise<NonNullable<ReportPaper['deals']>> {
  const facts = (table.totals?.figures['deals']?.deals ?? []) as readonly HeldFact[]
  const worth = ({ value }: HeldFact): number => {
    const { money, unpriced } = convertSums(
      [{ ...value, deals: 1 }],
      profile.homeCurrency,
      profile.rates,
      day,
    )
    return unpriced > 0 ? -1 : money.amount
  }
  const sorted = facts
    .map((fact) => ({ fact, worth: worth(fact) }))
    .sort(
      (a, b) =>
        b.worth - a.worth || b.fact.value.amount - a.fact.value.amount || (a.fact.id < b.fact.id ? -1 : 1),
    )
    .slice(0, MOST_LISTED)
    .map(({ fact }) => fact)
  const rows = await rowsByIds(
    db,
    sorted.map(({ id }) => id),
  )
  const now = new Map(rows.map((row) => [row.id, row]))
  const listed = sorted.map((fact): ListedDeal => {
    const deal = rowView(fact.past?.columns ?? now.get(fact.id)!)
    return {
      name: deal.name,
      customer: deal.customerName,
      stage: deal.stage ? t(`labels.stage.${deal.stage}`) : t(`labels.status.${deal.status}`),
      value: deal.value,
      closeDate: deal.closeDate,
    }
  })
  return { rows: listed, more: facts.length - listed.length }
}

/** A report with everything it is told with, read from one view of the file. Errors: INVALID_INPUT. */
async function reportPaper(
  db: ReadExecutor,
  task: ReportTask,
  { clock, newId }: { readonly clock: Pick<Clock, 'dayOf'>; readonly newId: () => string },
): Promise<ReportPaper> {
  const personal = new PersonalData(newId)
  const { asked, currency, now, today } = task
  const filters = currency === null ? asked.filters : { ...asked.filters, currency }
  const { view, table } = await reportWithTable(
    { db, personal, now, today, core: { ports: { clock } } },
    { ...asked, ...(filters ? { filters } : {}) },
  )
  const day: CivilDate = asked.asOf === undefined ? today : clock.dayOf(view.asOf)
  const basis = await basisOf(db, personal, task.locale, day)
  const { t, format, profile } = basis
  const say: Say = {
    t,
    format,
    unit: { currency: currency ?? profile.homeCurrency, isConverted: currency === null },
    isShort: false,
    ...(asked.groupBy ? { groups: { [asked.report]: asked.groupBy } } : {}),
  }
  // The currency stands on a line of its own.
  const { currency: _told, ...narrowed } = filters ?? {}
  return {
    view,
    say,
    basis,
    filters: await filtersInWords(db, basis, filters?.minAmount === undefined ? narrowed : filters),
    deals: LISTING.includes(asked.report) ? await largest(db, table, basis) : null,
  }
}

/** Writes a report as a document or a table and gives its number of lines. Errors: INVALID_INPUT. */
export async function writeReport(
  path: string,
  db: ReadExecutor,
  task: ReportTask,
  deps: {
    readonly clock: Pick<Clock, 'dayOf'>
    readonly newId: () => string
    readonly fonts: FontBook
  },
): Promise<number> {
  const paper = await reportPaper(db, task, deps)
  if (task.as === 'csv') return writeReportCsv(path, paper)
  if (task.as === 'xlsx') return writeReportXlsx(path, paper)
  const { t, profile } = paper.basis
  const size = task.printed ? pageSizeOf(profile) : null
  const options = { t, locale: task.locale, fonts: deps.fonts, size }
  await writeFile(path, await writtenDocument(reportDocument(paper), options), { mode: 0o600 })
  return paper.view.rows.length
}
