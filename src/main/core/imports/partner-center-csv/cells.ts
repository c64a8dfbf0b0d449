import type { RowCode } from '#shared/ipc/contract/import-codes.ts'
import type { RowFault } from '#shared/words/row-fault.ts'

export const issue = (code: RowCode, column: string | null = null, value = ''): RowFault => ({
  code,
  column,
  value: value.slice(0, 200),
})

/** The parts of a cell such as "SOL-1, EUR, 10, 100": split at commas, trimmed. */
export const partsOf = (cell: string): string[] => cell.split(',').map((part) => part.trim())

/** Reads MM/DD/YYYY, Partner Center's spelling of a day; ISO days are taken too. */
export function dateParts(cell: string): [year: number, month: number, day: number] | null {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell)
  if (american) return [Number(american[3]), Number(american[1]), Number(american[2])]
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell)
  return iso ? [Number(iso[1]), Number(iso[2]), Number(iso[3])] : null
}
