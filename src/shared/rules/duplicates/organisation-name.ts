import { fold } from '../../domain/folding.ts'
import { isTypoOf } from './typo.ts'

/** Forms of companies as the last words of a name; dots between their letters are gone by then. */
const LEGAL_WORDS: ReadonlySet<string> = new Set(
  `ab ag aps as asa bhd bv cia co company corp corporation cv eirl gmbh inc incorporated kft kg kk limited llc llp
   lda lp ltd ltda mbh nv oo oy oyj plc private pte pty pvt sa sas sarl sdn se sl spa spzoo sro srl zoo`.split(
    /\s+/,
  ),
)
const LEADING_WORDS: ReadonlySet<string> = new Set(['the'])
/** Forms of companies where no blanks are written, at either end. */
const UNSPACED = fold(
  '股份有限公司|有限责任公司|有限責任公司|有限公司|株式会社|有限会社|合同会社|주식회사|公司',
)
const LEADING_UNSPACED = new RegExp(`^(?:${UNSPACED})`, 'u')
const TRAILING_UNSPACED = new RegExp(`(?:${UNSPACED})$`, 'u')

const isForm = (word: string): boolean => LEGAL_WORDS.has(word) || word.replace(TRAILING_UNSPACED, '') === ''

function withoutForms(words: readonly string[]): string[] {
  const kept = [...words]
  while (kept.length > 1 && LEADING_WORDS.has(kept[0]!)) kept.shift()
  while (kept.length > 1 && isForm(kept.at(-1)!)) kept.pop()
  const [first = ''] = kept
  if (first.replace(LEADING_UNSPACED, '') !== '') kept[0] = first.replace(LEADING_UNSPACED, '')
  const last = kept.at(-1) ?? ''
  if (last.replace(TRAILING_UNSPACED, '') !== '') kept[kept.length - 1] = last.replace(TRAILING_UNSPACED, '')
  return kept
}

const wordsOf = (name: string): string[] =>
  fold(name)
    .replace(/['’.`]/g, '')
    .replace(/[()（）]/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'and')

/** An organisation's name as it is compared, in one piece: "Blue Yonder" and "BlueYonder" are one name. */
export interface OrganisationName {
  /** The words it is known by. */
  readonly words: readonly string[]
  /** What it is known by: the form of the company apart ("The Contoso Trading Co., Ltd." is "contosotrading"). */
  readonly key: string
  /** All of it: a slip of the fingers may be in the form. */
  readonly whole: string
}

/** The words by which an organisation is known: case, width, accents, punctuation and the form of the company apart. */
export const organisationWords = (name: string): string[] => withoutForms(wordsOf(name))

/** A name made ready for comparing with many. */
export function organisationName(name: string): OrganisationName {
  const all = wordsOf(name)
  const words = withoutForms(all)
  return { words, key: words.join(''), whole: all.join('') }
}

/** Whether two names mean one organisation: the very same, or a slip of the fingers apart. */
export function sameOrganisation(a: OrganisationName, b: OrganisationName): 'same' | 'alike' | null {
  if (a.key === b.key) return 'same'
  return isTypoOf(a.key, b.key) || isTypoOf(a.whole, b.whole) ? 'alike' : null
}

const HEAD = 3
/** Where the piece behind the head begins, one letter lost or one too many before it included. */
const SHIFTS = [HEAD, HEAD - 1, HEAD + 1]

/**
 * Where a name can be looked up although a letter of it is wrong: by its first letters, or by those behind them. What
 * is stored offers `middles[0]`, who looks asks for all of them.
 */
export function placesOf(key: string): { head: string; middles: string[] } {
  const letters = Array.from(key)
  const at = (from: number) => letters.slice(from, from + HEAD).join('')
  return { head: at(0), middles: SHIFTS.map(at).filter((piece, index) => index === 0 || piece !== '') }
}
