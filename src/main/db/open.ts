import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import { APPLICATION_ID, type Connection, connect } from './connection.ts'
import { migrate } from './migrate.ts'
import { isStillEmpty, lookAt } from './ownership.ts'

/** What every connection must read back after opening (PROMISES 6.1). `synchronous` 2 is FULL: see F1. */
const PROFILE = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  busy_timeout: 250,
  secure_delete: 1,
  temp_store: 2,
  wal_autocheckpoint: 1000,
  journal_size_limit: 16 * 1024 * 1024,
  fullfsync: process.platform === 'darwin' ? 1 : 0,
} as const

/**
 * Pages a connection keeps in memory, in KiB, taken only as they are used. SQLite's own 2 MiB made an import write the
 * same index pages to the log over and over.
 */
const WRITER_CACHE_KIB = 32 * 1024
/** The same for a connection that carries out one large transaction: its indexes should fit. */
export const BULK_CACHE_KIB = 64 * 1024
const READER_CACHE_KIB = 16 * 1024

const OLDEST_SQLITE = [3, 51, 3] // fixes the WAL-reset corruption

export const databaseFile = (dataDir: string): string => join(dataDir, 'tandem.db')
const lockFile = (dataDir: string): string => join(dataDir, 'tandem.lock.db')

const settingOf = (raw: BetterSqlite3.Database, name: string): unknown => raw.pragma(name, { simple: true })

/** The profile as the connection reports it now. */
export const readProfile = (raw: BetterSqlite3.Database): Record<keyof typeof PROFILE, unknown> =>
  Object.fromEntries(Object.keys(PROFILE).map((name) => [name, settingOf(raw, name)])) as never

function applyProfile(raw: BetterSqlite3.Database): void {
  for (const [name, value] of Object.entries(PROFILE)) raw.pragma(`${name} = ${value}`)
  // SQLite forgets synchronous at the first access of a fresh WAL file, so read first and only then look (F1).
  raw.prepare('SELECT count(*) FROM sqlite_schema').get()
  const read = readProfile(raw)
  for (const [name, value] of Object.entries(PROFILE)) {
    const actual = read[name as keyof typeof PROFILE]
    if (actual !== value) throw new Error(`database profile: ${name} is ${String(actual)}, not ${value}`)
  }
}

function checkSqlite(raw: BetterSqlite3.Database): void {
  const version = raw.prepare('SELECT sqlite_version() AS version').get() as { version: string }
  const parts = version.version.split('.').map(Number)
  const difference = OLDEST_SQLITE.map((oldest, index) => parts[index]! - oldest).find((by) => by !== 0) ?? 0
  if (difference < 0) throw new Error(`SQLite ${version.version} is too old`)
}

/** Prepares a handle for writing: profile and mark. */
function takeOver(raw: BetterSqlite3.Database, cacheKib: number): void {
  checkSqlite(raw)
  const fresh = isStillEmpty(raw)
  applyProfile(raw)
  raw.pragma(`cache_size = -${cacheKib}`)
  if (fresh) raw.pragma(`application_id = ${APPLICATION_ID}`)
}

/**
 * Opens the one writing connection, creating and migrating the database as needed.
 * Errors: READ_ONLY (folder not writable, data of a newer application or of another one), else what SQLite says.
 */
export async function openWriter(dataDir: string, cacheKib = WRITER_CACHE_KIB): Promise<Connection> {
  const file = databaseFile(dataDir)
  let raw: BetterSqlite3.Database | null = null
  try {
    if (existsSync(file)) lookAt(file)
    const fresh = !existsSync(file)
    raw = new BetterSqlite3(file)
    // Before the first page: SQLite gives its log files the mode the database has then.
    if (fresh && process.platform !== 'win32') chmodSync(file, 0o600)
    takeOver(raw, cacheKib)
    const connection = connect(raw, 'begin immediate')
    await migrate(connection)
    return connection
  } catch (error) {
    raw?.close()
    throw readable(error)
  }
}

/** Opens a reading connection beside the writer: sees committed data only, can change nothing. */
export function openReader(dataDir: string): Connection {
  const raw = new BetterSqlite3(databaseFile(dataDir), { readonly: true, fileMustExist: true })
  raw.pragma('trusted_schema = 0')
  raw.pragma('query_only = 1')
  raw.pragma('busy_timeout = 250')
  raw.pragma('temp_store = 2')
  raw.pragma(`cache_size = -${READER_CACHE_KIB}`)
  return connect(raw, 'begin deferred')
}

const LOCK_WAIT_MS = 250

/** Locks held by this process. Module-wide: a handle nobody refers to is collected and its lock goes (F5). */
const heldLocks = new Map<string, BetterSqlite3.Database>()

/**
 * Takes the instance lock of a data folder for the life of the process. Two processes on one database would each
 * believe their own commits (PROMISES F4). Errors: BUSY when another process has it. Waits a quarter of a second:
 * of two that ask at the same moment each is in the other's way for an instant, and one of them must get it.
 */
export function acquireLock(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const raw = new BetterSqlite3(lockFile(dataDir), { timeout: LOCK_WAIT_MS })
    try {
      raw.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      raw.close()
      throw error
    }
    heldLocks.set(dataDir, raw)
    return () => {
      heldLocks.delete(dataDir)
      raw.close()
    }
  } catch (error) {
    if (sqliteCode(error).startsWith('SQLITE_BUSY')) throw new AppError('BUSY', { what: 'data-folder' })
    throw readable(error)
  }
}

const sqliteCode = (error: unknown): string => (error instanceof BetterSqlite3.SqliteError ? error.code : '')

const readable = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (
    code.startsWith('SQLITE_READONLY') ||
    code === 'SQLITE_CANTOPEN' ||
    code === 'EACCES' ||
    code === 'EROFS'
  ) {
    return new AppError('READ_ONLY', { why: 'folder-not-writable' })
  }
  return error
}
