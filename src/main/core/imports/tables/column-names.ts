const MOST_CHARACTERS = 120

const tidy = (cell: string): string =>
  [
    ...cell
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, MOST_CHARACTERS)
    .join('')

/**
 * The columns of a table by names that tell them apart: the header as it stands, a second one of the same name with a
 * number behind it, and one without a header by its number alone.
 */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>()
  return header.map((cell, index) => {
    const name = tidy(cell)
    const own = name === '' ? `(${index + 1})` : name
    let distinct = own
    for (let times = 2; taken.has(distinct); times += 1) distinct = `${own} (${times})`
    taken.add(distinct)
    return distinct
  })
}
