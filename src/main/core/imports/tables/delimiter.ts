export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** The first line of a text, quoted line breaks belonging to it; what is quoted is left out of it. */
function unquotedHeader(text: string): string {
  let header = ''
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === '\n' || character === '\r')) break
    else if (!quoted) header += character
  }
  return header
}

/** What separates the cells of a table: whatever its header has most of outside quotes; a comma where it has none. */
export function delimiterOf(text: string): Delimiter {
  const header = unquotedHeader(text)
  const count = (delimiter: Delimiter) => header.split(delimiter).length - 1
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best))
}
