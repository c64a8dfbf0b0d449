/** Money in integer minor units (cents) with its ISO 4217 code. Amounts of different currencies never add up. */
export interface Money {
  readonly amount: number
  readonly currency: Currency
}

declare const brand: unique symbol
/** An ISO 4217 code this runtime knows. */
export type Currency = string & { readonly [brand]: 'currency' }

const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
const digits = new Map<string, number>()

/** All ISO 4217 codes this runtime knows, sorted. */
export const currencies = (): readonly Currency[] => [...known].sort() as unknown as Currency[]

/** Whether a text is a known ISO 4217 code in capitals. */
export const isCurrency = (text: string): text is Currency => known.has(text)

/** Decimal places of a currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: Currency): number {
  let count = digits.get(currency)
  if (count === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    count = format.resolvedOptions().maximumFractionDigits ?? 2
    digits.set(currency, count)
  }
  return count
}

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

/** An amount weighted by a percentage, to the nearest minor unit. */
export const weighted = (amount: number, percent: number): number => Math.round((amount * percent) / 100)

/** Whether two amounts are the same money. */
export const sameMoney = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency
