import type { DirectoryFormat } from '#shared/domain/directory-tables.ts'
import type { ImportRowView } from '#shared/ipc/contract/exchange.ts'
import type { TableLine } from '../tables/open-records.ts'
import type { DirectoryPlan } from './plan.ts'
import type { DirectoryRow } from './read-row.ts'
import { IDENTITY } from './values.ts'

/** A row as a preview shows it: by its name, and by what tells it from others of that name. */
export function shownRow(
  format: DirectoryFormat,
  { line, cells }: TableLine,
  row: DirectoryRow | null,
  { verdict, reasons, warnings, changes }: Omit<DirectoryPlan, 'change'>,
): ImportRowView {
  const { code, place, apart } = IDENTITY[format]
  const values = row?.values ?? {}
  const beside = [code, ...(apart ? [apart] : []), ...place.filter((field) => field !== 'name')]
  return {
    line,
    referralId: values[code] ?? '',
    // A row nothing could be made of is known by its first words.
    name:
      values.name ??
      cells
        .find((cell) => cell.trim() !== '')!
        .trim()
        .slice(0, 200),
    customerName: beside.flatMap((field) => values[field] ?? []).join(', '),
    verdict,
    reasons: [...reasons],
    warnings: [...warnings],
    changes: [...changes],
  }
}
