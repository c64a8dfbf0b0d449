import BetterSqlite3 from 'better-sqlite3'
import { databaseFile } from '#main/db/open.ts'
import type { Random } from '../support/random.ts'
import type { Build } from '../support/build.ts'
import type { BenchApplication } from './application.ts'
import type { Row, Skipped } from './measure.ts'

/** What every group of rows is given. */
export interface BenchContext {
  readonly bench: BenchApplication
  /** A bare reading connection on the same database: the floor of reads. */
  readonly raw: BetterSqlite3.Database
  readonly build: Build
  readonly deals: number
  readonly random: Random
  /** A folder for files of this run only. */
  readonly scratch: string
}

/** Measures some rows of PERFORMANCE.md. */
export type Group = (context: BenchContext) => Promise<(Row | Skipped)[]>

export const openRaw = (dataDir: string): BetterSqlite3.Database =>
  new BetterSqlite3(databaseFile(dataDir), { readonly: true })

/** A function that goes round a list, one item a call. */
export function inTurn<T>(items: readonly T[]): () => T {
  let next = 0
  return () => items[next++ % items.length]!
}
