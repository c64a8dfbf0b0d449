import type { Incentives } from '#shared/rules/registration.ts'
import type { Selectable } from 'kysely'
import type { Customer, CustomerInput, Partner, Solution } from '#shared/domain/company.ts'
import type { CustomerId, PartnerId, SolutionId } from '#shared/domain/ids.ts'
import type { Person } from '#shared/domain/person.ts'
import type { Executor, ReadExecutor } from '../../db/executor.ts'
import type { PersonalData } from '../../db/personal-data.ts'
import type { CustomersTable, PeopleTable, SolutionsTable } from '../../db/schema.ts'

/** Who brought a directory entry: what a sample brought goes with it. */
export type DirectoryOrigin = 'person' | 'import' | 'sample'

const MOST_IDS = 500

/** How names are compared: case, width and accents apart, white space collapsed. */
export const nameKey = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** The bounds of all keys that begin with a text: what an index can look up. */
export const prefixRange = (text: string): [from: string, to: string] => {
  const key = nameKey(text)
  return [key, `${key}\u{10ffff}`]
}

export const customerFrom = (row: Selectable<CustomersTable>): Customer => ({
  id: row.id as CustomerId,
  name: row.name,
  addressLine1: row.address_line1,
  addressLine2: row.address_line2,
  city: row.city,
  state: row.state,
  postalCode: row.postal_code,
  country: row.country,
  duns: row.duns,
})

export const solutionFrom = (row: Selectable<SolutionsTable>): Solution => ({
  id: row.id as SolutionId,
  name: row.name,
  kind: row.kind as Solution['kind'],
  publisher: row.publisher,
  externalId: row.external_id,
  incentive: row.incentive as Solution['incentive'],
})

export const personFrom = (row: Selectable<PeopleTable>): Person => ({
  firstName: row.first_name,
  lastName: row.last_name,
  phone: row.phone,
  email: row.email,
})

export async function customerById(db: ReadExecutor, id: CustomerId): Promise<Customer | null> {
  const row = await db.selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? customerFrom(row) : null
}

/** The entry for the very same organisation at the very same address; null when there is none. */
export async function matchingCustomer(db: ReadExecutor, input: CustomerInput): Promise<Customer | null> {
  const rows = await db
    .selectFrom('customers')
    .selectAll()
    .where('name_key', '=', nameKey(input.name))
    .where('country', '=', input.country)
    .where('city_key', '=', nameKey(input.city))
    .execute()
  const same = rows.find(
    (row) =>
      nameKey(row.address_line1) === nameKey(input.addressLine1) &&
      (row.duns === null || input.duns === null || row.duns === input.duns),
  )
  return same ? customerFrom(same) : null
}

const ROWS_PER_INSERT = 100

const customerRow = (customer: Customer, origin: DirectoryOrigin) => ({
  id: customer.id,
  name: customer.name.trim(),
  name_key: nameKey(customer.name),
  address_line1: customer.addressLine1,
  address_line2: customer.addressLine2,
  city: customer.city,
  city_key: nameKey(customer.city),
  state: customer.state,
  postal_code: customer.postalCode,
  country: customer.country,
  duns: customer.duns,
  origin,
})

export async function saveCustomers(
  trx: Executor,
  customers: readonly Customer[],
  origin: DirectoryOrigin,
): Promise<void> {
  for (let start = 0; start < customers.length; start += ROWS_PER_INSERT) {
    const rows = customers.slice(start, start + ROWS_PER_INSERT)
    await trx
      .insertInto('customers')
      .values(rows.map((customer) => customerRow(customer, origin)))
      .execute()
  }
}

export const saveCustomer = (trx: Executor, customer: Customer, origin: DirectoryOrigin): Promise<void> =>
  saveCustomers(trx, [customer], origin)

/** Puts an entry right. Who brought it stays. */
export async function changeCustomer(trx: Executor, customer: Customer): Promise<void> {
  const { id, origin: _brought, ...values } = customerRow(customer, 'person')
  await trx.updateTable('customers').set(values).where('id', '=', id).execute()
}

export async function solutionsByIds(
  db: ReadExecutor,
  ids: readonly SolutionId[],
): Promise<Map<SolutionId, Solution>> {
  const found = new Map<SolutionId, Solution>()
  for (let start = 0; start < ids.length; start += MOST_IDS) {
    const chunk = ids.slice(start, start + MOST_IDS)
    const rows = await db.selectFrom('solutions').selectAll().where('id', 'in', chunk).execute()
    for (const row of rows) found.set(row.id as SolutionId, solutionFrom(row))
  }
  return found
}

/** The entry that has an id of Partner Center's; null when none has. */
export async function solutionByExternalId(db: ReadExecutor, externalId: string): Promise<Solution | null> {
  const row = await db
    .selectFrom('solutions')
    .selectAll()
    .where('external_id', '=', externalId)
    .executeTakeFirst()
  return row ? solutionFrom(row) : null
}

export async function saveSolution(
  trx: Executor,
  solution: Solution,
  origin: DirectoryOrigin,
): Promise<void> {
  const values = {
    name: solution.name.trim(),
    name_key: nameKey(solution.name),
    kind: solution.kind,
    publisher: solution.publisher,
    external_id: solution.externalId,
    incentive: solution.incentive,
  }
  await trx
    .insertInto('solutions')
    .values({ id: solution.id, origin, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}

export async function partnersByIds(
  db: ReadExecutor,
  personal: PersonalData,
  ids: readonly PartnerId[],
): Promise<Map<PartnerId, Partner>> {
  const rows = await db
    .selectFrom('partners')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  const contacts = await personal.open<Person | null>(
    db,
    rows.map((row) => contactRef(row.contact)),
  )
  return new Map(
    rows.map((row, index) => [
      row.id as PartnerId,
      {
        id: row.id as PartnerId,
        name: row.name,
        partnerId: row.partner_id,
        country: row.country,
        contact: contacts[index] ?? null,
      },
    ]),
  )
}

/** The first partner that has a Partner Center number; null when none has. */
export async function partnerByNumber(
  db: ReadExecutor,
  personal: PersonalData,
  partnerId: string,
): Promise<Partner | null> {
  const row = await db
    .selectFrom('partners')
    .select('id')
    .where('partner_id', '=', partnerId)
    .orderBy('id')
    .executeTakeFirst()
  if (!row) return null
  const id = row.id as PartnerId
  return (await partnersByIds(db, personal, [id])).get(id) ?? null
}

const contactRef = (personId: string | null): string =>
  personId === null ? 'null' : JSON.stringify({ $person: personId })

export async function savePartner(
  trx: Executor,
  personal: PersonalData,
  partner: Partner,
  origin: DirectoryOrigin,
): Promise<void> {
  const values = {
    name: partner.name.trim(),
    name_key: nameKey(partner.name),
    partner_id: partner.partnerId,
    country: partner.country,
    contact: partner.contact ? await personal.personId(trx, partner.contact) : null,
  }
  await trx
    .insertInto('partners')
    .values({ id: partner.id, origin, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}

/** Which of some solutions earn an incentive. */
export const incentivesOf = (solutions: ReadonlyMap<SolutionId, Solution>): Incentives =>
  new Map([...solutions].flatMap(([id, { incentive }]) => (incentive ? [[id, incentive] as const] : [])))
