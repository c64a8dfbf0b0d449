import type { CompiledQuery, Insertable } from 'kysely'
import type { Executor } from './executor.ts'
import type { Database } from './schema.ts'

const MOST_KEPT = 200

/** Inserts of many rows by table, columns and number of rows: building one costs more than carrying it out. */
const compiled = new Map<string, CompiledQuery>()

/** Inserts rows that all have the same columns, so many in one statement. Errors: what SQLite says. */
export async function insertRows<T extends keyof Database>(
  trx: Executor,
  table: T,
  rows: readonly Insertable<Database[T]>[],
  rowsPerInsert: number,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    const slice = rows.slice(start, start + rowsPerInsert)
    const columns = Object.keys(slice[0]!)
    const key = `${table} ${columns.join()} ${slice.length}`
    let query = compiled.get(key)
    if (!query) {
      if (compiled.size >= MOST_KEPT) compiled.clear()
      query = trx.insertInto(table).values(slice).compile()
      compiled.set(key, query)
    }
    const parameters = slice.flatMap((row) =>
      columns.map((column) => (row as Record<string, unknown>)[column]),
    )
    await trx.executeQuery({ ...query, parameters })
  }
}
