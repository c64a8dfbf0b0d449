import { type Currency, type Money, decimalText, minorDigits } from '#shared/domain/money.ts'
import { type CivilDate, type Instant, msOf } from '#shared/domain/time.ts'

/** How values are written: by the language, with the currency code before the amount. */
export interface Format {
  money(value: Money): string
  /** Short form for sums: "412 k", "3.6 M". */
  compact(value: Money): string
  compactAmount(amount: number, currency: Currency): string
  /** A civil date; the year only where it isn't this one. */
  date(date: CivilDate): string
  /** A civil date with its year. */
  fullDate(date: CivilDate): string
  /** A month written "2026-12", with its year. */
  month(month: string): string
  /** The same without the year: for axes. */
  shortMonth(month: string): string
  /** A civil date with its day of the week, both short. */
  weekdayDate(date: CivilDate): string
  day(instant: Instant): string
  time(instant: Instant): string
  /** The time to the second. */
  clock(instant: Instant): string
  dateTime(instant: Instant): string
  weekday(instant: Instant): string
  country(code: string): string
  list(items: readonly string[]): string
  number(value: number): string
  /** How large a file is, in the unit that suits it: "92.4 MB". */
  size(bytes: number): string
}

const noon = (date: CivilDate): Date => new Date(`${date}T12:00:00`)
const THOUSAND = 1000

function compactNumber(value: number, locale: string): string {
  const least = value >= THOUSAND ** 3 ? 3 : value >= THOUSAND ** 2 ? 2 : value >= 10 * THOUSAND ? 1 : 0
  // What rounds to a thousand of a unit is one of the next: 999,999 is 1 M, not 1,000 k.
  const rounds = least > 0 && least < 3 && Math.round(value / THOUSAND ** least) >= THOUSAND
  const unit = rounds ? least + 1 : least
  const scaled = value / THOUSAND ** unit
  const digits = scaled < 10 && unit > 0 ? 2 : scaled < 100 && unit > 1 ? 1 : 0
  const text = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(scaled)
  return unit === 0 ? text : `${text} ${['', 'k', 'M', 'bn'][unit]}`
}

const SIZES = ['kilobyte', 'megabyte', 'gigabyte'] as const

function fileSize(bytes: number, locale: string): string {
  const step = Math.min(Math.max(Math.floor(Math.log10(bytes || 1) / 3), 1), SIZES.length)
  const options = { style: 'unit', unit: SIZES[step - 1]!, maximumFractionDigits: step > 1 ? 1 : 0 } as const
  return new Intl.NumberFormat(locale, options).format(bytes / THOUSAND ** step)
}

/** Formats of a language; days of `thisYear` are written without it, on paper none are. */
export function createFormat(locale: string, thisYear: number): Format {
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
  const full = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  const clockParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const clock = new Intl.DateTimeFormat(locale, clockParts)
  const seconds = new Intl.DateTimeFormat(locale, { ...clockParts, second: '2-digit' })
  const moment = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...clockParts,
  })
  const week = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' })
  const shortMonths = new Intl.DateTimeFormat(locale, { month: 'short' })
  const weekdayDate = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' })
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const numbers = new Intl.NumberFormat(locale)
  const yearly = (date: Date) => (date.getFullYear() === thisYear ? short : full).format(date)
  const compactAmount = (amount: number, currency: Currency) =>
    compactNumber(amount / 10 ** minorDigits(currency), locale)
  return {
    money: (value) => {
      const text = decimalText(value)
      const digits = /\.0*$/.test(text) || !text.includes('.') ? 0 : minorDigits(value.currency)
      const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
      const amount = new Intl.NumberFormat(locale, options).format(text as `${number}`)
      return `${value.currency} ${amount}`
    },
    compact: (value) => `${value.currency} ${compactAmount(value.amount, value.currency)}`,
    compactAmount,
    date: (date) => yearly(noon(date)),
    fullDate: (date) => full.format(noon(date)),
    month: (month) => months.format(noon(`${month}-01` as CivilDate)),
    shortMonth: (month) => shortMonths.format(noon(`${month}-01` as CivilDate)),
    weekdayDate: (date) => weekdayDate.format(noon(date)),
    day: (instant) => yearly(new Date(msOf(instant))),
    time: (instant) => clock.format(new Date(msOf(instant))),
    clock: (instant) => seconds.format(new Date(msOf(instant))),
    dateTime: (instant) => moment.format(new Date(msOf(instant))),
    weekday: (instant) => week.format(new Date(msOf(instant))),
    country: (code) => countries.of(code) ?? code,
    list: (items) => list.format(items),
    number: (value) => numbers.format(value),
    size: (bytes) => fileSize(bytes, locale),
  }
}
