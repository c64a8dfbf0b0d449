import type { ExportFormat } from '#shared/ipc/contract/exchange.ts'

/** How a list can go out. A table has the columns one ticks; what Partner Center takes has its own. */
interface Offered {
  readonly format: ExportFormat
  readonly isTable: boolean
  /** Deals one file of it holds, where more become a zip of several. */
  readonly mostInOne: number | null
}

/** The formats a list is offered in, in their order; what each is for stands under `exchange.export.formats`. */
export const OFFERED = [
  { format: 'deals-csv', isTable: true, mostInOne: null },
  { format: 'deals-xlsx', isTable: true, mostInOne: null },
  { format: 'partner-center-csv', isTable: false, mostInOne: 1000 },
  { format: 'partner-center-json', isTable: false, mostInOne: null },
  { format: 'deal-sheet', isTable: false, mostInOne: null },
] as const satisfies readonly Offered[]
export type OfferedFormat = (typeof OFFERED)[number]['format']

/** Deals one file of sheets holds, a page or more each. */
export const MOST_SHEETS = 500

export const offered = (format: OfferedFormat): Offered => OFFERED.find((one) => one.format === format)!
