import { type Money, decimalText, minorDigits } from '#shared/domain/money.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import { sectionsOf } from '#shared/telling/reports/parts.ts'
import { type Cell, type ColumnKind, type Line, tableOf } from '#shared/telling/reports/tables.ts'
import { CsvWriter } from '../exchange/csv-writer.ts'
import { type TableCell, csvCell } from '../exchange/table-cell.ts'
import { writeWorkbook } from '../exchange/xlsx-writer.ts'
import { type ReportPaper, reportPairs, titleOf } from './report-document.ts'

const NAME_WIDTH = 34
const NUMBER_WIDTH = 18
const TEXT_WIDTH = 80

const decimal = (value: number): TableCell => ({ number: value.toFixed(2), digits: 2 })

/** A place of the table as a number that can be calculated with: shares in percent, times in days. */
function cellOf({ raw, count }: Cell, kind: ColumnKind): TableCell {
  if (kind === 'count') return { number: String(count ?? 0), digits: 0 }
  if (raw === null || raw === undefined) return ''
  if (kind === 'money') {
    const money = raw as Money
    return { number: decimalText(money), digits: minorDigits(money.currency) }
  }
  return decimal(kind === 'share' ? Number(raw) * 100 : Number(raw) / DAY_MS)
}

/** A report as the rows of a spreadsheet: the heading, then every line; several parts are told apart by their name. */
export function reportRows({ view, say }: ReportPaper): { heading: string[]; rows: TableCell[][] } {
  const { t } = say
  const sections = sectionsOf(view, say)
  const isMany = sections.length > 1
  const named = (head: string, kind: ColumnKind) =>
    kind === 'share'
      ? t('paper.table.percent', { name: head })
      : kind === 'duration'
        ? t('paper.table.days', { name: head })
        : head
  const told = sections.map(({ title, rows }) => ({ title, table: tableOf(view, say, rows) }))
  const { columns, kinds } = told[0]!.table
  const heading = [columns[0]!, ...columns.slice(1).map((head, index) => named(head, kinds[index]!))]
  const rows = told.flatMap(({ title, table }) => {
    const line = ({ label, cells }: Line): TableCell[] => [
      ...(isMany ? [title] : []),
      label,
      ...cells.map((cell, index) => cellOf(cell, kinds[index]!)),
    ]
    return [...table.lines, ...(table.total ? [table.total] : [])].map(line)
  })
  return { heading: isMany ? [t('paper.table.part'), ...heading] : heading, rows }
}

/** Writes a report as CSV and gives its number of rows. */
export async function writeReportCsv(path: string, paper: ReportPaper): Promise<number> {
  const { heading, rows } = reportRows(paper)
  const writer = await CsvWriter.create(path)
  try {
    await writer.write([heading, ...rows.map((row) => row.map(csvCell))])
  } finally {
    await writer.close()
  }
  return rows.length
}

/** Writes a report as a workbook, what it rests on beside it; gives its number of rows. */
export async function writeReportXlsx(path: string, paper: ReportPaper): Promise<number> {
  const { t } = paper.say
  const { heading, rows } = reportRows(paper)
  const pairs = [[titleOf(paper.view, paper.say), ''] as const, ...reportPairs(paper)]
  await writeWorkbook(path, [
    {
      name: titleOf(paper.view, paper.say),
      columns: heading.map((head, index) => ({
        heading: head,
        width: index === 0 ? NAME_WIDTH : NUMBER_WIDTH,
      })),
      pages: async function* () {
        yield rows
      },
    },
    {
      name: t('paper.table.about'),
      columns: [
        { heading: t('paper.table.about'), width: NUMBER_WIDTH },
        { heading: '', width: TEXT_WIDTH },
      ],
      pages: async function* () {
        yield pairs.map(([name, value]) => [name, value])
      },
    },
  ])
  return rows.length
}
