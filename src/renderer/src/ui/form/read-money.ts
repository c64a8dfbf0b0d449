import { type Currency, isCurrency, minorDigits, type Money, parseMoney } from '#shared/domain/money.ts'

/** Signs that stand for one currency wherever they are read. A bare $, ¥ or 元 does not: it counts for the chosen one. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₩': 'KRW',
  '₪': 'ILS',
  '₫': 'VND',
  '₺': 'TRY',
  '₴': 'UAH',
  '₱': 'PHP',
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  A$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  NT$: 'TWD',
  R$: 'BRL',
  MX$: 'MXN',
  'CN¥': 'CNY',
  RMB: 'CNY',
}
/** Decimal places a word for a multiple stands for. */
const MULTIPLES: Readonly<Record<string, number>> = { K: 3, M: 6, 万: 4, 萬: 4, 亿: 8, 億: 8 }

const signOf = (currency: Currency): string | undefined =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value

/** The currency a mark beside the digits names; null where it names none, or several. */
function currencyOf(mark: string, chosen: Currency): Currency | null {
  if (isCurrency(mark)) return mark
  if (mark === signOf(chosen)?.toUpperCase() || (mark === '元' && chosen === 'CNY')) return chosen
  const sign = SIGNS[mark]
  return sign !== undefined && isCurrency(sign) ? sign : null
}

/** "1234.5" a number of places to the left: "1234500". */
function shifted(decimal: string, places: number): string {
  if (places === 0) return decimal
  const [whole = '', fraction = ''] = decimal.split('.')
  const digits = fraction.padEnd(places, '0')
  return `${whole}${digits.slice(0, places)}.${digits.slice(places)}`
}

/**
 * Digits as people group them, as a plain decimal: a decimal point or comma, commas or points between groups. Three
 * digits after a comma are a group, so "145,000" is never 145.
 */
function plainDecimal(digits: string): string {
  const decimalComma = /^-?\d{1,3}(\.\d{3})+,\d+$|^-?\d{1,3}(\.\d{3}){2,}$|^-?\d+,\d{1,2}$/.test(digits)
  return decimalComma ? digits.replace(/\./g, '').replace(',', '.') : digits.replace(/,/g, '')
}

/** Reads what people type as an amount: "145,000", "€1.234,50", "125k", "1.2m USD", "125万". Null when it is none. */
export function readMoney(text: string, chosen: Currency): Money | null {
  const bare = text.normalize('NFKC').replace(/[\s'’_]/g, '')
  const [, before = '', digits = '', after = ''] = /^([^\d.,-]*)(-?[\d.,]+)([^\d.,-]*)$/.exec(bare) ?? []
  const [lead, tail] = [before.toUpperCase(), after.toUpperCase()]
  const places = tail === '' || currencyOf(tail, chosen) ? 0 : MULTIPLES[[...tail][0]!]
  if (places === undefined) return null
  const marks = [lead, places === 0 ? tail : tail.slice(1)].filter((mark) => mark !== '')
  const named = new Set(marks.map((mark) => currencyOf(mark, chosen)))
  if (named.has(null) || named.size > 1) return null
  const currency = [...named][0] ?? chosen
  const decimal = shifted(plainDecimal(digits), places)
  return parseMoney(minorDigits(currency) === 0 ? decimal.replace(/\.0*$/, '') : decimal, currency)
}
