/**
 * Search in two kinds of script. FTS5's unicode61 takes a run of Chinese for one word, so each character of such a
 * script is set apart as a word of its own; a phrase of them then finds any substring.
 */
const SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** Text as it goes into the index. */
export const indexText = (text: string): string => text.normalize('NFKC').replace(SCRIPT, ' $& ')

/**
 * What a person typed, as an FTS5 query: every word must occur, the last as a beginning of one. Null when there is no
 * word in it.
 */
export function searchQuery(typed: string): string | null {
  const terms = typed
    .normalize('NFKC')
    .split(/\s+/)
    .map((term) => indexText(term).replaceAll('"', ' ').replaceAll('\u0000', ' ').trim())
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
  if (terms.length === 0) return null
  return terms.map((term) => `"${term}"${/\p{Script=Han}$/u.test(term) ? '' : '*'}`).join(' AND ')
}
