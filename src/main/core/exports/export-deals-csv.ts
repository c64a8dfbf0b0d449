import type { Deal } from '#shared/domain/deal.ts'
import { type Money, decimalText } from '#shared/domain/money.ts'
import type { Locale } from '#shared/domain/settings.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import type { ExportColumn, Exported } from '#shared/ipc/contract/exchange.ts'
import { LABELS, type Labels } from '#shared/words/labels.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { PersonalData } from '../../db/personal-data.ts'
import { rowOf } from '../deals/deal-row.ts'
import { loadDeals } from '../deals/deals.repository.ts'
import { listPage, listTotals } from '../deals/lists.repository.ts'
import { type Cell, CsvWriter } from '../exchange/csv-writer.ts'
import type { FileStore } from '../files/file-store.ts'
import { type JobControl, stopIfCancelled } from '../jobs/job-control.ts'
import type { LongTask, Selection } from '../jobs/long-task.ts'

export type ExportTask = Extract<LongTask, { kind: 'export-deals-csv' }>

/** Columns written when nobody chose: no free text, no contact data (PROMISES 5.7). */
export const DEFAULT_COLUMNS: readonly ExportColumn[] = [
  'name',
  'customerName',
  'status',
  'type',
  'direction',
  'stage',
  'percent',
  'amount',
  'currency',
  'closeDate',
  'country',
  'microsoft',
  'expiresAt',
  'crmId',
  'campaignId',
  'referralId',
]

const ROWS_PER_PAGE = 500

type Reader = (row: DealRow, deal: Deal, labels: Labels) => Cell

const count = (value: number): Cell => ({ number: String(value) })
const money = (value: Money): Cell => ({ number: decimalText(value) })

/** How each column reads a deal. Numbers and dates are spelled for machines, states in the chosen language. */
const COLUMNS: Record<ExportColumn, Reader> = {
  name: (row) => row.name,
  customerName: (row) => row.customerName,
  status: (row, _deal, labels) => labels.status[row.status],
  type: (row, _deal, labels) => labels.type[row.type],
  direction: (row, _deal, labels) => labels.direction[row.direction],
  stage: (row, _deal, labels) => (row.stage ? labels.stage[row.stage] : ''),
  percent: (row) => count(row.percent),
  amount: (row) => money(row.value),
  currency: (row) => row.value.currency,
  closeDate: (row) => row.closeDate,
  country: (row) => row.country,
  sender: (row) => row.sender ?? '',
  microsoft: (row, _deal, labels) => (row.microsoft ? labels.partyStatus[row.microsoft] : ''),
  partners: (row) => count(row.partners),
  pendingPartners: (row) => count(row.pendingPartners),
  favorite: (row, _deal, labels) => (row.favorite ? labels.yes : labels.no),
  expiresAt: (row) => row.expiresAt ?? '',
  createdAt: (row) => row.createdAt,
  updatedAt: (row) => row.updatedAt,
  closedAt: (row) => row.closedAt ?? '',
  crmId: (_row, deal) => deal.crmId ?? '',
  campaignId: (_row, deal) => deal.campaignId ?? '',
  referralId: (_row, deal) => deal.external?.referralId ?? '',
  notes: (_row, deal) => deal.notes ?? '',
  id: (row) => row.id,
}

/** Ids of the deals an export takes, page by page, in the list's order. */
async function* idPages(
  db: ReadExecutor,
  selection: Selection,
  task: ExportTask,
): AsyncIterable<DealRow['id'][]> {
  if ('ids' in selection) {
    for (let start = 0; start < selection.ids.length; start += ROWS_PER_PAGE) {
      yield selection.ids.slice(start, start + ROWS_PER_PAGE)
    }
    return
  }
  let cursor: string | undefined
  do {
    const page = await listPage(db, selection, task.now, { cursor, limit: ROWS_PER_PAGE })
    yield page.rows.map(({ id }) => id)
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
  const total = 'ids' in selection ? selection.ids.length : (await listTotals(db, selection, task.now)).count
  let rows = 0
  for await (const ids of idPages(db, selection, task)) {
    stopIfCancelled(control)
    const deals = await loadDeals(db, new PersonalData(newId), ids)
    const found = ids.map((id) => deals.get(id)).filter((deal) => deal !== undefined)
    await writer.write(found.map((deal) => cellsOf(deal, task)))
    rows += found.length
    control.progress(rows, total)
  }
  return rows
}

function cellsOf(deal: Deal, task: ExportTask): Cell[] {
  const row = rowOf(deal)
  const labels = LABELS[task.locale]
  return task.columns.map((column) => COLUMNS[column](row, deal, labels))
}
