import type { Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Database } from './schema.ts'

/** What writes: a transaction, never the bare connection (querying that inside a transaction hangs for ever). */
export type Executor = Transaction<Database>

/** What reads: a view on which every writing method is a type error. */
export type ReadExecutor = ReadonlyKysely<Database>

/** Reading inside a transaction. */
export const reading = (trx: Executor): ReadExecutor => trx as unknown as ReadExecutor
