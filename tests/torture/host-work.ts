import type { Envelope, Json } from '#shared/errors.ts'
import { parseCivilDate } from '#shared/domain/time.ts'
import { dealFile, dealRow } from '../support/deal-file.ts'
import type { Random } from '../support/random.ts'
import { Broken } from './promise-test.ts'

/** Rows of every import, so that half an import shows by its size. */
export const ROWS_PER_IMPORT = 20
const POLL_MS = 3
const TODAY = parseCivilDate('2027-01-15')!
const CLOSE_DATE = '2027-12-31'
const VALUE = { amount: 1_250_000, currency: 'EUR' }
const TEAM = [{ firstName: 'Iris', lastName: 'Novak', phone: '+31 20 555 0100', email: 'iris@example.com' }]
const STAGES = ['qualified', 'developed', 'proposed', 'negotiated']
const SMALL_NOTES = 30
const BIG_NOTES = 4000

/** The application as somebody uses it: a host, or an engine itself. */
export interface Tandem {
  call(name: string, input: Json): Promise<Envelope>
  /** Hands a file over; gives its id. */
  upload(bytes: Buffer): Promise<string>
}

/** Who is told what was answered "done", the moment it was. */
export interface Acknowledgements {
  readonly events: { add(id: string): unknown }
  /** By batch: how many deals it made. */
  readonly imports: { set(batchId: string, deals: number): unknown }
}

/** The application went away in the middle of a call: what a test may be about, not a failure. */
export class HostGone extends Error {}

type Answer = Readonly<Record<string, Json>>

/** Calls the host. A refusal by the rules is an answer too; any other error breaks the promise. */
async function call(host: Tandem, name: string, input: Json): Promise<Answer | null> {
  let envelope: Envelope
  try {
    envelope = await host.call(name, input)
  } catch {
    throw new HostGone()
  }
  if (envelope.ok) return envelope.value as Answer
  const { code, details } = envelope.error
  if (code === 'REFUSED' || code === 'CONFLICT') return null
  if (code === 'INTERNAL' && 'reference' in details && details.reference === 'engine') throw new HostGone()
  throw new Broken(`${name} answered ${code} ${JSON.stringify(details)}`)
}

const customer = (random: Random): Json => ({
  name: `Customer ${random.int(1, 500)}`,
  city: 'Rotterdam',
  country: 'NL',
})

const notes = (random: Random): string =>
  String(random.int(1, 1e9)).padEnd(random.percent(20) ? BIG_NOTES : SMALL_NOTES, 'n')

interface Known {
  readonly id: string
  readonly status: string
}

/** One person at work on deals: each step a use-case over the host's own interface. */
export class DealWorker {
  readonly #host: Tandem
  readonly #random: Random
  readonly #acknowledged: Acknowledgements
  readonly #deals: Known[] = []
  #solutionId = ''

  constructor(host: Tandem, random: Random, acknowledged: Acknowledgements) {
    this.#host = host
    this.#random = random
    this.#acknowledged = acknowledged
  }

  /** What a deal needs before there can be one. */
  async begin(): Promise<void> {
    const solution = await call(this.#host, 'solutions.save', { name: 'Tandem Suite', kind: 'own' })
    this.#solutionId = solution!['id'] as string
  }

  async step(): Promise<void> {
    const random = this.#random
    const deal = this.#deals.length > 0 ? random.pick(this.#deals) : null
    if (!deal || random.percent(25)) return random.percent(50) ? this.#create() : this.#receive()
    await this.#execute(deal.id, this.#commandFor(deal))
  }

  #commandFor(deal: Known): Json {
    const random = this.#random
    if (deal.status === 'received') {
      return random.percent(80)
        ? { kind: 'accept', name: 'Accepted', team: TEAM }
        : { kind: 'decline', reason: 'budget' }
    }
    return random.weighted<Json>([
      [4, { kind: 'mark-stage', stage: random.pick(STAGES) }],
      [4, { kind: 'edit', changes: { notes: notes(random) } }],
      [2, { kind: 'set-favorite', favorite: random.percent(50) }],
      [1, { kind: 'correct-stage', stage: 'qualified', note: notes(random) }],
      [1, random.percent(50) ? { kind: 'win' } : { kind: 'lose', reason: 'budget' }],
    ])
  }

  #create(): Promise<void> {
    return this.#execute(null, {
      kind: 'create',
      customer: customer(this.#random),
      name: `Deal ${this.#random.int(1, 1e6)}`,
      value: VALUE,
      closeDate: CLOSE_DATE,
      notes: notes(this.#random),
      team: TEAM,
      solutions: [{ id: this.#solutionId }],
    })
  }

  #receive(): Promise<void> {
    return this.#execute(null, {
      kind: 'receive',
      from: { kind: 'microsoft', organization: 'Microsoft' },
      customer: customer(this.#random),
      name: `Inbound ${this.#random.int(1, 1e6)}`,
      value: VALUE,
      closeDate: CLOSE_DATE,
      solutions: [],
    })
  }

  async #execute(dealId: string | null, command: Json): Promise<void> {
    const answer = await call(this.#host, 'deals.execute', { dealId, expectedVersion: null, command })
    if (!answer) return
    for (const id of answer['events'] as string[]) this.#acknowledged.events.add(id)
    const { id, status } = answer['deal'] as unknown as Known
    const known = this.#deals.findIndex((deal) => deal.id === id)
    this.#deals.splice(known < 0 ? this.#deals.length : known, known < 0 ? 0 : 1, { id, status })
  }
}

async function finishedJob(host: Tandem, jobId: Json): Promise<Answer> {
  for (;;) {
    const job = (await call(host, 'jobs.get', { jobId }))!
    if (job['state'] === 'done') return job['result'] as Answer
    if (job['state'] !== 'queued' && job['state'] !== 'running') {
      throw new Broken(`job ${JSON.stringify(job['state'])}: ${JSON.stringify(job['error'])}`)
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

/** Imports one file of new deals, from upload to commit. */
export async function importOnce(
  host: Tandem,
  random: Random,
  acknowledged: Acknowledgements,
): Promise<void> {
  const rows = Array.from({ length: ROWS_PER_IMPORT }, () => dealRow(random, 'accepted', TODAY))
  const fileId = await host.upload(dealFile(rows))
  const previewing = await call(host, 'imports.preview', { fileId, format: 'partner-center-csv' })
  const { importId } = await finishedJob(host, previewing!['jobId']!)
  const committing = await call(host, 'imports.commit', { importId: importId! })
  const { batchId, created } = await finishedJob(host, committing!['jobId']!)
  acknowledged.imports.set(batchId as string, created as number)
}
