import { type Kysely, sql } from 'kysely'

/** Orders of a list: the name in an index, and its columns. */
const ORDERS = [
  ['attention', 'attention'],
  ['name', 'name'],
  ['customer', 'customer_name'],
  ['status', 'status'],
  ['type', 'type'],
  ['stage', 'percent'],
  ['value', 'value_currency, value_amount'],
  ['close_date', 'close_date'],
  ['country', 'country'],
  ['created', 'created_at'],
  ['updated', 'updated_at'],
] as const

const STATEMENTS = [
  // Ties are broken by the row number, which every index carries anyway; a list of both directions merges two.
  ...ORDERS.flatMap(([name, columns]) => [
    `DROP INDEX deals_by_${name}`,
    `DROP INDEX deals_direction_by_${name}`,
    `CREATE INDEX deals_direction_by_${name} ON deals (direction, ${columns})`,
  ]),
  // Favourites are few: all their orders together weigh less than one other index.
  `DROP INDEX deals_favorite`,
  ...ORDERS.map(
    ([name, columns]) => `CREATE INDEX deals_favorite_by_${name} ON deals (${columns}) WHERE favorite = 1`,
  ),
  `DROP INDEX deals_board`,
  `DROP INDEX deals_board_closed`,
  `DROP INDEX deals_board_received`,
  `CREATE INDEX deals_board ON deals (family, board_column, close_date)`,
  // SQLite does not see that "= 'won'" implies "IN ('won', 'lost')": the old index of closed deals was never used.
  `CREATE INDEX deals_board_closed ON deals (family, board_column, closed_at)
     WHERE board_column IS NOT NULL AND closed_at IS NOT NULL`,
  `CREATE INDEX deals_board_received ON deals (family, expires_at) WHERE board_column = 'received'`,
]

/** Half the indexes of deals, each half as large: most of an import was spent on writing them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
