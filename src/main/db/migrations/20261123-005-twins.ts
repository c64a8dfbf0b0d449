import { type Kysely, sql } from 'kysely'

const STATEMENTS = [
  // Deals of one customer that close about the same time.
  `DROP INDEX deals_customer`,
  `CREATE INDEX deals_customer ON deals (customer_id, close_date)`,
  // However somebody spelled it: "CRM-20418" and "crm 20418" are one.
  `CREATE INDEX deals_crm ON deals (
     replace(replace(replace(replace(lower(crm_id), ' ', ''), '-', ''), '_', ''), '/', '')
   ) WHERE crm_id IS NOT NULL`,
  // A name whose first letters are wrong is found by those behind them; all of it is here, so that no row is looked up.
  `CREATE INDEX customers_name_middle ON customers (country, substr(name_key, 4, 3), name_key)`,
]

/** Finds deals that look like another one without reading them all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
