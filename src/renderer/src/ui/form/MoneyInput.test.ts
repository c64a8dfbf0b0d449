import { mount } from '@vue/test-utils'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { type Currency, type Money, currencies } from '#shared/domain/money.ts'
import { money } from '../../testing/deals.ts'
import { field, write } from '../../testing/page.ts'
import MoneyInput from './MoneyInput.vue'
import { readMoney } from './read-money.ts'
import { moneyOf, plainMoney, type TypedMoney, typedMoney, unreadableOf } from './typed-money.ts'

const open = (modelValue: Money | null, fallback = 'USD') =>
  mount(MoneyInput, {
    props: { modelValue, fallback: fallback as Currency, currencyLabel: 'Currency' },
    attrs: { 'aria-label': 'Value' },
    attachTo: document.body,
  })
let input: ReturnType<typeof open>
afterEach(() => input.unmount())

const quoted = () => {
  const typed = input.emitted<[TypedMoney]>('update:typed')?.at(-1)?.[0]
  return typed ? unreadableOf(typed) : undefined
}
const told = () => input.emitted('update:modelValue')?.at(-1)?.[0]
const shown = () => [field('Value').value, field('Currency').value]

// What people write, in the currency: the amount in minor units.
test.each([
  ['145000', 'USD', 14500000],
  ['145,000', 'USD', 14500000],
  ['12,500', 'EUR', 1250000],
  ['1,234,567.89', 'USD', 123456789],
  ['1.234.567,89', 'EUR', 123456789],
  ['1 234,5', 'EUR', 123450],
  ["1'234.50", 'CHF', 123450],
  ['1’234.50', 'CHF', 123450],
  ['0,5', 'EUR', 50],
  ['526782.5', 'USD', 52678250],
  ['145,000', 'JPY', 145000],
  ['1500.00', 'JPY', 1500],
  ['1,234', 'KWD', 1234000],
  ['1.234', 'KWD', 1234],
])('%s %s is %d', async (text, currency, amount) => {
  input = open(null, currency)
  await write(field('Value'), text)
  expect(told()).toEqual({ amount, currency })
})

// What else people write, and the currency chosen before.
test.each([
  ['125k', 'EUR', 12500000, 'EUR'],
  ['1.25M', 'EUR', 125000000, 'EUR'],
  ['1,5m', 'EUR', 150000000, 'EUR'],
  ['12,500k', 'USD', 1250000000, 'USD'],
  ['125K', 'JPY', 125000, 'JPY'],
  ['125万', 'CNY', 125000000, 'CNY'],
  ['１２５，０００', 'CNY', 12500000, 'CNY'],
  ['€125000', 'USD', 12500000, 'EUR'],
  ['125.000,50 €', 'USD', 12500050, 'EUR'],
  ['chf 1200', 'EUR', 120000, 'CHF'],
  ['125k USD', 'EUR', 12500000, 'USD'],
  ['$125,000', 'CAD', 12500000, 'CAD'],
  ['¥500', 'JPY', 500, 'JPY'],
  ['US$5', 'EUR', 500, 'USD'],
  ['5元', 'CNY', 500, 'CNY'],
  ['1.234.567', 'EUR', 123456700, 'EUR'],
])('%s with %s chosen is %d %s', async (text, chosen, amount, currency) => {
  input = open(null, chosen)
  await write(field('Value'), text)
  expect([told(), quoted()]).toEqual([{ amount, currency }, null])
  expect(field('Currency').value).toBe(currency)
})

test('a multiple or a currency that was typed becomes the number it is, once one goes on', async () => {
  input = open(null, 'USD')
  await write(field('Value'), '€125k')
  expect(field('Value').value).toBe('€125k')
  field('Value').dispatchEvent(new Event('focusout', { bubbles: true }))
  await input.vm.$nextTick()
  expect(shown()).toEqual(['125,000', 'EUR'])
  expect(told()).toEqual({ amount: 12500000, currency: 'EUR' })
})

// As it was typed, and as it stands there once one goes on: the same amount, in groups.
test.each([
  ['145000', 'USD', '145,000'],
  ['1234.5', 'USD', '1,234.50'],
  ['1.234,50', 'EUR', '1,234.50'],
  ['1234567', 'JPY', '1,234,567'],
  ['1234.567', 'KWD', '1,234.567'],
  ['500', 'EUR', '500'],
  ['about 500', 'EUR', 'about 500'],
  ['', 'EUR', ''],
])('%s in %s stands there as %s once one goes on', async (text, currency, settled) => {
  input = open(null, currency)
  await write(field('Value'), text)
  const before = told()
  field('Value').dispatchEvent(new Event('focusout', { bubbles: true }))
  await input.vm.$nextTick()
  expect(field('Value').value).toBe(settled)
  expect(told()).toEqual(before)
})

