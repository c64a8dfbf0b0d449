import type { Currency } from '#shared/domain/money.ts'

export interface CountedCurrency {
  readonly currency: Currency
  readonly deals: number
}
const MOST_SHOWN = 3

/** Which currencies stand side by side: the home one, the most frequent, and the chosen one; the rest is in a menu. */
export function currenciesShown(
  all: readonly CountedCurrency[],
  home: Currency,
  chosen: Currency | null,
): { readonly shown: readonly CountedCurrency[]; readonly rest: readonly CountedCurrency[] } {
  const homeFirst = [
    ...all.filter(({ currency }) => currency === home),
    ...all.filter(({ currency }) => currency !== home),
  ]
  const shown = homeFirst.filter((each, index) => index < MOST_SHOWN || each.currency === chosen)
  return { shown, rest: homeFirst.filter((each) => !shown.includes(each)) }
}
