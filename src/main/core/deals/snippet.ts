const SNIPPET_LETTERS = 90

const foldLetter = (letter: string): string => letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Text as search compares it: case, width and accents apart. Letter by letter, so that places can be told. */
export const fold = (text: string): string => Array.from(text, foldLetter).join('')

/** The letter of a text at which a place of its folded text lies: folding makes some letters longer, others vanish. */
function letterAt(letters: readonly string[], place: number): number {
  let end = 0
  return letters.findIndex((letter) => (end += foldLetter(letter).length) > place)
}

/** Where words occur in a text, as a piece around the first one; null when none does. */
export function snippetOf(text: string, words: readonly string[]): string | null {
  const folded = fold(text)
  const places = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0)
  if (places.length === 0) return null
  const letters = Array.from(text)
  const start = Math.max(0, letterAt(letters, Math.min(...places)) - SNIPPET_LETTERS / 3)
  const end = start + SNIPPET_LETTERS
  const piece = letters.slice(start, end).join('').trim()
  return `${start > 0 ? '…' : ''}${piece}${end < letters.length ? '…' : ''}`
}
