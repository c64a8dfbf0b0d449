import { expect, test, vi } from 'vitest'
import type { Locale } from '#shared/domain/settings.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { ANNA, NOW, dealView } from '../../../testing/deals.ts'
import { setUp } from '../../../testing/mount.ts'
import { useDetailTexts } from './detail-texts.ts'

const CUSTOMER = dealView().customer
const texts = (over: Partial<DealView>, locale: Locale = 'en') =>
  setUp(() => useDetailTexts(() => dealView(over)), { locale }).result

test.each<[string, Partial<DealView['customer']>, string]>([
  ['in full', { duns: '012345678' }, 'Hafenstraße 12, 20457 Hamburg, Germany · D‑U‑N‑S 012 345 678'],
  ['without a number', {}, 'Hafenstraße 12, 20457 Hamburg, Germany'],
  ['without a street', { addressLine1: '' }, '20457 Hamburg, Germany'],
  ['with a city alone', { addressLine1: '', postalCode: null }, 'Hamburg, Germany'],
  ['with a country alone', { addressLine1: '', postalCode: null, city: '' }, 'Germany'],
])('an address %s', (_what, over, expected) => {
  expect(texts({ customer: { ...CUSTOMER, ...over } }).address.value).toBe(expected)
})

test('an address in Chinese', () => {
  const customer = { ...CUSTOMER, duns: '012345678' }
  expect(texts({ customer }, 'zh-CN').address.value).toBe(
    'Hafenstraße 12，20457 Hamburg，德国 · D‑U‑N‑S 012 345 678',
  )
})

test.each<[string, Partial<DealView>, string, string]>([
  ['nobody', {}, '', ''],
  [
    'a person',
    { contact: ANNA },
    '+49 30 1234 · anna@fabrikam.example',
    '+49 30 1234 · anna@fabrikam.example',
  ],
  ['a consent', { consent: { at: NOW, by: null } }, 'consent recorded Mar 2', '3月2日 记录同意'],
  [
    'both',
    { contact: { ...ANNA, phone: '' }, consent: { at: NOW, by: 'Bo Li' } },
    'anna@fabrikam.example · consent recorded Mar 2 by Bo Li',
    'anna@fabrikam.example · 3月2日 由 Bo Li 记录同意',
  ],
])('the line of the contact with %s', (_what, over, english, chinese) => {
  vi.useFakeTimers({ now: Date.parse(NOW) })
  try {
    const line = (locale: Locale) =>
      texts(over, locale)
        .contactParts.value.map(({ text }) => text)
        .join(' · ')
    expect(line('en')).toBe(english)
    expect(line('zh-CN')).toBe(chinese)
  } finally {
    vi.useRealTimers()
  }
})
