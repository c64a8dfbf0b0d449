/**
 * Spreadsheets run a cell that starts like a formula. Ours get one apostrophe in front, and reading takes exactly one
 * away again, so that nothing is lost (PROMISES 4). Leading blanks, invisible characters and full-width signs are seen
 * through; a cell that already looks guarded is guarded once more.
 */
const STARTS_FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u

/** Texts that begin with a letter or a digit, as nearly all do, cannot start a formula: the expression is for the rest. */
function beginsPlainly(text: string): boolean {
  const first = text[0]!
  return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9')
}

/** Text made safe as a cell of a spreadsheet. NUL never belongs in one. */
export function guardCell(text: string): string {
  const clean = text.includes('\u0000') ? text.replaceAll('\u0000', '') : text
  if (clean === '' || beginsPlainly(clean)) return clean
  return STARTS_FORMULA.test(clean) ? `'${clean}` : clean
}

/** Takes away the guard `guardCell` put there. */
export const unescapeCell = (cell: string): string =>
  cell.startsWith("'") && STARTS_FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
