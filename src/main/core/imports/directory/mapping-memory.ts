import type { ColumnMapping, DirectoryFormat } from '#shared/domain/directory-tables.ts'
import { type Executor, type ReadExecutor, reading } from '../../../db/executor.ts'
import { COLUMN } from '../partner-center-csv/columns.ts'

/** What was said of a header: the columns of a file in whatever order, without the one our errors file adds. */
interface Remembered {
  readonly columns: readonly string[]
  readonly mapping: ColumnMapping
}

/** Headers remembered of each kind; the one not used for longest is forgotten first. */
const MOST_HEADERS = 50

const keyOf = (format: DirectoryFormat): string => `import-mapping:${format}`
const setOf = (columns: readonly string[]): string[] =>
  columns.filter((column) => column !== COLUMN.errors).sort()
const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((column, index) => column === b[index])

async function allRemembered(db: ReadExecutor, format: DirectoryFormat): Promise<Remembered[]> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', keyOf(format))
    .executeTakeFirst()
  return row ? (JSON.parse(row.value) as Remembered[]) : []
}

/** The mapping a file of this very header was imported with; null where there was none. */
export async function rememberedMapping(
  db: ReadExecutor,
  format: DirectoryFormat,
  columns: readonly string[],
): Promise<ColumnMapping | null> {
  const set = setOf(columns)
  const known = (await allRemembered(db, format)).find((one) => isSame(one.columns, set))
  return known?.mapping ?? null
}

/** Keeps what a person said of a header, in the transaction of the import it was said for. */
export async function rememberMapping(
  trx: Executor,
  format: DirectoryFormat,
  columns: readonly string[],
  mapping: ColumnMapping,
): Promise<void> {
  const set = setOf(columns)
  const others = (await allRemembered(reading(trx), format)).filter((one) => !isSame(one.columns, set))
  const value = JSON.stringify([{ columns: set, mapping }, ...others].slice(0, MOST_HEADERS))
  await trx
    .insertInto('settings')
    .values({ key: keyOf(format), value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
