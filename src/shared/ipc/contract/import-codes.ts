import { REFUSAL_CODES } from '#shared/errors.ts'

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
  'RECORD_UNREADABLE',
  'MICROSOFT_RECORD_ALONE',
  'PARTNER_RECORD_ALONE',
  'PARTY_UNNAMED',
  'DUNS_PADDED',
  'STAGE_UNMAPPED',
  'STAGE_LOWERED',
  'STATUS_NORMALISED',
  'CUSTOMER_KEPT',
  'OURS_IS_AHEAD',
  'HELP_KEPT',
  'CLOCK_FROM_IMPORT',
  'TOO_MANY_CELLS',
  'COUNTRY_UNREADABLE',
  'UNKNOWN_SOLUTION_KIND',
  'UNKNOWN_INCENTIVE',
  'DIGITS_LOST',
  'SEVERAL_ENTRIES_FIT',
  'ENTRY_TWICE_IN_FILE',
  'LOOKS_LIKE_DEAL',
  'LOOKS_LIKE_ROW',
] as const
export type CellCode = (typeof CELL_CODES)[number]

/** Everything a row of a file can be refused or warned for. */
export const ROW_CODES = [...CELL_CODES, ...REFUSAL_CODES] as const
export type RowCode = (typeof ROW_CODES)[number]
