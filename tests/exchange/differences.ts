import { COLUMN } from '#main/core/imports/partner-center-csv/columns.ts'
import type { Line } from '../support/csv-lines.ts'

/** One apostrophe in front of what would run, and in front of what looks guarded (docs/exchange.md). */
const unguarded = (cell: string): string =>
  /^'+[\s\p{Cf}]*[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? cell.slice(1) : cell

const amount = (text: string): string => (text === '' ? '' : String(Number(text)))
const compact = (cells: string): string => cells.replace(/\s*,\s*/g, ', ').trim()

/** How docs/exchange.md says a cell may differ: what both sides are brought to before they are held together. */
const NORMALISED: Record<string, (cell: string, line: Line) => string> = {
  [COLUMN.errors]: () => '',
  [COLUMN.duns]: (cell) => (cell === '' ? '' : cell.replace(/[\s-]/g, '').padStart(9, '0')),
  [COLUMN.status]: (cell, line) =>
    cell === 'New' && line[COLUMN.substatus] === 'Accepted' ? 'Active' : cell,
  [COLUMN.substatus]: (cell) => (cell === 'Received' ? 'Pending' : cell),
  [COLUMN.microsoftStatus]: (cell, line) =>
    line[COLUMN.helpRequired] !== 'Yes' ? '' : cell === '' ? 'Pending' : cell,
  [COLUMN.value]: amount,
  [COLUMN.help]: (cell, line) => (line[COLUMN.helpRequired] === 'Yes' ? cell || '6' : ''),
  [COLUMN.helpNotes]: (cell, line) => (line[COLUMN.helpRequired] === 'Yes' ? cell : ''),
}

const brought = (line: Line, header: string): string => {
  const cell = unguarded(line[header] ?? '').trim()
  const normal = NORMALISED[header]
  if (normal) return normal(cell, line)
  return /^(?:Solution|Team member) \d+$/.test(header) ? compact(cell) : cell
}

/** Columns in which a line that went out is not the line that came in, normalisations of docs/exchange.md apart. */
export function differences(came: Line, went: Line): string[] {
  return [...new Set([...Object.keys(came), ...Object.keys(went)])]
    .filter((header) => brought(came, header) !== brought(went, header))
    .map((header) => `${header}: "${came[header] ?? ''}" became "${went[header] ?? ''}"`)
}
