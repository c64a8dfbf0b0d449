import { writeSync } from 'node:fs'
import { Readable } from 'node:stream'
import { startEngine } from '#main/workers/engine-client.ts'
import { Random } from '../support/random.ts'
import { type Acknowledgements, DealWorker, type Tandem, importOnce } from './host-work.ts'

/**
 * A process that works on a data folder through the built engine until it is killed: people at deals, or imports one
 * after the other. It says on its output, line by
 * line and at once, what it was answered: "starting", "serving", an event's id, an import's batch and size, "broken".
 */
const [engineHref, dataDir, seed, work] = process.argv.slice(2)
const PEOPLE = 3

const say = (...words: (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`)

const acknowledged: Acknowledgements = {
  events: { add: (id) => say('event', id) },
  imports: { set: (batchId, deals) => say('import', batchId, deals) },
}

async function forEver(work: () => Promise<void>): Promise<never> {
  for (;;) await work()
}

async function person(tandem: Tandem, random: Random): Promise<never> {
  const worker = new DealWorker(tandem, random, acknowledged)
  await worker.begin()
  return forEver(() => worker.step())
}

try {
  const random = new Random(Number(seed))
  const next = () => new Random(random.int(0, 1e9))
  const data = { dataDir: dataDir!, host: 'loopback', version: '0.0.0-torture', capabilities: [] } as const
  say('starting')
  const engine = await startEngine(new URL(engineHref!), data, (entry) =>
    say('broken', JSON.stringify(entry)),
  )
  const tandem: Tandem = {
    call: (name, input) => engine.call(name, input),
    upload: async (bytes) => (await engine.files.put('deals.csv', Readable.from([bytes]))).fileId,
  }
  say('serving')
  const importing = next()
  if (work === 'import') await forEver(() => importOnce(tandem, importing, acknowledged))
  await Promise.all(Array.from({ length: PEOPLE }, () => person(tandem, next())))
} catch (error) {
  say('broken', error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error))
  process.exit(1)
}
