import { fold, searchWords } from '#shared/domain/folding.ts'

/** Scripts that run words together without blanks. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Whether a text has a word that begins like the one looked for; where nobody writes blanks, a part of it is enough. */
export const says = (text: string, word: string): boolean =>
  UNSPACED.test(word) ? fold(text).includes(word) : searchWords(text).some((own) => own.startsWith(word))

/** How well a word fits a name: it is a word of it, begins one, stands in it, or is found by other words only. */
function distance(names: string, word: string): number {
  const own = searchWords(names)
  if (own.includes(word)) return 0
  if (own.some((one) => one.startsWith(word))) return 1
  return fold(names).includes(word) ? 2 : 3
}

/** How far words are from names, to sort by: what something is called counts above the words it is found by as well. */
export const farness = (names: string, words: readonly string[]): number =>
  words.reduce((sum, word) => sum + distance(names, word), 0)

/** Whether a text has all the words looked for, in any order. */
export const saysAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => says(text, word))
