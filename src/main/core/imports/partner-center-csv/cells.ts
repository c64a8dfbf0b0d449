import type { RefusalCode } from '#shared/errors.ts'

/** Faults and oddities of a cell, besides the rulebook's own refusals. */
export const CELL_CODES = [
  'CELL_MISSING',
  'CELL_TOO_LONG',
  'CELL_CONTROL_CHARACTERS',
  'NOT_A_DATE',
  'NOT_AN_AMOUNT',
  'NOT_A_NUMBER_OF_NINE_DIGITS',
  'NOT_YES_OR_NO',
  'UNKNOWN_COUNTRY',
  'UNKNOWN_CURRENCY',
  'UNKNOWN_STATUS',
  'UNKNOWN_MICROSOFT_STATUS',
  'UNKNOWN_REASON',
  'UNKNOWN_HELP',
  'SOLUTION_UNREADABLE',
  'MEMBER_UNREADABLE',
  'TWICE_IN_FILE',
  'TOO_FEW_CELLS',
  'DUNS_PADDED',
  'STAGE_UNMAPPED',
  'STAGE_LOWERED',
  'STATUS_NORMALISED',
  'CUSTOMER_KEPT',
  'OURS_IS_AHEAD',
  'HELP_KEPT',
] as const
export type CellCode = (typeof CELL_CODES)[number]

/** A fault of a row, at a column where it has one, with the text found there. */
export interface RowIssue {
  readonly code: CellCode | RefusalCode
  readonly column: string | null
  readonly value: string
}

export const issue = (code: RowIssue['code'], column: string | null = null, value = ''): RowIssue => ({
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
