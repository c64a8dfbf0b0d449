import { expect, test } from 'vitest'
import {
  type Currency,
  currencies,
  decimalText,
  isCurrency,
  minorDigits,
  parseMoney,
  sameMoney,
  weighted,
} from './money.ts'

const code = (text: string): Currency => text as Currency

// ISO 4217, list one: the exponent, also where everyday use has dropped the small coins (HUF, IDR, COP, PKR).
const EXPONENTS: Readonly<Record<number, readonly string[]>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
  2: 'AFN CNY COP EUR GBP HUF IDR IRR LBP MGA PKR RSD TWD USD YER'.split(' '),
  3: 'BHD IQD JOD KWD LYD OMR TND'.split(' '),
  4: 'CLF UYW'.split(' '),
}

test.each(Object.entries(EXPONENTS))(
  'RULEBOOK 2 money: these currencies have the ISO 4217 exponent %s: %s',
  (exponent, codes) => {
    expect(codes.map((currency) => [currency, minorDigits(code(currency))])).toEqual(
      codes.map((currency) => [currency, Number(exponent)]),
    )
  },
)

test.each([
  ['526782.5', 'EUR', 52_678_250, '526782.50'],
  ['526782.50', 'EUR', 52_678_250, '526782.50'],
  ['526782.5000', 'EUR', 52_678_250, '526782.50'],
  ['0.05', 'EUR', 5, '0.05'],
  [' 12 ', 'EUR', 1_200, '12.00'],
  ['12.', 'EUR', 1_200, '12.00'],
  ['-0.00', 'EUR', 0, '0.00'],
  ['-3.5', 'USD', -350, '-3.50'],
  ['-0.01', 'USD', -1, '-0.01'],
  ['86000', 'JPY', 86_000, '86000'],
  ['86000.0', 'JPY', 86_000, '86000'],
  ['1.234', 'KWD', 1_234, '1.234'],
  ['0.001', 'KWD', 1, '0.001'],
  ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ['9007199254740991', 'JPY', Number.MAX_SAFE_INTEGER, '9007199254740991'],
] as const)(
  'RULEBOOK 6.3: "%s" %s is %d minor units and is written "%s"',
  (text, currency, amount, written) => {
    const money = { amount, currency: code(currency) }
    expect(parseMoney(text, money.currency)).toEqual(money)
    expect(decimalText(money)).toBe(written)
  },
)

test.each([
  ['12.345', 'EUR', 'more decimals than the currency has'],
  ['1.5', 'JPY', 'a currency without decimals'],
  ['1.2345', 'KWD', 'more than three decimals'],
  ['90071992547409.92', 'EUR', '2^53 minor units'],
  ['9007199254740993', 'JPY', 'a number beyond 2^53 that a float would round'],
  ['-90071992547409.92', 'EUR', 'as far below zero'],
  ['', 'EUR', 'nothing'],
  ['.5', 'EUR', 'no whole part'],
  ['1,000.00', 'EUR', 'grouping'],
  ['1e3', 'EUR', 'an exponent'],
  ['0x10', 'EUR', 'a hexadecimal number'],
  ['Infinity', 'EUR', 'not finite'],
  ['12 EUR', 'EUR', 'a currency in the text'],
  ['--1', 'EUR', 'two signs'],
])('RULEBOOK 6.3: "%s" %s is refused: %s', (text, currency) => {
  expect(parseMoney(text, code(currency))).toBeNull()
})

test('RULEBOOK 6.3: zero keeps no sign, so it is the same everywhere', () => {
  expect(Object.is(parseMoney('-0', code('EUR'))!.amount, 0)).toBe(true)
})

test('RULEBOOK 2.2 currency: only known ISO codes in capitals pass', () => {
  expect(['EUR', 'JPY', 'KWD', 'USD'].filter(isCurrency)).toEqual(['EUR', 'JPY', 'KWD', 'USD'])
  expect(['eur', 'EURO', 'XXQ', '', 'toString'].filter(isCurrency)).toEqual([])
})

test('RULEBOOK 2.2 currency: the list offered is sorted and holds known codes only', () => {
  const offered = currencies()
  expect(offered).toContain('USD')
  expect(offered).toEqual([...offered].sort())
  expect(offered.every(isCurrency)).toBe(true)
})

test.each([
  [8_600_050, 10, 860_005],
  [8_600_050, 40, 3_440_020],
  [5, 10, 1],
  [4, 10, 0],
  [1, 100, 1],
  [Number.MAX_SAFE_INTEGER, 100, Number.MAX_SAFE_INTEGER],
  [Number.MAX_SAFE_INTEGER, 60, 5_404_319_552_844_595],
] as const)('RULEBOOK 4.1: %d minor units weighted by %d percent are %d', (amount, percent, expected) => {
  expect(weighted(amount, percent)).toBe(expected)
})

test('RULEBOOK 2.2: the same amount in another currency is other money', () => {
  const money = { amount: 100, currency: code('EUR') }
  expect(sameMoney(money, { ...money })).toBe(true)
  expect(sameMoney(money, { ...money, amount: 101 })).toBe(false)
  expect(sameMoney(money, { ...money, currency: code('USD') })).toBe(false)
})