test('an amount in groups is read back as itself, to the last minor unit of every currency', () => {
  const amounts = fc.record({ amount: fc.maxSafeNat(), currency: fc.constantFrom(...currencies()) })
  fc.assert(
    fc.property(amounts, (value) => {
      expect(readMoney(plainMoney(value), value.currency)).toEqual(value)
    }),
  )
})

// Which dollar, which multiple, which of two currencies?
test.each(['$125', '125 kk', '€125 USD', '125 apples', 'k125', '1.2345', '元5'])(
  '“%s” in euros is quoted as no amount',
  async (text) => {
    input = open(null, 'EUR')
    await write(field('Value'), text)
    expect([told() ?? null, quoted()]).toEqual([null, text])
    await write(field('Value'), '')
    expect(quoted()).toBeNull()
  },
)

test.each(['about 5', '12.345', '1e5', '-', '9007199254740993'])(
  '“%s” is no amount, and stays as it was typed',
  async (text) => {
    input = open(money(100, 'USD'))
    await write(field('Value'), text)
    expect(told()).toBeNull()
    expect(field('Value').value).toBe(text)
  },
)

test('an emptied field is no amount', async () => {
  input = open(money(100, 'USD'))
  await write(field('Value'), '')
  expect(told()).toBeNull()
})

test.each([
  [money(14500000, 'EUR'), ['145,000', 'EUR']],
  [money(52678250, 'USD'), ['526,782.50', 'USD']],
  [money(1500, 'JPY'), ['1,500', 'JPY']],
  [money(0, 'GBP'), ['', 'GBP']],
  [null, ['', 'USD']],
])('%j is shown as %j', (value, expected) => {
  input = open(value)
  expect(shown()).toEqual(expected)
})

test('another currency keeps the number that was typed', async () => {
  input = open(money(150050, 'USD'))
  await write(field('Currency'), 'EUR')
  expect(told()).toEqual({ amount: 150050, currency: 'EUR' })
})

test('a currency without cents refuses an amount with cents', async () => {
  input = open(money(150050, 'USD'))
  await write(field('Currency'), 'JPY')
  expect(told()).toBeNull()
})

test('an empty field follows the home currency; a filled one does not', async () => {
  input = open(null, 'USD')
  await input.setProps({ fallback: 'CNY' as Currency })
  expect(shown()).toEqual(['', 'CNY'])
  await write(field('Value'), '5')
  await input.setProps({ fallback: 'EUR' as Currency })
  expect(shown()).toEqual(['5', 'CNY'])
})

test('an amount given from outside replaces what was typed', async () => {
  input = open(money(100, 'USD'))
  await write(field('Value'), '7')
  await input.setProps({ modelValue: money(990, 'EUR') })
  expect(shown()).toEqual(['9.90', 'EUR'])
})

test('its own answer coming back leaves the text alone', async () => {
  input = open(null)
  await write(field('Value'), '1,234.50')
  await input.setProps({ modelValue: money(123450, 'USD') })
  expect(field('Value').value).toBe('1,234.50')
})

// What was typed once and kept: it stands there again, an amount or not.
test.each([
  [{ text: 'about 125k', currency: 'EUR' }, ['about 125k', 'EUR']],
  [{ text: '1,234.50', currency: 'JPY' }, ['1,234.50', 'JPY']],
  [{ text: '', currency: 'CNY' }, ['', 'CNY']],
  [{ text: '', currency: '' }, ['', 'USD']],
])('%j is shown again as it was typed', (typed, expected) => {
  input = mount(MoneyInput, {
    props: { modelValue: moneyOf(typed), typed, fallback: 'USD' as Currency, currencyLabel: 'Currency' },
    attrs: { 'aria-label': 'Value' },
    attachTo: document.body,
  })
  expect(shown()).toEqual(expected)
})

test('a currency is part of what was typed once it was chosen, or an amount stands beside it', async () => {
  input = open(null, 'USD')
  const typed = () => input.emitted<[TypedMoney]>('update:typed')?.at(-1)?.[0]
  await write(field('Value'), '5')
  expect(typed()).toEqual({ text: '5', currency: 'USD' })
  await write(field('Value'), '')
  expect(typed()).toEqual({ text: '', currency: '' })
  await write(field('Currency'), 'CNY')
  expect(typed()).toEqual({ text: '', currency: 'CNY' })
})

test.each([money(14500000, 'EUR'), money(52678250, 'USD'), money(1500, 'JPY')])(
  '%j is typed and read back as itself',
  (value) => {
    expect(moneyOf(typedMoney(value))).toEqual(value)
  },
)
