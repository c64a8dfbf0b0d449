import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Currency } from '#shared/domain/money.ts'
import { HOUR_MS, type Instant } from '#shared/domain/time.ts'
import { day, eur, money } from '../testing/deals.ts'
import { setUp, speak } from '../testing/mount.ts'
import { timeLeft, useFormat } from './format.ts'

beforeAll(() => void vi.useFakeTimers({ now: new Date(2026, 2, 2, 12) }))
afterAll(() => void vi.useRealTimers())

/** A moment on the clock of the person, whatever zone the tests run in. */
const local = (...parts: [number, number, number, number, number]): Instant =>
  new Date(...parts).toISOString() as Instant

test.each([
  [eur(0), 'EUR 0'],
  [eur(100), 'EUR 1'],
  [eur(150), 'EUR 1.50'],
  [eur(105), 'EUR 1.05'],
  [eur(12_345_678_900), 'EUR 123,456,789'],
  [eur(-150), 'EUR -1.50'],
  [money(1500, 'JPY'), 'JPY 1,500'],
  [money(1500, 'KWD'), 'KWD 1.500'],
  [money(9_007_199_254_740_991, 'EUR'), 'EUR 90,071,992,547,409.91'],
])('money keeps every digit, with cents only where there are some: %j', (value, text) => {
  expect(speak('en').format.money(value)).toBe(text)
  expect(speak('zh-CN').format.money(value)).toBe(text)
})

test.each([
  [0, '0'],
  [999_900, '9,999'],
  [99_949_900, '999 k'],
  [99_999_900, '1 M'],
  [1_000_000, '10 k'],
  [41_249_900, '412 k'],
  [100_000_000, '1 M'],
  [356_000_000, '3.56 M'],
  [1_236_000_000, '12.4 M'],
  [41_200_000_000, '412 M'],
  [123_400_000_000, '1.23 bn'],
])('%d cents are short: %s', (cents, text) => {
  expect(speak('en').format.compactAmount(cents, 'EUR' as Currency)).toBe(text)
  expect(speak('en').format.compact(eur(cents))).toBe(`EUR ${text}`)
})

test('a short sum counts in the currency’s own units', () => {
  expect(speak('en').format.compact(money(1_000_000, 'JPY'))).toBe('JPY 1 M')
})

test.each([
  ['2026-06-30', 'Jun 30', '6月30日', 'Jun 30, 2026', '2026年6月30日'],
  ['2025-12-31', 'Dec 31, 2025', '2025年12月31日', 'Dec 31, 2025', '2025年12月31日'],
  ['2027-01-01', 'Jan 1, 2027', '2027年1月1日', 'Jan 1, 2027', '2027年1月1日'],
])('%s has its year where it isn’t this one', (text, short, shortChinese, full, fullChinese) => {
  const [en, zh] = [speak('en').format, speak('zh-CN').format]
  expect([en.date(day(text)), zh.date(day(text))]).toEqual([short, shortChinese])
  expect([en.fullDate(day(text)), zh.fullDate(day(text))]).toEqual([full, fullChinese])
})

test.each<[string, Instant, string, string]>([
  ['time', local(2026, 2, 2, 0, 5), '00:05', '00:05'],
  ['time', local(2026, 2, 2, 23, 59), '23:59', '23:59'],
  ['day', local(2026, 2, 2, 23, 59), 'Mar 2', '3月2日'],
  ['day', local(2025, 2, 2, 0, 1), 'Mar 2, 2025', '2025年3月2日'],
  ['dateTime', local(2026, 2, 2, 9, 7), 'Mar 2, 2026, 09:07', '2026年3月2日 09:07'],
  ['weekday', local(2026, 2, 2, 9, 7), 'Monday, March 2', '3月2日星期一'],
])('the %s of %s is where the person is', (kind, instant, english, chinese) => {
  const write = kind as 'time' | 'day' | 'dateTime' | 'weekday'
  expect([speak('en').format[write](instant), speak('zh-CN').format[write](instant)]).toEqual([
    english,
    chinese,
  ])
})

test('countries, lists and numbers are of the language', () => {
  const [en, zh] = [speak('en').format, speak('zh-CN').format]
  expect([en.country('DE'), zh.country('DE')]).toEqual(['Germany', '德国'])
  expect([en.list(['a', 'b', 'c']), zh.list(['a', 'b', 'c'])]).toEqual(['a, b, and c', 'a、b和c'])
  expect([en.list([]), en.list(['a']), en.list(['a', 'b'])]).toEqual(['', 'a', 'a and b'])
  expect([en.number(12_345), zh.number(12_345)]).toEqual(['12,345', '12,345'])
})

test.each([
  [0, '0 kB', '0 kB'],
  [999, '1 kB', '1 kB'],
  [48_000, '48 kB', '48 kB'],
  [92_440_000, '92.4 MB', '92.4 MB'],
  [1_204_000_000, '1.2 GB', '1.2 GB'],
])('a file of %d bytes is %s large', (bytes, english, chinese) => {
  expect([speak('en').format.size(bytes), speak('zh-CN').format.size(bytes)]).toEqual([english, chinese])
})

test('formats change with the language, at once', async () => {
  const { result, setLocale } = setUp(() => useFormat())
  expect(result.value.fullDate(day('2026-06-30'))).toBe('Jun 30, 2026')
  await setLocale('zh-CN')
  expect(result.value.fullDate(day('2026-06-30'))).toBe('2026年6月30日')
})

const MINUTE = 60_000
test.each([
  [14 * 24 * HOUR_MS, '14 d 0 h left', '剩 14 天 0 小时'],
  [26 * HOUR_MS - 1, '1 d 1 h left', '剩 1 天 1 小时'],
  [24 * HOUR_MS, '1 d 0 h left', '剩 1 天 0 小时'],
  [24 * HOUR_MS - 1, '23 h 59 min left', '剩 23 小时 59 分钟'],
  [HOUR_MS, '1 h 0 min left', '剩 1 小时 0 分钟'],
  [HOUR_MS - 1, '59 min left', '剩 59 分钟'],
  [MINUTE, '1 min left', '剩 1 分钟'],
  [MINUTE - 1, '0 min left', '剩 0 分钟'],
  [0, '0 min left', '剩 0 分钟'],
  [-3 * HOUR_MS - 5 * MINUTE, '0 min left', '剩 0 分钟'],
])('%d ms left are %s', (ms, english, chinese) => {
  expect([timeLeft(speak('en').t, ms), timeLeft(speak('zh-CN').t, ms)]).toEqual([english, chinese])
})
