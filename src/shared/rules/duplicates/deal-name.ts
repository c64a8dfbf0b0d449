import { fold } from '../../domain/folding.ts'
import { isTypoOf } from './typo.ts'

/** Words any deal may have in its name. */
const COMMON: ReadonlySet<string> = new Set(
  'a an and at by deal for from in new of on opportunity project the to with de des du la le und fur mit der die das'.split(
    ' ',
  ),
)
const COMMON_UNSPACED = /项目|項目|交易|的/gu
/** Numbers of phases, quarters and the like where they are written as words. */
const COUNTED = /[一二三四五六七八九十]+(?=期|阶段|階段|季度|月|批)/gu
const UNSPACED = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu
const HAS_NUMBER = /\p{N}/u

/** A deal's name as it is compared: what it says, and the numbers in it, which tell one phase from the next. */
export interface NameWords {
  readonly words: readonly string[]
  readonly numbers: string
}

/** The words of a deal's name without those of its customer; a character that stands without blanks is a word. */
export function nameWords(name: string, customer: readonly string[] = []): NameWords {
  const text = fold(name)
  const counted = text.match(COUNTED) ?? []
  const all = text
    .replace(COMMON_UNSPACED, ' ')
    .replace(UNSPACED, ' $& ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !COMMON.has(word))
  const own = all.filter((word) => !customer.includes(word))
  const words = own.length > 0 ? own : all
  const numbers = [...words.filter((word) => HAS_NUMBER.test(word)), ...counted].sort().join(' ')
  return { words, numbers }
}

/** A name with a number beside one without is never more alike than this: it may be the next phase. */
const NUMBERED = 0.75

/** How many words of one name stand in the other, each once; a slip of the fingers apart is the same word. */
function shared(words: readonly string[], others: readonly string[]): number {
  const left = [...others]
  const found = words.filter((word) => {
    const exact = left.indexOf(word)
    const at = exact >= 0 ? exact : left.findIndex((other) => isTypoOf(word, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return found.length
}

/** How much two names have in common, from 0 to 1. Names whose numbers differ speak of different things: 0. */
export function nameLikeness(a: NameWords, b: NameWords): number {
  if (a.numbers !== b.numbers && a.numbers !== '' && b.numbers !== '') return 0
  const total = a.words.length + b.words.length
  if (total === 0) return 0
  // Slips can pair words in more than one way: the better count of the two holds both ways.
  const likeness = (2 * Math.max(shared(a.words, b.words), shared(b.words, a.words))) / total
  return a.numbers === b.numbers ? likeness : Math.min(likeness, NUMBERED)
}
