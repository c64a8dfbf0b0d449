import type { DealId } from '#shared/domain/ids.ts'
import { type Money, decimalText } from '#shared/domain/money.ts'
import type { Locale } from '#shared/domain/settings.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import type { Exported } from '#shared/ipc/contract/exchange.ts'
import type { ExportColumn } from '#shared/domain/export-columns.ts'
import { daysInStage } from '#shared/rules/stages.ts'
import { LABELS, type Labels } from '#shared/words/labels.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { PersonalData } from '../../db/personal-data.ts'
import { type StoredRow, rowView } from '../deals/deal-row.ts'
import { loadDeals } from '../deals/deals.repository.ts'
import { listRows, listTotals, rowsByIds } from '../deals/lists.repository.ts'
import { type Cell, CsvWriter } from '../exchange/csv-writer.ts'
import type { FileStore } from '../files/file-store.ts'
import { type JobControl, stopIfCancelled } from '../jobs/job-control.ts'
import type { LongTask } from '../jobs/long-task.ts'

export type ExportTask = Extract<LongTask, { kind: 'export-deals-csv' }>

const ROWS_PER_PAGE = 500

/** A deal as a file shows it. Notes are looked up only where their column was asked for. */
interface ExportedDeal extends DealRow {
  /** Whole days since its stage was reached, as the list says it; null before there is one and after its end. */
  readonly daysInStage: number | null
  readonly notes: string | null
}

type Reader = (deal: ExportedDeal, labels: Labels) => Cell

const count = (value: number): Cell => ({ number: String(value) })
const money = (value: Money): Cell => ({ number: decimalText(value) })

/** How each column reads a deal. Numbers and dates are spelled for machines, states in the chosen language. */
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
  closeDate: (deal) => deal.closeDate,
  country: (deal) => deal.country,
  sender: (deal) => deal.sender ?? '',
  microsoft: (deal, labels) => (deal.microsoft ? labels.partyStatus[deal.microsoft] : ''),
  registration: (deal, labels) => (deal.registration ? labels.registration[deal.registration] : ''),
  daysInStage: (deal) => (deal.daysInStage === null ? '' : count(deal.daysInStage)),
  partners: (deal) => count(deal.partners),
  pendingPartners: (deal) => count(deal.pendingPartners),
  favorite: (deal, labels) => (deal.favorite ? labels.yes : labels.no),
  expiresAt: (deal) => deal.expiresAt ?? '',
  createdAt: (deal) => deal.createdAt,
  updatedAt: (deal) => deal.updatedAt,
  closedAt: (deal) => deal.closedAt ?? '',
  crmId: (deal) => deal.crmId ?? '',
  campaignId: (deal) => deal.campaignId ?? '',
  referralId: (deal) => deal.referralId ?? '',
  notes: (deal) => deal.notes ?? '',
  id: (deal) => deal.id,
}

/** The rows an export takes, page by page, in the list's order. */
async function* pagesOf(db: ReadExecutor, task: ExportTask): AsyncIterable<StoredRow[]> {
  const { selection } = task
  if ('ids' in selection) {
    for (let start = 0; start < selection.ids.length; start += ROWS_PER_PAGE) {
      yield await rowsByIds(db, selection.ids.slice(start, start + ROWS_PER_PAGE))
    }
    return
  }
  let cursor: string | undefined
  do {
    const page = await listRows(db, selection, task, { cursor, limit: ROWS_PER_PAGE })
    yield page.rows
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

const fileName = (task: ExportTask): string => {
  const what = 'ids' in task.selection ? 'deals' : task.selection.tab
  return `tandem-${what}-${task.today}.csv`
}

const headings = (columns: readonly ExportColumn[], locale: Locale): Cell[] =>
  columns.map((column) => LABELS[locale].column[column])

/** Writes the chosen deals and columns to a CSV file: all rows, in order, one snapshot. Errors: CANCELLED. */
export async function exportDealsCsv(
  task: ExportTask,
  deps: { readonly db: ReadExecutor; readonly files: FileStore; readonly newId: () => string },
  control: JobControl,
): Promise<Exported> {
  let rows = 0
  const file = await deps.files.write(fileName(task), async (path) => {
    const writer = await CsvWriter.create(path)
    try {
      await writer.write([headings(task.columns, task.locale)])
      rows = await deps.db
        .transaction()
        .execute((snapshot) => writeRows(snapshot, task, deps.newId, writer, control))
    } finally {
      await writer.close()
    }
  })
  return { fileId: file.fileId, name: file.name, bytes: file.bytes, rows }
}

async function writeRows(
  db: ReadExecutor,
  task: ExportTask,
  newId: () => string,
  writer: CsvWriter,
  control: JobControl,
): Promise<number> {
  const { selection } = task
  const total = 'ids' in selection ? selection.ids.length : (await listTotals(db, selection, task)).count
  let rows = 0
  for await (const page of pagesOf(db, task)) {
    stopIfCancelled(control)
    const notes = task.columns.includes('notes') ? await notesOf(db, page, newId) : null
    await writer.write(page.map((row) => cellsOf(row, notes?.get(row.id) ?? null, task)))
    rows += page.length
    control.progress(rows, total)
  }
  return rows
}

/** Notes are personal data: they stand in no column, only in the deal itself. */
async function notesOf(
  db: ReadExecutor,
  page: readonly StoredRow[],
  newId: () => string,
): Promise<Map<string, string | null>> {
  const ids = page.map(({ id }) => id as DealId)
  const deals = await loadDeals(db, new PersonalData(newId), ids)
  return new Map([...deals].map(([id, { notes }]) => [id, notes]))
}

function cellsOf(row: StoredRow, notes: string | null, task: ExportTask): Cell[] {
  const shown = rowView(row)
  const deal: ExportedDeal = { ...shown, daysInStage: daysInStage(shown, task.now), notes }
  const labels = LABELS[task.locale]
  return task.columns.map((column) => COLUMNS[column](deal, labels))
}
