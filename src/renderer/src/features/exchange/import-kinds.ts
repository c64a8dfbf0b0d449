import type { ImportFormat } from '#shared/ipc/contract/exchange.ts'

/** Everything a file can hold, in the order it is offered. */
export const IMPORT_KINDS = [
  'partner-center-csv',
  'partner-center-json',
  'customers-csv',
  'partners-csv',
  'solutions-csv',
] as const satisfies readonly ImportFormat[]

/** Whether a file holds deals; everything else is of the directory. */
export const holdsDeals = (kind: ImportFormat | ''): boolean => kind.startsWith('partner-center')

/** What a file holds, as imports of it are called: deals, or a part of the directory. */
export const partOf = (kind: ImportFormat) => {
  switch (kind) {
    case 'customers-csv':
      return 'customers'
    case 'partners-csv':
      return 'partners'
    case 'solutions-csv':
      return 'solutions'
    default:
      return 'deals'
  }
}
