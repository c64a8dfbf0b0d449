import { tmpdir } from 'node:os'
import BetterSqlite3, { type Statement } from 'better-sqlite3'
import { type Application, createCore } from '#main/core/create-core.ts'
import { FileStore } from '#main/core/files/file-store.ts'
import { runLongTask } from '#main/core/jobs/run-long-task.ts'
import type { LogEntry } from '#main/core/ports.ts'
import { type Connection, connect } from '#main/db/connection.ts'
import type { ReadExecutor } from '#main/db/executor.ts'
import { migrate } from '#main/db/migrate.ts'
import { openReader, openWriter } from '#main/db/open.ts'
import { FakeClock, FakeTimers } from '../support/application.ts'
import { testFonts } from '../support/fonts.ts'
import { customer, person } from '../support/deal-commands.ts'
import type { Surroundings } from './model-deal.ts'
import type { Directory } from './wishes.ts'

/** The application under the model, with everything a sequence needs to drive it. */
export interface World {
  app: Application
  readonly clock: FakeClock
  readonly directory: Directory
  readonly around: Omit<Surroundings, 'now' | 'today' | 'days' | 'doubted'>
  /** Days an invitation may be answered, as the profile says now. */
  days: number
  /** How far the computer's clock is behind the time that is trusted; 0 while nobody doubts it. */
  behindMs: number
  readonly log: readonly LogEntry[]
  /** Whether the database outlives the application. */
  readonly onFile: boolean
  readonly files: FileStore
  readonly nextId: () => string
  /** Calls a procedure that must succeed. */
  call<T>(name: string, input: unknown): Promise<T>
  /** Rows of a query of our own, past the application. */
  readonly rows: (query: string, ...parameters: unknown[]) => unknown[]
  /** Closes and opens the file again; `dropped` when the connection is gone already. Only a world on a file can. */
  reopen(dropped: boolean): Promise<void>
  close(): Promise<void>
}

interface Store {
  open(): Promise<{ writer: Connection; reader: Connection }>
  close(app: Application): Promise<void>
  readonly dataDir: string
}

/** Ids in order and the same in every run: a failing sequence is then the same to the last byte. */
function countedIds(): () => string {
  let count = 0
  return () => {
    count += 1
    return `01900000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
  }
}

/** One database in memory, with the schema, triggers and constraints of the real one. */
const inMemory: Store = {
  dataDir: tmpdir(),
  open: async () => {
    const raw = new BetterSqlite3(':memory:')
    for (const pragma of [
      'foreign_keys = 1',
      'trusted_schema = 0',
      'secure_delete = 0',
      'journal_mode = MEMORY',
    ])
      raw.pragma(pragma)
    const writer = connect(raw, 'begin immediate')
    await migrate(writer)
    return { writer, reader: connect(raw, 'begin deferred') }
  },
  // Both connections are one handle here: it can be closed only once.
  close: async ({ core }) => void core.writer.raw.close(),
}

const onFile = (dataDir: string): Store => ({
  dataDir,
  open: async () => ({ writer: await openWriter(dataDir), reader: openReader(dataDir) }),
  close: (app) => app.close(),
})

export interface WorldOptions {
  /** Whether our company may sell solution assessments. */
  readonly vetted: boolean
  readonly checkOutputs: boolean
  /** A folder to keep the database in; null: in memory. */
  readonly dataDir: string | null
}

const PARTNER_ID = 'P-KESTREL'

/** An application with a directory to choose from. */
export async function openWorld({ vetted, checkOutputs, dataDir }: WorldOptions): Promise<World> {
  const store = dataDir === null ? inMemory : onFile(dataDir)
  const clock = new FakeClock()
  const newId = countedIds()
  const log: LogEntry[] = []
  const files = new FileStore(store.dataDir, newId)
  const begin = async (): Promise<Application> => {
    const { writer, reader } = await store.open()
    const timers = new FakeTimers()
    const app = createCore({
      writer,
      reader,
      files,
      checkOutputs,
      ports: {
        clock,
        timers,
        newId,
        log: (entry) => log.push(entry),
        runLongTask: (task, control) =>
          runLongTask(
            task,
            {
              db: reader.db as unknown as ReadExecutor,
              writer: async () => writer,
              files,
              newId,
              breathe: () => timers.breathe(),
              clock,
              fonts: testFonts,
            },
            control,
          ),
        host: { kind: 'loopback', version: '0.0.0-model', capabilities: [], reportsSuspends: false },
      },
    })
    await app.start()
    return app
  }
  let app = await begin()
  const prepared = new Map<string, Statement>()
  const statementOf = (query: string): Statement => {
    const known = prepared.get(query)
    if (known) return known
    const statement = app.core.writer.raw.prepare(query)
    prepared.set(query, statement)
    return statement
  }
  const call = async <T>(name: string, input: unknown): Promise<T> => {
    const envelope = await app.dispatch(name, input)
    if (!envelope.ok) throw new Error(`${name}: ${JSON.stringify(envelope.error)}`)
    return envelope.value as T
  }
  const idOf = async (name: string, input: unknown) => (await call<{ id: string }>(name, input)).id
  const solution = (name: string, kind: string, incentive: string | null = null) =>
    idOf('solutions.save', { name, kind, incentive })
  const partner = (name: string, partnerId: string) =>
    idOf('partners.save', { name, partnerId, country: 'NL' })

  const { locations } = await call<{ locations: { id: string }[] }>('profile.save', {
    companyName: 'Kestrel Cloud',
    partnerId: PARTNER_ID,
    assessmentEligible: vetted,
    locations: [{ name: 'Stockholm', country: 'SE' }],
    user: person('Mara'),
  })
  const plain = await solution('Plain', 'own')
  const reviewed = await solution('ColdTrace', 'own', 'ip-co-sell')
  const business = await solution('Ledger', 'third-party', 'business-apps')
  const assessments = [await solution('Cost check', 'assessment'), await solution('Move check', 'assessment')]
  const partners = [await partner('Brink', 'P-BRINK'), await partner('Solace', 'P-SOLACE')]
  const directory: Directory = {
    // What a number of 0 chooses stands first: a solution that can be registered leads furthest.
    solutions: [reviewed, plain, business],
    assessments,
    partners,
    location: locations[0]!.id,
    customerId: await idOf('customers.save', customer('Known Customer')),
  }
  return {
    get app() {
      return app
    },
    clock,
    directory,
    around: {
      vetted,
      locations: new Set([directory.location]),
      solutions: new Map<string, { assessment: boolean; incentive: string | null }>([
        [plain, { assessment: false, incentive: null }],
        [reviewed, { assessment: false, incentive: 'ip-co-sell' }],
        [business, { assessment: false, incentive: 'business-apps' }],
        ...assessments.map((id) => [id, { assessment: true, incentive: null }] as const),
      ]),
      self: await partner('Kestrel itself', PARTNER_ID),
    },
    days: 14,
    behindMs: 0,
    log,
    onFile: dataDir !== null,
    files,
    nextId: newId,
    call,
    rows: (query, ...parameters) => statementOf(query).all(...parameters),
    reopen: async (dropped) => {
      if (dropped) await app.core.reader.db.destroy()
      else await store.close(app)
      prepared.clear()
      app = await begin()
    },
    close: () => store.close(app),
  }
}
