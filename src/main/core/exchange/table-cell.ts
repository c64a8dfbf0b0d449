import type { CivilDate, Instant } from '#shared/domain/time.ts'
import type { Cell } from './csv-writer.ts'

/** A cell of a table with its type: text, a decimal number with its decimals, a day, a moment. */
export type TableCell =
  | string
  | { readonly number: string; readonly digits: number }
  | { readonly date: CivilDate }
  | { readonly instant: Instant }

/** How a CSV spells a cell: days and moments as ISO text, which never starts like a formula. */
export function csvCell(cell: TableCell): Cell {
  if (typeof cell === 'string') return cell
  if ('number' in cell) return { number: cell.number }
  return 'date' in cell ? cell.date : cell.instant
}
