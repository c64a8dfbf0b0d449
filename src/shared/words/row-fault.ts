import type { Locale } from '#shared/domain/settings.ts'
import { REFUSAL_CODES, type RefusalCode } from '#shared/errors.ts'
import type { RowCode } from '#shared/ipc/contract/import-codes.ts'
import { CELL_WORDS } from './cells.ts'
import { REFUSAL_WORDS } from './refusals.ts'

/** A fault of a row of a file: at a column where it has one, with the text found there. */
export interface RowFault {
  readonly code: RowCode
  readonly column: string | null
  readonly value: string
}

const isRefusal = (code: RowCode): code is RefusalCode => (REFUSAL_CODES as readonly string[]).includes(code)

/** A row knows no names to fill in: what is in braces falls away. */
const refusalTitle = (locale: Locale, code: RefusalCode): string =>
  REFUSAL_WORDS[locale][code].title.replace(/ ?\{\w+\} ?/g, ' ').trim()

/** A fault in words: the column, what stands there, and what is wrong with it. */
export function rowFault(locale: Locale, { code, column, value }: RowFault): string {
  const what = isRefusal(code) ? refusalTitle(locale, code) : CELL_WORDS[locale][code]
  if (what.includes('{value}')) return what.replace('{value}', () => value)
  const found = value !== '' && value !== column ? `“${value}”` : ''
  return [column, found, what].filter(Boolean).join(' ')
}
