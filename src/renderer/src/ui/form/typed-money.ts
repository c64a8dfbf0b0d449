import { type Currency, decimalText, isCurrency, type Money } from '#shared/domain/money.ts'
import { readMoney } from './read-money.ts'

/** An amount as it stands in its field: what was typed, and the currency beside it ('' while none was chosen). */
export interface TypedMoney {
  readonly text: string
  readonly currency: string
}

/** An empty field. */
export const NO_MONEY: TypedMoney = { text: '', currency: '' }

/** An amount as people write it in a field, in groups and without needless decimals: "145,000", "526,782.50". */
export function plainMoney(money: Money): string {
  const [whole = '', fraction = ''] = decimalText(money).split('.')
  const groups = whole.replace(/\d(?=(\d{3})+$)/g, '$&,')
  return /[1-9]/.test(fraction) ? `${groups}.${fraction}` : groups
}

/** An amount as a field that nobody has touched shows it. */
export const typedMoney = (money: Money | null): TypedMoney =>
  money ? { text: money.amount > 0 ? plainMoney(money) : '', currency: money.currency } : NO_MONEY

/** The amount that was typed; null while it is none. */
export const moneyOf = ({ text, currency }: TypedMoney): Money | null =>
  isCurrency(currency) ? readMoney(text, currency) : null

/** What was typed and is no amount; null while it is one, or nothing. */
export const unreadableOf = (typed: TypedMoney): string | null =>
  typed.text.trim() === '' || moneyOf(typed) ? null : typed.text.trim()

/** Reads a field with everything there is to know about what was typed. */
export const readingOf = (text: string, currency: Currency | ''): Money | null =>
  isCurrency(currency) ? readMoney(text, currency) : null
