import type { Profile } from '#shared/domain/company.ts'
import type { Locale } from '#shared/domain/settings.ts'
import type { CivilDate, Instant } from '#shared/domain/time.ts'
import type { Filters } from '#shared/ipc/contract/deals.ts'
import { RULEBOOK } from '#shared/rules/rulebook.ts'
import { fieldsIn } from '#shared/telling/deals/filter-fields.ts'
import { chipWords } from '#shared/telling/deals/filter-words.ts'
import { type Format, createFormat } from '#shared/telling/format.ts'
import { type Tell, tellerOf } from '#shared/telling/tell.ts'
import { headOf } from '../../db/event-log.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { PersonalData } from '../../db/personal-data.ts'
import { currentProfile } from '../company/profile.repository.ts'
import type { PageSize } from './document.ts'
import { type Markup, html } from './html.ts'

/** What every document rests on: language, company, the day it is seen from, and where the log ends. */
export interface Basis {
  readonly t: Tell
  readonly format: Format
  readonly locale: Locale
  readonly profile: Profile
  /** The day the document is seen from. */
  readonly day: CivilDate
  readonly log: { readonly hash: string; readonly last: Instant | null }
}

/** Reads what a document rests on. Days are written with their year: paper is read for years. */
export async function basisOf(
  db: ReadExecutor,
  personal: PersonalData,
  locale: Locale,
  day: CivilDate,
): Promise<Basis> {
  const { profile } = await currentProfile(db, personal)
  const { seq, hash } = await headOf(db)
  const last = await db
    .selectFrom('deal_events')
    .select('recorded_at')
    .where('seq', '=', seq)
    .executeTakeFirst()
  return {
    t: tellerOf(locale),
    format: createFormat(locale, 0),
    locale,
    profile,
    day,
    log: { hash, last: (last?.recorded_at ?? null) as Instant | null },
  }
}

const SHORT_HASH = 12

/** Paper as it is usual where the company is. */
const LETTER_COUNTRIES: ReadonlySet<string> = new Set(['US', 'CA', 'MX', 'CO', 'CL', 'PH'])
export const pageSizeOf = ({ locations }: Profile): PageSize =>
  LETTER_COUNTRIES.has(locations[0]?.country ?? '') ? 'letter' : 'A4'

/** Filters in a sentence; names of customers and solutions as the directory knows them. */
export async function filtersInWords(
  db: ReadExecutor,
  { t, format, profile }: Basis,
  filters: Filters,
): Promise<string> {
  const named = async (table: 'customers' | 'solutions', ids: readonly string[] = []) =>
    ids.length === 0 ? [] : db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()
  const names = new Map(
    [
      ...(await named('customers', filters.customerIds)),
      ...(await named('solutions', filters.solutionIds)),
    ].map(({ id, name }) => [id, name]),
  )
  const nameOf = (id: string) => names.get(id) ?? null
  return fieldsIn(filters)
    .map((field) => {
      const words = chipWords(t, format, filters, field, nameOf, profile.homeCurrency)
      return `${t(`filters.fields.${field}`)}${t('common.colon')}${words}`
    })
    .join(t('common.semicolon'))
}

/** The lines below every page. */
export const footOf = ({ t, format, day, log }: Basis, filters: string, own = ''): string[] => [
  ...(filters === '' ? [] : [t('paper.foot.filters', { filters })]),
  ...(own === '' ? [] : [own]),
  t('paper.foot.log', {
    date: format.fullDate(day),
    rulebook: RULEBOOK,
    log: log.hash.slice(0, SHORT_HASH),
  }),
]

/** The same facts for programs, the hash in full. */
export const factsOf = ({ day, log }: Basis, filters: string): Record<string, string> => ({
  'as-of': day,
  'last-event': log.last ?? '',
  filters,
  rulebook: RULEBOOK,
  'log-head': log.hash,
})

/** What a document rests on as pairs of words, its own facts first. */
export function basisPairs(
  { t, format, day, log }: Basis,
  filters: string,
  own: readonly (readonly [string, string])[],
): (readonly [string, string])[] {
  return [
    ...own,
    [t('paper.basis.filters'), filters === '' ? t('paper.basis.none') : filters],
    [t('paper.basis.asOf'), format.fullDate(day)],
    [t('paper.basis.last'), log.last ? format.dateTime(log.last) : t('paper.basis.nothing')],
    [t('paper.basis.rulebook'), RULEBOOK],
    [t('paper.basis.log'), log.hash],
  ]
}

/** The end of a document: where its numbers come from. */
export const basisPart = (t: Tell, pairs: readonly (readonly [string, string])[]): Markup => html`
  <section class="basis">
    <h2>${t('paper.basis.title')}</h2>
    <dl class="pairs">
      ${pairs.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>
`
