const foldLetter = (letter: string): string => letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Text as search compares it: case, width and accents apart. */
export const fold = (text: string): string =>
  text.replace(/\P{ASCII}/gu, (letter) => foldLetter(letter)).toLowerCase()

/** The words somebody looks for, folded; punctuation around and between them is nobody's concern. */
export const searchWords = (typed: string): string[] =>
  fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** A piece of a text, and whether it is one of the words looked for. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** A text cut where the words looked for begin and end: folding makes some letters longer, others vanish. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const letters = Array.from(text)
  // For every place of the folded text, the letter it comes from.
  const origins = letters.flatMap((letter, index) =>
    Array.from<number>({ length: foldLetter(letter).length }).fill(index),
  )
  const folded = fold(text)
  const hits = letters.map(() => false)
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      hits.fill(true, origins[at], origins[at + word.length - 1]! + 1)
    }
  }
  const pieces: { text: string; hit: boolean }[] = []
  for (const [index, letter] of letters.entries()) {
    const last = pieces.at(-1)
    if (last && last.hit === hits[index]) last.text += letter
    else pieces.push({ text: letter, hit: hits[index]! })
  }
  return pieces
}
