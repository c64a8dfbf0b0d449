import { copyFileSync, existsSync, mkdtempSync, rmSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { CivilDate } from '#shared/domain/time.ts'
import type { Input, Output, ProcedureName } from '#shared/ipc/contract.ts'
import { type Application, createCore } from '#main/core/create-core.ts'
import { FileStore } from '#main/core/files/file-store.ts'
import { databaseFile, openReader, openWriter } from '#main/db/open.ts'
import { FakeTimers } from '../support/application.ts'
import {
  type CommandInput,
  addPartner,
  addSolution,
  create,
  partnerInvite,
  person,
  receive,
} from '../support/deal-commands.ts'
import { Computer } from './computer.ts'
import type { Beginning, Expiry, Running, Tandem, Told } from './tandem.ts'

const FAR = '2099-12-31'
const MEMORY_DISK = '/dev/shm'

interface Directory {
  readonly solution: string
  readonly partners: readonly string[]
}

/** Opens the real core on a data folder, with the computer of a world for a clock. */
async function open(dataDir: string, computer: Computer, reportsSuspends: boolean) {
  const timers = new FakeTimers()
  const errors: string[] = []
  const app = createCore({
    writer: await openWriter(dataDir),
    reader: openReader(dataDir),
    files: new FileStore(dataDir, uuidv7),
    ports: {
      clock: computer,
      timers,
      newId: uuidv7,
      log: (entry) => void (entry.level === 'error' && errors.push(JSON.stringify(entry))),
      runLongTask: () => Promise.reject(new Error('no long work in a simulated world')),
      host: { kind: 'loopback', version: '0', capabilities: [], reportsSuspends },
    },
  })
  await app.start()
  return { app, timers, errors }
}

/** Ends everything of an application without a word to it, as a kill would: only what is committed stays. */
async function abandon(app: Application): Promise<void> {
  await app.core.reader.db.destroy()
  await app.core.writer.db.destroy()
}

const dealOf = (deal: Output<'deals.get'>): readonly Running[] => [
  ...(deal.status === 'received' ? [{ dealId: deal.id, clockId: deal.id, expiresAt: deal.expiresAt! }] : []),
  ...deal.parties
    .filter(({ status }) => status === 'pending')
    .map(({ id, expiresAt }) => ({ dealId: deal.id, clockId: id, expiresAt: expiresAt! })),
]

/** The application itself: real core, real scheduler, real SQLite. */
class SqliteTandem implements Tandem {
  readonly moreThanASlice = 51
  readonly #dataDir: string
  readonly #directory: Directory
  readonly #computer: Computer
  readonly #reportsSuspends: boolean
  #running: Awaited<ReturnType<typeof open>> | null = null

  constructor(dataDir: string, directory: Directory, computer: Computer, reportsSuspends: boolean) {
    this.#dataDir = dataDir
    this.#directory = directory
    this.#computer = computer
    this.#reportsSuspends = reportsSuspends
  }

  get #app(): Application {
    return this.#running!.app
  }

  async #call<N extends ProcedureName>(
    name: N,
    input: Input<N>,
  ): Promise<Output<N> | 'REFUSED' | 'CLOCK_UNCERTAIN' | 'INVALID_INPUT'> {
    const envelope = await this.#app.dispatch(name, input)
    this.#mustBeWell()
    if (envelope.ok) return envelope.value as unknown as Output<N>
    const { code } = envelope.error
    if (code === 'REFUSED' || code === 'CLOCK_UNCERTAIN' || code === 'INVALID_INPUT') return code
    throw new Error(`${name}: ${JSON.stringify(envelope.error)}`)
  }

  #mustBeWell(): void {
    const { errors } = this.#running!
    if (errors.length > 0) throw new Error(errors.join('\n'))
  }

  async start(): Promise<void> {
    this.#running = await open(this.#dataDir, this.#computer, this.#reportsSuspends)
    this.#mustBeWell()
  }

  async close(): Promise<void> {
    await this.#app.close()
    this.#mustBeWell()
  }

  async kill(): Promise<void> {
    await abandon(this.#app)
  }

  /** A trigger that fails stands for the kill: the transaction it falls into is gone, as with a real one. */
  async killMidSweep(afterEvents: number): Promise<void> {
    const { raw } = this.#app.core.writer
    const { seq } = raw.prepare('SELECT coalesce(max(seq), 0) AS seq FROM deal_events').get() as {
      seq: number
    }
    raw.exec(`CREATE TEMP TRIGGER killed BEFORE INSERT ON main.deal_events WHEN NEW.seq > ${seq + afterEvents}
              BEGIN SELECT RAISE(ABORT, 'killed'); END`)
    await this.#app.look()
    await abandon(this.#app)
  }

  async minute(): Promise<void> {
    this.#running!.timers.fire()
    await this.#settled()
  }

  /** SQLite answers at once, so what a tick has begun is through when the thread has had nothing left to do. */
  async #settled(): Promise<void> {
    const { timers } = this.#running!
    await timers.breathe()
    await this.#app.look()
    await timers.breathe()
    this.#mustBeWell()
  }

  async woke(): Promise<void> {
    await this.#app.resume()
    this.#mustBeWell()
  }

  async use(): Promise<void> {
    await this.#call('app.info', {})
  }

  async sweepTogether(): Promise<void> {
    const { timers } = this.#running!
    timers.fire()
    await Promise.all([this.use(), this.#app.look(), this.use(), this.#app.look()])
    await this.#settled()
  }

  async begin(beginning: Beginning): Promise<readonly Running[] | 'uncertain'> {
    const dealId = beginning.kind === 'invite-another' ? beginning.dealId : null
    const known = await this.running()
    const command = this.#commandFor(beginning)
    const answer = await this.#call('deals.execute', { dealId, expectedVersion: null, command })
    if (answer === 'CLOCK_UNCERTAIN') return 'uncertain'
    if (typeof answer === 'string') throw new Error(`${answer}: ${JSON.stringify(beginning)}`)
    return dealOf(answer.deal).filter(({ clockId }) => !known.has(clockId))
  }

  #commandFor(beginning: Beginning): CommandInput {
    const { solution, partners } = this.#directory
    const invites = partners.map((partner) => ({ ...partnerInvite(partner, solution), closeDate: FAR }))
    switch (beginning.kind) {
      case 'receive':
        return receive({ closeDate: FAR, ...(beginning.expiresAt && { expiresAt: beginning.expiresAt }) })
      case 'invite':
        return create(solution, {
          closeDate: FAR,
          contact: person('Iris'),
          consent: true,
          microsoft: { help: 'general' },
          partners: invites.slice(0, beginning.partners),
        })
      case 'invite-another':
        return { kind: 'invite-partner', invite: invites[beginning.partner]! }
    }
  }

  async answer({ dealId, clockId }: Running): Promise<'done' | 'refused' | 'uncertain'> {
    const command =
      clockId === dealId
        ? { kind: 'accept' as const, name: 'In time', team: [person()], closeDate: FAR }
        : { kind: 'record-answer' as const, partyId: clockId, answer: 'accepted' as const }
    const answer = await this.#call('deals.execute', { dealId, expectedVersion: null, command })
    return answer === 'CLOCK_UNCERTAIN' ? 'uncertain' : typeof answer === 'string' ? 'refused' : 'done'
  }

  async confirm(today: CivilDate): Promise<readonly string[] | 'refused'> {
    const answer = await this.#call('app.confirm-clock', { today })
    return typeof answer === 'string' ? 'refused' : answer.expiredMeanwhile
  }

  told(): Told {
    const { highWater, hold } = this.#app.core.clock.memory
    return { now: highWater, hold: hold?.why ?? null }
  }

  #rows<T>(query: string): T[] {
    return this.#app.core.writer.raw.prepare(query).all() as T[]
  }

  async running(): Promise<ReadonlySet<string>> {
    const rows = this.#rows<{ id: string }>(`
      SELECT id FROM deals WHERE status = 'received'
      UNION ALL SELECT party_id FROM deal_parties WHERE status = 'pending'`)
    return new Set(rows.map(({ id }) => id))
  }

  async expiries(): Promise<readonly Expiry[]> {
    const rows = this.#rows<{ dealId: string; party: string | null; at: Expiry['at'] }>(`
      SELECT deal_id AS dealId, body ->> 'partyId' AS party, at FROM deal_events
       WHERE kind IN ('expired', 'party-expired') ORDER BY seq`)
    return rows.map(({ dealId, party, at }) => ({ dealId, clockId: party ?? dealId, at }))
  }

  /** Ends what a broken world left open. */
  async leave(): Promise<void> {
    if (this.#running?.app.core.writer.raw.open) await abandon(this.#running.app)
  }
}
/** Data folders for one world after the other, each a copy of an empty application that knows a solution and partners. */
export class SqliteStore {
  readonly #root: string
  readonly #template: string
  readonly #directory: Directory
  #current: { readonly dataDir: string; readonly tandem: SqliteTandem } | null = null

  private constructor(root: string, template: string, directory: Directory) {
    this.#root = root
    this.#template = template
    this.#directory = directory
  }

  /** In memory where the system has such a disk: what survives a loss of power is for other tests. */
  static async create(): Promise<SqliteStore> {
    const root = mkdtempSync(join(existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir(), 'tandem-worlds-'))
    const template = join(root, 'template')
    mkdirSync(template)
    const directory = await furnish(template)
    return new SqliteStore(root, template, directory)
  }

  tandem(computer: Computer, reportsSuspends: boolean): SqliteTandem {
    const dataDir = join(this.#root, 'world')
    mkdirSync(dataDir)
    copyFileSync(databaseFile(this.#template), databaseFile(dataDir))
    const tandem = new SqliteTandem(dataDir, this.#directory, computer, reportsSuspends)
    this.#current = { dataDir, tandem }
    return tandem
  }

  /** The world is over. */
  async clear(): Promise<void> {
    if (!this.#current) return
    await this.#current.tandem.leave()
    rmSync(this.#current.dataDir, { recursive: true, force: true })
    this.#current = null
  }

  async remove(): Promise<void> {
    await this.clear()
    rmSync(this.#root, { recursive: true, force: true })
  }
}

/** What an invitation needs. It leaves no event and no memory of a clock behind. */
async function furnish(dataDir: string): Promise<Directory> {
  const { app } = await open(dataDir, new Computer(Date.UTC(2026, 0, 2)), false)
  const call = async <N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const envelope = await app.dispatch(name, input)
    if (!envelope.ok) throw new Error(JSON.stringify(envelope.error))
    return envelope.value as unknown as Output<N>
  }
  const solution = await addSolution({ call })
  const partners = [await addPartner({ call }), await addPartner({ call }, 'Southgate GmbH')]
  await app.close()
  const writer = await openWriter(dataDir)
  writer.raw.exec('DELETE FROM clock_state; DELETE FROM inbox_state')
  writer.raw.pragma('wal_checkpoint(TRUNCATE)')
  await writer.db.destroy()
  return { solution, partners }
}
