import type BetterSqlite3 from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type LimitNode,
  type QueryCompiler,
  SqliteDialect,
  SqliteQueryCompiler,
  type SqliteDatabase,
  type SqliteStatement,
  ValueNode,
} from 'kysely'
import type { Database } from './schema.ts'

/** Marks a file as ours: "TNDM" (PROMISES 6.1). */
export const APPLICATION_ID = 0x544e444d

const MOST_PREPARED = 500

/** Keeps statements prepared between calls: Kysely would compile each query anew. */
function withPreparedStatements(raw: BetterSqlite3.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => raw.close(),
    prepare(sql) {
      let statement = prepared.get(sql)
      if (!statement) {
        if (prepared.size >= MOST_PREPARED) prepared.clear()
        statement = raw.prepare(sql)
        prepared.set(sql, statement)
      }
      return statement
    },
  }
}

/**
 * How transactions begin. SQLite's own "begin" is deferred: on a writer, a read before the write would make it fail
 * at once (PROMISES F3). A reader begins deferred: it takes a snapshot and nothing else.
 */
type Begin = 'begin immediate' | 'begin deferred'

/**
 * Writes a limit into the text of a query. As a bound value SQLite plans the query anew each time it is bound, which
 * costs more than looking up a row. The few limits there are keep the texts few.
 */
class TandemQueryCompiler extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const limit = ValueNode.is(node.limit) ? node.limit.value : null
    if (!Number.isSafeInteger(limit)) return super.visitLimit(node)
    this.append(`limit ${String(limit)}`)
  }
}

class TandemDialect extends SqliteDialect {
  readonly #begin: Begin

  constructor(database: SqliteDatabase, begin: Begin) {
    super({ database })
    this.#begin = begin
  }

  override createQueryCompiler(): QueryCompiler {
    return new TandemQueryCompiler()
  }

  override createDriver(): Driver {
    const driver = super.createDriver()
    driver.beginTransaction = async (connection: DatabaseConnection) => {
      await connection.executeQuery(CompiledQuery.raw(this.#begin))
    }
    return driver
  }
}

/** An open database: Kysely for every query, the handle for pragmas and closing. */
export interface Connection {
  readonly db: Kysely<Database>
  readonly raw: BetterSqlite3.Database
}

/** Wraps an open handle. Anything that opens a file goes through open.ts. */
export function connect(raw: BetterSqlite3.Database, begin: Begin): Connection {
  const dialect = new TandemDialect(withPreparedStatements(raw), begin)
  return { db: new Kysely<Database>({ dialect }), raw }
}
