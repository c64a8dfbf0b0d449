import { type SqlBool, sql } from 'kysely'
import type { Deal, Status } from '#shared/domain/deal.ts'
import type { DealId } from '#shared/domain/ids.ts'
import { addCivilDays } from '#shared/domain/time.ts'
import { notFound } from '#shared/errors.ts'
import type { Parsed } from '#shared/ipc/contract.ts'
import type { DealTwin } from '#shared/ipc/contract/deals.ts'
import {
  type DealFacts,
  WINDOW_DAYS,
  byLikeness,
  crmKey,
  likeness,
  sketchOf,
} from '#shared/rules/duplicates/likeness.ts'
import { organisationName, placesOf, sameOrganisation } from '#shared/rules/duplicates/organisation-name.ts'
import { digitsOf } from '#shared/rules/duplicates/typo.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { customerById, prefixRange } from '../directory/directory.repository.ts'
import { ROW_COLUMNS, type StoredRow, rowView } from './deal-row.ts'

/** Deals worth a warning: what was lost, declined or left to expire may well be begun again. */
const OPEN: readonly Status[] = ['received', 'accepted']
export const LIVE: readonly Status[] = [...OPEN, 'won']

const SHOWN = 5
/** Names and deals looked at for each way there is to them: enough for any directory, and an end to odd ones. */
const MOST_NAMES = 1000
const MOST_DEALS = 500
/** What stands before a name now and then, and is no part of it. */
const LEADING = ['', 'the ', '株式会社']

/** CRM IDs as their index holds them; `crmKey` is at least as strict. */
export const CRM_KEY = sql<string>`replace(replace(replace(replace(lower(crm_id), ' ', ''), '-', ''), '_', ''), '/', '')`

type Customer = NonNullable<DealFacts['customer']>

/** Entries of the directory that mean this customer: by number, or by a name that is alike in its country. */
async function sameCustomers(db: ReadExecutor, { name, country, duns }: Customer): Promise<string[]> {
  const byNumber =
    duns === null ? [] : await db.selectFrom('customers').select('id').where('duns', '=', duns).execute()
  const meant = organisationName(name)
  if (meant.key === '') return byNumber.map(({ id }) => id)
  const { head, middles } = placesOf(meant.key)
  const named = db.selectFrom('customers').select(['id', 'name_key'])
  // The plus keeps SQLite from walking through a whole country: few names begin with the same letters.
  const byHead = LEADING.map((leading) => {
    const [from, to] = prefixRange(`${leading}${head}`)
    return named
      .where('name_key', '>=', from)
      .where('name_key', '<=', to)
      .where(sql<string>`+country`, '=', country)
  })
  const byMiddle = named
    .where('country', '=', country)
    .where(sql<SqlBool>`substr(name_key, 4, 3) IN (${sql.join(middles)})`)
  const found = await Promise.all([...byHead, byMiddle].map((query) => query.limit(MOST_NAMES).execute()))
  // Most of what stands at such a place is told apart by its digits; only the rest is worth a closer look.
  const digits = digitsOf(meant.whole)
  const alike = found
    .flat()
    .filter((row) => digitsOf(row.name_key) === digits)
    .filter((row) => sameOrganisation(organisationName(row.name_key), meant) !== null)
  return [...new Set([...byNumber, ...alike].map(({ id }) => id))]
}

interface Asked {
  readonly except: readonly DealId[]
  readonly openOnly: boolean | undefined
}

type Candidate = StoredRow & { readonly duns: string | null }

async function candidates(
  db: ReadExecutor,
  { customer, closeDate, crmId }: DealFacts,
  { except, openOnly }: Asked,
): Promise<Candidate[]> {
  const deals = db
    .selectFrom('deals')
    .leftJoin('customers', 'customers.id', 'deals.customer_id')
    .select(ROW_COLUMNS.map((column) => `deals.${column}` as const))
    .select('customers.duns')
    .where('deals.status', 'in', [...(openOnly ? OPEN : LIVE)])
    .where('deals.id', 'not in', [...except, ''])
    .limit(MOST_DEALS)
  const key = crmKey(crmId)
  const byCrm = key ? await deals.where('crm_id', 'is not', null).where(CRM_KEY, '=', key).execute() : []
  if (!customer || !closeDate) return byCrm
  const customerIds = await sameCustomers(db, customer)
  const byCustomer = await deals
    .where('customer_id', 'in', [...customerIds, ''])
    .where('close_date', '>=', addCivilDays(closeDate, -WINDOW_DAYS))
    .where('close_date', '<=', addCivilDays(closeDate, WINDOW_DAYS))
    .execute()
  return [...new Map([...byCrm, ...byCustomer].map((row) => [row.id, row])).values()]
}

async function twins(db: ReadExecutor, facts: DealFacts, asked: Asked): Promise<DealTwin[]> {
  const sketch = sketchOf(facts)
  const rows = await candidates(db, facts, asked)
  return rows
    .flatMap(({ duns, ...row }) => {
      const deal = rowView(row)
      const customer = { name: deal.customerName, country: deal.country, duns }
      const alike = likeness(sketch, sketchOf({ ...deal, customer }))
      return alike ? [{ deal, reasons: [...alike.reasons], daysApart: alike.daysApart }] : []
    })
    .sort(byLikeness)
    .slice(0, SHOWN)
}

/** The deal each of some was copied from: who copies a deal knows that the two are alike. */
async function sourcesOf(db: ReadExecutor, ids: readonly DealId[]): Promise<Map<DealId, DealId>> {
  const rows = await db
    .selectFrom('deal_events')
    .select(['deal_id', sql<string | null>`json_extract(body, '$.sourceDealId')`.as('source')])
    .where('deal_id', 'in', [...ids])
    .where('deal_version', '=', 1)
    .execute()
  return new Map(
    rows.flatMap(({ deal_id, source }) => (source ? [[deal_id as DealId, source as DealId]] : [])),
  )
}

/** Deals that look like one of ours, those apart that it was copied from or that were copied from it. */
export async function twinsOf(
  db: ReadExecutor,
  deal: Deal,
  openOnly: boolean | undefined,
): Promise<DealTwin[]> {
  const found = await twins(db, deal, { except: [deal.id], openOnly })
  if (found.length === 0) return found
  const sources = await sourcesOf(db, [deal.id, ...found.map((twin) => twin.deal.id)])
  return found.filter(
    (twin) => sources.get(deal.id) !== twin.deal.id && sources.get(twin.deal.id) !== deal.id,
  )
}

type Written = Extract<Parsed<'deals.duplicates'>, { deal: unknown }>['deal']

/** Deals that look like one being written. Errors: NOT_FOUND for a customer the directory does not have. */
export async function twinsOfWritten(db: ReadExecutor, written: Written, asked: Asked): Promise<DealTwin[]> {
  return twins(db, { ...written, customer: await customerOf(db, written.customer) }, asked)
}

async function customerOf(db: ReadExecutor, given: Written['customer']): Promise<Customer | null> {
  if (given === null || !('id' in given)) return given
  const known = await customerById(db, given.id)
  if (!known) throw notFound('customer', given.id)
  return known
}
