import { type Currency, type Money, minorDigits } from './money.ts'
import type { CivilDate } from './time.ts'

/** What one unit of the home currency was worth in another one, on a day a person wrote down. */
export interface Rate {
  readonly currency: Currency
  readonly perHome: number
  readonly asOf: CivilDate
}

/** A sum in one currency and how many deals it counts. */
export interface CountedSum extends Money {
  readonly deals: number
}

/** Sums of several currencies in the home currency. It is about right, never exact: rates are. */
export interface Conversion {
  readonly money: Money
  /** The day of the oldest rate it rests on; null where nothing had to be converted. */
  readonly asOf: CivilDate | null
  /** How many deals could not be priced: counted, and not in the sum. */
  readonly unpriced: number
}

/** The rate of a currency that holds on a day: the newest one not after it. */
export const rateOn = (rates: readonly Rate[], currency: Currency, day: CivilDate): Rate | null =>
  rates
    .filter((rate) => rate.currency === currency && rate.asOf <= day)
    .reduce<Rate | null>((best, rate) => (best === null || rate.asOf > best.asOf ? rate : best), null)

const tenTo = (power: number): bigint => 10n ** BigInt(power)
const dividedUp = (value: bigint, by: bigint): bigint => (value + by - 1n) / by

/** A rate as it was written, digits and decimal places: 15 digits are what a double holds for sure. */
function decimalOf(rate: number): { readonly digits: bigint; readonly places: number } {
  const [mantissa = '0', exponent = '0'] = rate.toExponential(14).split('e')
  return { digits: BigInt(mantissa.replace('.', '')), places: 14 - Number(exponent) }
}

/**
 * What a deal has to be worth in each currency that can be priced on a day to be worth `least` minor units of the home
 * currency, to the minor unit: 100,000 at 1.1 is 110,000, not one cent above it. A currency without a rate on that day is
 * not among them.
 */
export function leastPerCurrency(
  least: number,
  home: Currency,
  rates: readonly Rate[],
  day: CivilDate,
): readonly Money[] {
  const rated = [...new Set(rates.map(({ currency }) => currency))].filter((currency) => currency !== home)
  return [
    { currency: home, amount: least },
    ...rated.flatMap((currency) => {
      const rate = rateOn(rates, currency, day)
      if (!rate) return []
      const { digits, places } = decimalOf(rate.perHome)
      const shift = minorDigits(currency) - minorDigits(home) - places
      const product = BigInt(least) * digits
      return [
        { currency, amount: Number(shift < 0 ? dividedUp(product, tenTo(-shift)) : product * tenTo(shift)) },
      ]
    }),
  ]
}

/** Converts sums by the rates that hold on a day (RULEBOOK 10: "per currency, or with a user-kept rate table"). */
export function convertSums(
  sums: readonly CountedSum[],
  home: Currency,
  rates: readonly Rate[],
  day: CivilDate,
): Conversion {
  let amount = 0
  let unpriced = 0
  let asOf: CivilDate | null = null
  for (const sum of sums) {
    if (sum.currency === home) {
      amount += sum.amount
      continue
    }
    const rate = rateOn(rates, sum.currency, day)
    if (!rate) {
      unpriced += sum.deals
      continue
    }
    amount += (sum.amount * 10 ** (minorDigits(home) - minorDigits(sum.currency))) / rate.perHome
    if (asOf === null || rate.asOf < asOf) asOf = rate.asOf
  }
  return { money: { amount: Math.round(amount), currency: home }, asOf, unpriced }
}
