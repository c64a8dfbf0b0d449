import { describe, expect, it, test } from 'vitest'
import type { Currency } from '../../domain/money.ts'
import { type CivilDate, addCivilDays } from '../../domain/time.ts'
import {
  CRM_WINDOW_DAYS,
  type DealFacts,
  WINDOW_DAYS,
  byLikeness,
  crmKey,
  likeness,
  sketchOf,
} from './likeness.ts'
import { organisationWords } from './organisation-name.ts'
import { isTypoOf, slipsBetween } from './typo.ts'

const DAY = '2027-02-26' as CivilDate
const euros = (amount: number) => ({ amount, currency: 'EUR' as Currency })
const castanho = { name: 'Castanho Alimentos, Lda.', country: 'PT', duns: null }

const deal = (changes: Partial<DealFacts> = {}): DealFacts => ({
  name: 'Cold-chain telemetry',
  customer: castanho,
  crmId: null,
  value: euros(86_000_50),
  closeDate: DAY,
  ...changes,
})
const customer = (changes: Partial<NonNullable<DealFacts['customer']>>) => ({
  customer: { ...castanho, ...changes },
})
const other = (changes: Partial<DealFacts>) => likeness(sketchOf(deal()), sketchOf(deal(changes)))
const days = (count: number) => ({ closeDate: addCivilDays(DAY, count) })

test.each([
  ['The Contoso Trading Co., Ltd.', 'contoso trading'],
  ['CONTOSO TRADING PTY LTD', 'contoso trading'],
  ['Müller & Söhne GmbH & Co. KG', 'muller sohne'],
  ['Ｃｏｎｔｏｓｏ　Ｔｒａｄｉｎｇ', 'contoso trading'],
  ['Fabrikam S.p.A.', 'fabrikam'],
  ["L'Atelier S.A.R.L.", 'latelier'],
  ['深圳云帆科技（中国）有限公司', '深圳云帆科技 中国'],
  ['株式会社山田製作所', '山田製作所'],
  ['The Limited', 'limited'],
  ['有限公司', '有限公司'],
])('%s is known as "%s"', (name, known) => {
  expect(organisationWords(name).join(' ')).toBe(known)
})

test.each([
  ['Fabrikam', 'Fabricam', true],
  ['fabrikam', 'fabirkam', true],
  ['fabrikam', 'fabrikm', true],
  ['northwindtraders', 'norhtwindtradrs', true],
  ['northwindtraders', 'northwindtrading', false],
  ['acme', 'acne', false],
  ['store12', 'store13', false],
  ['云帆科技', '云航科技', false],
  ['深圳云帆科技', '深圳云航科技', true],
])('%s and %s are a slip apart: %s', (a, b, slip) => {
  expect(isTypoOf(a, b)).toBe(slip)
  expect(isTypoOf(b, a)).toBe(slip)
})

test('slips are counted up to a number and no further', () => {
  const count = (a: string, b: string, most: number) => slipsBetween([...a], [...b], most)
  expect([count('abcdef', 'abcdef', 2), count('abcdef', 'badcfe', 3), count('abcdef', 'uvwxyz', 2)]).toEqual([
    0, 3, 3,
  ])
})

test.each([
  ['CRM-20418', 'crm20418'],
  [' crm 20418 ', 'crm20418'],
  ['n/a', null],
  ['TBD', null],
  ['000', null],
  ['-', null],
  [null, null],
])('the CRM ID %s is compared as %s', (written, key) => expect(crmKey(written)).toBe(key))

describe('deals look like one', () => {
  it('by customer and name, as far apart as the window goes', () => {
    expect(other(days(9))).toEqual({ reasons: ['customer', 'name', 'value'], daysApart: 9 })
    expect(other(days(-WINDOW_DAYS))).not.toBeNull()
    expect(other(days(WINDOW_DAYS + 1))).toBeNull()
  })
  it('whatever the form and spelling of the customer', () => {
    expect(other(customer({ name: 'CASTANHO ALIMENTOS' }))?.reasons[0]).toBe('customer')
    expect(other(customer({ name: 'Castahno Alimentos SA' }))?.reasons[0]).toBe('customer-alike')
    expect(other(customer({ country: 'BR' }))).toBeNull()
    expect(other({ customer: null })).toBeNull()
  })
  it('by D-U-N-S, which also tells entities of one name apart', () => {
    const numbered = sketchOf(deal(customer({ duns: '012345678' })))
    const against = (changes: Parameters<typeof customer>[0]) =>
      likeness(numbered, sketchOf(deal(customer(changes))))
    expect(against({ name: 'CA Holding', country: 'ES', duns: '012345678' })?.reasons[0]).toBe('duns')
    expect(against({ duns: '999999999' })).toBeNull()
    expect(against({})?.reasons[0]).toBe('customer')
  })
  it('by CRM ID alone, unless it comes back for a renewal', () => {
    const crm = sketchOf(deal({ crmId: 'CRM-20418' }))
    const renamed = { name: 'Warehouse', ...customer({ name: 'Elsewhere' }), value: null, crmId: 'crm 20418' }
    const after = (count: number) => likeness(crm, sketchOf(deal({ ...renamed, ...days(count) })))
    expect(after(100)).toEqual({ reasons: ['crm-id'], daysApart: 100 })
    expect(after(CRM_WINDOW_DAYS)).not.toBeNull()
    expect(after(CRM_WINDOW_DAYS + 1)).toBeNull()
    expect(likeness(crm, sketchOf(deal({ ...renamed, closeDate: null })))?.daysApart).toBeNull()
  })
  it('with a related name where the value says the same', () => {
    const related = { name: 'Telemetry for cold-chain, Lisbon depot' }
    expect(other({ ...related, value: euros(86_500_00) })?.reasons).toEqual(['customer', 'name', 'value'])
    expect(other({ ...related, value: euros(40_000_00) })).toBeNull()
    expect(other({ ...related, value: { amount: 86_000_50, currency: 'USD' as Currency } })).toBeNull()
  })
  it('by the very same odd value alone, if they close within two weeks', () => {
    expect(other({ name: 'Depot sensors', ...days(14) })?.reasons).toEqual(['customer', 'value'])
    expect(other({ name: 'Depot sensors', ...days(15) })).toBeNull()
    const round = { value: euros(50_000_00) }
    expect(likeness(sketchOf(deal(round)), sketchOf(deal({ ...round, name: 'Depot sensors' })))).toBeNull()
  })
  it('not where a number in the name differs', () => {
    const named = (a: string, b: string, value = euros(1_00)) =>
      likeness(sketchOf(deal({ name: a, value })), sketchOf(deal({ name: b })))
    expect(named('Rollout phase 1', 'Rollout phase 2', euros(86_000_50))).toBeNull()
    expect(named('平台建设一期', '平台建设二期')).toBeNull()
    expect(named('平台建设', '平台建设二期')).toBeNull()
    expect(named('数据中心迁移', '数据中心搬移')).not.toBeNull()
    expect(named('Castanho rollout', 'Rollout for Castanho')).not.toBeNull()
  })
  it('while nothing is known yet, not at all', () => {
    const blank = sketchOf({ name: '', customer: null, crmId: null, value: null, closeDate: null })
    expect(likeness(blank, blank)).toBeNull()
    expect(other({ name: '', value: null })).toBeNull()
  })
})

test('the strongest reason comes first, then the nearest date', () => {
  const found = [
    { reasons: ['customer', 'name'], daysApart: 3 },
    { reasons: ['customer', 'name', 'value'], daysApart: 20 },
    { reasons: ['crm-id'], daysApart: null },
    { reasons: ['customer', 'name'], daysApart: 1 },
  ] as const
  expect([...found].sort(byLikeness)).toEqual([found[2], found[1], found[3], found[0]])
})
