import { fold, searchWords } from '#shared/domain/folding.ts'

/** Scripts that run words together without blanks. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Whether a text has a word that begins like the one looked for; where nobody writes blanks, a part of it is enough. */
export const says = (text: string, word: string): boolean =>
  UNSPACED.test(word) ? fold(text).includes(word) : searchWords(text).some((own) => own.startsWith(word))

/** Whether a text has all the words looked for, in any order. */
export const saysAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => says(text, word))
