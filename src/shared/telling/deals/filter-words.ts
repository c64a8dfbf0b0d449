import type { CivilDate } from '#shared/domain/time.ts'
import type { Currency } from '#shared/domain/money.ts'
import type { Format } from '../format.ts'
import type { Tell, TellKey } from '../tell.ts'
import { type FilterField, type Filters, KINDS, chosenOf } from './filter-fields.ts'

const NAMED = 2
/** Naming what is left out is shorter once so many are chosen. */
const MANY = 3

const LABELS: Partial<Record<FilterField, string>> = {
  status: 'labels.status',
  type: 'labels.typeShort',
  stage: 'labels.stage',
  microsoft: 'labels.partyStatus',
  registration: 'labels.registration',
}

/** The word of a value that is ours, or of one that needs none but its own. */
export function valueWord(t: Tell, format: Format, field: FilterField, value: string): string {
  if (field === 'microsoft' && value === 'none') return t('filters.microsoftNone')
  if (field === 'country') return format.country(value)
  const labels = LABELS[field]
  return labels ? t(`${labels}.${value}` as TellKey) : value
}

/** Words in a row: a few by name, of many how many more. */
export function chosenWords(
  t: Tell,
  format: Format,
  words: readonly string[],
  left: readonly string[] = [],
): string {
  if (words.length >= MANY && left.length === 1) return t('filters.allBut', { what: left[0]! })
  if (words.length <= NAMED) return format.list(words)
  return t('filters.more', {
    names: words.slice(0, NAMED).join(t('common.comma')),
    count: words.length - NAMED,
  })
}

function closeWords(t: Tell, format: Format, { closing, closeFrom, closeTo }: Filters): string {
  if (closing) return t(`filters.closing.${closing}`)
  const from = closeFrom ? format.date(closeFrom as CivilDate) : ''
  const to = closeTo ? format.date(closeTo as CivilDate) : ''
  if (from && to) return t('filters.fromTo', { from, to })
  return from ? t('filters.from', { from }) : t('filters.until', { to })
}

function valueWords(
  t: Tell,
  format: Format,
  { currency, minAmount, minHome }: Filters,
  home: Currency,
): string {
  if (minHome !== undefined) {
    return t('filters.atLeastWorth', { money: format.money({ amount: minHome, currency: home }) })
  }
  if (currency && minAmount !== undefined) {
    return t('filters.atLeast', {
      money: format.money({ amount: minAmount, currency: currency as Currency }),
    })
  }
  return currency ?? format.number(minAmount ?? 0)
}

/** What a chip says of its field. `nameOf`: the names of customers and solutions, as far as they are known yet; `home`: our currency. */
export function chipWords(
  t: Tell,
  format: Format,
  filters: Filters,
  field: FilterField,
  nameOf: (value: string) => string | null,
  home: Currency,
): string {
  const kind = KINDS[field]
  if (kind.from !== 'own') {
    const chosen = chosenOf(filters, field)
    if (field === 'customer' || field === 'solution') {
      const names = chosen.flatMap((value) => nameOf(value) ?? [])
      return names.length < chosen.length
        ? t(`filters.some.${field}`, { count: chosen.length })
        : chosenWords(t, format, names)
    }
    const word = (value: string) => valueWord(t, format, field, value)
    const left = kind.from === 'words' && kind.many ? kind.options.filter((one) => !chosen.includes(one)) : []
    return chosenWords(t, format, chosen.map(word), left.map(word))
  }
  if (field === 'close') return closeWords(t, format, filters)
  if (field === 'value') return valueWords(t, format, filters, home)
  if (field === 'expiring') return t('filters.withinDays', { count: filters.expiringWithinDays ?? 0 })
  return filters.text ?? ''
}
