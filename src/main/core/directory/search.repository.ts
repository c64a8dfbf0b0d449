import { type SqlBool, sql } from 'kysely'
import type { Customer, Solution, SolutionKind } from '#shared/domain/company.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type { CustomerId, PartnerId } from '#shared/domain/ids.ts'
import type { Person } from '#shared/domain/person.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { PersonalData } from '../../db/personal-data.ts'
import { customerFrom, nameKey, personFrom, prefixRange, solutionFrom } from './directory.repository.ts'

/** Whether a column holds a text somewhere after `before`; signs that LIKE knows are letters here. */
const holds = (column: string, text: string, before = '%') =>
  sql<SqlBool>`${sql.ref(column)} LIKE ${`${before}${text.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`

export interface CustomerSearch {
  readonly text: string
  readonly country?: string | undefined
  readonly city?: string | undefined
  readonly duns?: string | undefined
}

/** Customers by the beginning of their name or of a word in it, of their city and number (RULEBOOK 6.1). */
export async function searchCustomers(
  db: ReadExecutor,
  { text, country, city, duns }: CustomerSearch,
  limit: number,
): Promise<Customer[]> {
  let select = db.selectFrom('customers').selectAll().orderBy('name_key').orderBy('id').limit(limit)
  if (text.trim() !== '') {
    const [from, to] = prefixRange(text)
    select = select.where((when) =>
      when.or([
        when.and([when('name_key', '>=', from), when('name_key', '<=', to)]),
        holds('name_key', nameKey(text), '% '),
      ]),
    )
  }
  if (country !== undefined) select = select.where('country', '=', country)
  if (city !== undefined && city.trim() !== '') {
    const [from, to] = prefixRange(city)
    select = select.where('city_key', '>=', from).where('city_key', '<=', to)
  }
  const digits = duns?.replace(/\D/g, '') ?? ''
  if (digits !== '') select = select.where('duns', 'like', `${digits}%`)
  return (await select.execute()).map(customerFrom)
}

/** Partners by part of their name or the beginning of their number. */
export async function searchPartnerIds(db: ReadExecutor, text: string, limit: number): Promise<PartnerId[]> {
  const found = await db
    .selectFrom('partners')
    .select('id')
    .where((when) => when.or([holds('name_key', nameKey(text)), holds('partner_id', text.trim(), '')]))
    .orderBy('name_key')
    .orderBy('id')
    .limit(limit)
    .execute()
  return found.map(({ id }) => id as PartnerId)
}

/** Solutions of some kinds by part of their name, publisher or external id. */
export async function searchSolutions(
  db: ReadExecutor,
  text: string,
  kinds: readonly SolutionKind[],
  limit: number,
): Promise<Solution[]> {
  let select = db.selectFrom('solutions').selectAll().orderBy('name_key').orderBy('id').limit(limit)
  if (kinds.length > 0) select = select.where('kind', 'in', [...kinds])
  if (text.trim() !== '') {
    const key = nameKey(text)
    select = select.where((when) =>
      when.or([holds('name_key', key), holds('publisher', key), holds('external_id', text.trim())]),
    )
  }
  return (await select.execute()).map(solutionFrom)
}

/** Writing that sets no blanks between words. */
const HAN = /\p{Script=Han}/u

/** Whether every word of a text begins a word of a person's name or address; of a Chinese name, stands in it. */
function isMeant({ firstName, lastName, email }: Person, text: string): boolean {
  const name = ` ${nameKey(`${firstName} ${lastName} ${email}`)}`
  return nameKey(text)
    .split(' ')
    .every((word) => name.includes(HAN.test(word) ? word : ` ${word}`))
}

/** Somebody of an earlier deal. */
type KnownPerson = Person & { readonly dealName: string | null }

/**
 * Whoever was last on one of our teams, one for each e-mail address, newest first (RULEBOOK 6.4): of all, or of those a
 * text means.
 */
export async function recentPeople(db: ReadExecutor, text: string, limit: number): Promise<KnownPerson[]> {
  const rows = db
    .selectFrom('people')
    .leftJoin('deals', 'deals.id', 'people.team_deal_id')
    .selectAll('people')
    .select('deals.name as deal_name')
    .where('team_at', 'is not', null)
    .orderBy('team_at', 'desc')
    .stream()
  const newest = new Map<string, KnownPerson>()
  const seen = new Set<string>()
  for await (const row of rows) {
    const email = row.email.toLowerCase()
    const person = personFrom(row)
    if (!seen.has(email) && isMeant(person, text)) newest.set(email, { ...person, dealName: row.deal_name })
    seen.add(email)
    if (newest.size === limit) break
  }
  return [...newest.values()]
}

/** Deals of one customer that are looked through for contacts. */
const DEALS_OF_A_CUSTOMER = 60

/** Whom the newest deals of a customer name as their contact, one for each e-mail address, newest first: all, or those a text means. */
export async function contactsOf(
  db: ReadExecutor,
  personal: PersonalData,
  customerId: CustomerId,
  text: string,
  limit: number,
): Promise<KnownPerson[]> {
  const rows = await db
    .selectFrom('deals')
    .select('state')
    .where('customer_id', '=', customerId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(DEALS_OF_A_CUSTOMER)
    .execute()
  const deals = await personal.open<Deal>(
    db,
    rows.map(({ state }) => state),
  )
  const known = new Map<string, KnownPerson>()
  for (const { contact, name } of deals) {
    const email = contact?.email.toLowerCase()
    if (contact && email && !known.has(email)) known.set(email, { ...contact, dealName: name })
  }
  return [...known.values()].filter((person) => isMeant(person, text)).slice(0, limit)
}
