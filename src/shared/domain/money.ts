/** Money in integer minor units (cents) with its ISO 4217 code. Amounts of different currencies never add up. */
export interface Money {
  readonly amount: number
  readonly currency: Currency
}

declare const brand: unique symbol
/** An ISO 4217 code this runtime knows. */
export type Currency = string & { readonly [brand]: 'currency' }

const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

const each = (codes: string, exponent: number): readonly [string, number][] =>
  codes.split(' ').map((code) => [code, exponent])

/**
 * Exponents of ISO 4217 that are not 2. Written down here because the runtime's locale data follows everyday use
 * instead (no decimals for HUF or IDR) and changes with its version: stored amounts would change their meaning.
 */
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ...each('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', 0),
  ...each('BHD IQD JOD KWD LYD OMR TND', 3),
  ...each('CLF UYW', 4),
])

/** All ISO 4217 codes this runtime knows, sorted. */
export const currencies = (): readonly Currency[] => [...known].sort() as unknown as Currency[]

/** Whether a text is a known ISO 4217 code in capitals. */
export const isCurrency = (text: string): text is Currency => known.has(text)

/** Decimal places of a currency's minor unit by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: Currency): number => EXPONENTS.get(currency) ?? 2

/**
 * Reads a plain decimal ("526782.5", no grouping) as minor units.
 * Null when it is not a number, has more decimals than the currency (trailing zeros aside), or is beyond 2^53.
 */
export function parseMoney(text: string, currency: Currency): Money | null {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text.trim())
  if (!match) return null
  const places = minorDigits(currency)
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > places) return null
  const amount = Number(`${match[1]}${match[2]}${fraction.padEnd(places, '0')}`)
  return Number.isSafeInteger(amount) ? { amount: amount === 0 ? 0 : amount, currency } : null
}

/** The plain decimal text of an amount, with the currency's own number of decimals. Keeps every digit. */
export function decimalText(money: Money): string {
  const places = minorDigits(money.currency)
  const sign = money.amount < 0 ? '-' : ''
  const whole = String(Math.abs(money.amount)).padStart(places + 1, '0')
  if (places === 0) return sign + whole
  return `${sign}${whole.slice(0, -places)}.${whole.slice(-places)}`
}

/** An amount weighted by a whole percentage, to the nearest minor unit. In two parts: the product can pass 2^53. */
export function weighted(amount: number, percent: number): number {
  const rest = amount % 100
  return ((amount - rest) / 100) * percent + Math.round((rest * percent) / 100)
}

/** Whether two amounts are the same money. */
export const sameMoney = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency
