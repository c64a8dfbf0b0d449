import { expect, test } from 'vitest'
import { speak } from '../../../testing/mount.ts'
import {
  FILTER_FIELDS,
  type Filters,
  fieldsIn,
  keysOf,
  without,
  withChosen,
} from '#shared/telling/deals/filter-fields.ts'
import { chipWords } from '#shared/telling/deals/filter-words.ts'

const NAMES: Readonly<Record<string, string>> = { c1: 'Northwind', c2: 'Fabrikam', c3: 'Contoso' }

function chips(filters: object, locale: 'en' | 'zh-CN' = 'en') {
  const { t, format } = speak(locale)
  const given = filters as Filters
  return fieldsIn(given).map((field) =>
    chipWords(t, format, given, field, (value) => NAMES[value] ?? null, 'SEK' as never),
  )
}

test.each<[object, string]>([
  [{ statuses: ['won', 'lost'] }, 'Won and Lost'],
  [{ statuses: ['won', 'lost', 'expired'] }, 'Won, Lost and 1 more'],
  [{ types: ['co-sell', 'partner-to-partner', 'solution-assessment'] }, 'all but Private'],
  [{ stages: ['collect-data'] }, 'Collect data'],
  [{ closing: 'overdue' }, 'overdue'],
  [{ closeFrom: '2026-03-01' }, 'from Mar 1'],
  [{ closeTo: '2027-01-31' }, 'until Jan 31, 2027'],
  [{ closeFrom: '2026-03-01', closeTo: '2027-01-31' }, 'Mar 1 to Jan 31, 2027'],
  [{ currency: 'EUR' }, 'EUR'],
  [{ currency: 'EUR', minAmount: 10_000_000 }, 'EUR 100,000 or more'],
  [{ minHome: 10_000_000 }, 'SEK 100,000 or more, by your rates'],
  [{ customerIds: ['c1', 'c2', 'c3'] }, 'Northwind, Fabrikam and 1 more'],
  [{ customerIds: ['c1', 'unknown'] }, '2 customers'],
  [{ solutionIds: ['unknown'] }, '1 solution'],
  [{ countries: ['DE'] }, 'Germany'],
  [{ microsoft: 'none' }, 'not invited'],
  [{ expiringWithinDays: 1 }, 'within 1 day'],
  [{ registration: 'deal-review' }, 'Deal review'],
  [{ campaignId: 'SPRING' }, 'SPRING'],
  [{ text: 'cold' }, 'cold'],
])('%j is said as “%s”', (filters, words) => {
  expect(chips(filters)).toEqual([words])
})

test('in Chinese', () => {
  const filters = {
    statuses: ['won', 'lost'],
    closing: 'this-quarter',
    closeFrom: undefined,
    countries: ['CN'],
  }
  expect(chips(filters, 'zh-CN')).toEqual(['赢单和丢单', '本季度', '中国'])
})

const ALL: Filters = {
  statuses: ['won'],
  types: ['private'],
  stages: ['proposed'],
  closeFrom: '2026-03-01',
  currency: 'EUR',
  customerIds: ['c1'],
  solutionIds: ['s1'],
  countries: ['DE'],
  microsoft: 'none',
  expiringWithinDays: 0,
  registration: 'approved',
  campaignId: 'SPRING',
  text: 'cold',
}

test('every field stands in its place, and goes without touching the others', () => {
  expect(fieldsIn(ALL)).toEqual(FILTER_FIELDS)
  for (const field of FILTER_FIELDS) {
    const rest = without(ALL, field)
    expect(fieldsIn(rest)).toEqual(FILTER_FIELDS.filter((other) => other !== field))
    expect(Object.keys(rest)).not.toContain(keysOf(field)[0])
  }
})

test('what is let go does not narrow to nothing: it narrows no more', () => {
  expect(withChosen({ statuses: ['won'] }, 'status', [])).toEqual({})
  expect(withChosen({}, 'microsoft', ['pending'])).toEqual({ microsoft: 'pending' })
})
