import { spawnSync } from 'node:child_process'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { createDeflateRaw } from 'node:zlib'
import type { Json } from '#shared/errors.ts'
import type { Exported } from '#shared/ipc/contract/exchange.ts'
import { databaseFile } from '#main/db/open.ts'
import { type LoopbackHost, startHost } from '../../support/loopback-host.ts'
import { programOnPath } from '../../support/tools.ts'
import type { BenchContext, Group } from '../bench-context.ts'
import { type Row, type Skipped, measure, rowOf, sizeRow, timed } from '../measure.ts'
import { fileOf } from '../seed.ts'
import { meanwhileRows, measureMeanwhile } from './meanwhile.ts'

const POLL_MS = 5

const EXPORTED = `SELECT name, customer_name, status, type, direction, stage, percent, value_amount, value_currency,
  close_date, country, microsoft, expires_at, crm_id, campaign_id, referral_id FROM deals ORDER BY attention, rowid`

/** Runs the command line of SQLite and fails loudly. */
function sqlite(program: string, args: readonly string[], output: 'ignore' | number = 'ignore'): void {
  const { status, stderr } = spawnSync(program, args, { stdio: ['ignore', output, 'pipe'] })
  if (status !== 0) throw new Error(`sqlite3: ${String(stderr)}`)
}

/** Exports everything once, in this process, and gives the file. */
async function exported({ bench, deals }: BenchContext, format: 'deals-csv' | 'deals-xlsx'): Promise<string> {
  const { jobId } = await bench.call('exports.start', { format, selection: { tab: 'all' } })
  const { rows, fileId } = await bench.job<Exported>(jobId)
  if (rows < deals) throw new Error(`exported ${rows} of ${deals}`)
  return (await bench.files.get(fileId)).path
}

async function xlsxExport(context: BenchContext): Promise<Row> {
  const csv = await exported(context, 'deals-csv')
  const target = join(context.scratch, 'floor.deflated')
  const row = await measure({
    id: '10',
    work: `XLSX export of ${context.deals}`,
    floor: 'deflating the CSV',
    budget: { text: '≤ 6 ×', mostRatio: 6 },
    samples: 1,
    rounds: 5,
    run: async () => rmSync(await exported(context, 'deals-xlsx')),
    runFloor: () => pipeline(createReadStream(csv), createDeflateRaw(), createWriteStream(target)),
  })
  rmSync(csv)
  return row
}

async function csvExport(context: BenchContext, program: string): Promise<Row> {
  const { bench, deals, scratch } = context
  const target = join(scratch, 'floor.csv')
  return measure({
    id: '9',
    work: `CSV export of ${deals}`,
    floor: 'sqlite3 -csv',
    budget: { text: '≤ 1.3 ×', mostRatio: 1.3 },
    samples: 1,
    rounds: 5,
    run: async () => rmSync(await exported(context, 'deals-csv')),
    runFloor: () => {
      const file = openSync(target, 'w')
      sqlite(program, ['-csv', databaseFile(bench.dataDir), EXPORTED], file)
      closeSync(file)
    },
  })
}

interface Imported {
  readonly ms: number
  /** Most memory the process ever held, in megabytes; null where the system does not tell. */
  readonly residentMegabytes: number | null
}

function mostResident(pid: number): number | null {
  const status = `/proc/${pid}/status`
  if (!existsSync(status)) return null
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]) / 1024
}

async function call<T>(host: LoopbackHost, name: string, input: Json): Promise<T> {
  const envelope = await host.call(name, input)
  if (!envelope.ok) throw new Error(JSON.stringify(envelope.error))
  return envelope.value as T
}

async function jobDone<T>(host: LoopbackHost, name: string, input: Json): Promise<T> {
  const { jobId } = await call<{ jobId: string }>(host, name, input)
  for (;;) {
    const { state, result, error } = await call<{ state: string; result: T; error: Json }>(host, 'jobs.get', {
      jobId,
    })
    if (state === 'done') return result
    if (state !== 'running' && state !== 'queued') throw new Error(JSON.stringify(error))
    await wait(POLL_MS)
  }
}

/** Imports a file into an empty folder the way a person does, through the built host. */
async function importThroughHost({ build, deals, scratch }: BenchContext, csv: Buffer): Promise<Imported> {
  const dataDir = join(scratch, 'import')
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir)
  const host = await startHost({ script: build.loopback, dataDir })
  const fileId = await host.upload(csv)
  const start = performance.now()
  const { importId } = await jobDone<{ importId: string }>(host, 'imports.preview', {
    fileId,
    format: 'partner-center-csv',
  })
  const { created } = await jobDone<{ created: number }>(host, 'imports.commit', { importId })
  const ms = performance.now() - start
  const residentMegabytes = mostResident(host.child.pid!)
  await host.stop()
  if (created !== deals) throw new Error(`imported ${created} of ${deals}`)
  return { ms, residentMegabytes }
}

/** The same once more with somebody working meanwhile, then exports from what came in: how long anybody waited. */
async function responsiveness(
  { build, deals, scratch }: BenchContext,
  csv: Buffer,
): Promise<(Row | Skipped)[]> {
  const dataDir = join(scratch, 'meanwhile')
  mkdirSync(dataDir)
  const host = await startHost({ script: build.loopback, dataDir })
  const fileId = await host.upload(csv)
  const importing = await measureMeanwhile(host, async () => {
    const asked = { fileId, format: 'partner-center-csv' }
    const { importId } = await jobDone<{ importId: string }>(host, 'imports.preview', asked)
    await jobDone(host, 'imports.commit', { importId })
  })
  await host.stop()
  const second = await startHost({ script: build.loopback, dataDir })
  const exporting = await measureMeanwhile(second, async () => {
    for (const format of ['deals-csv', 'deals-xlsx']) {
      await jobDone(second, 'exports.start', { format, selection: { tab: 'all' } })
    }
  })
  const memory = mostResident(second.child.pid!)
  await second.stop()
  return [
    ...meanwhileRows('11c', `an import of ${deals}`, importing),
    ...meanwhileRows('10c', `exports of ${deals}`, exporting),
    ...(memory === null
      ? []
      : [sizeRow('10b', 'CSV and XLSX export, memory of host, engine and jobs', memory, 200)]),
  ]
}

const SPEC = { id: '11', floor: 'sqlite3 .import' }

async function csvImport(context: BenchContext, program: string): Promise<(Row | Skipped)[]> {
  const { deals, scratch } = context
  const path = join(scratch, 'import.csv')
  const floorDb = join(scratch, 'import-floor.db')
  const csv = fileOf(deals, context.random, context.bench)
  writeFileSync(path, csv)
  const imports: Imported[] = []
  const floors: number[][] = []
  for (let round = 0; round < 3; round += 1) {
    rmSync(floorDb, { force: true })
    floors.push([await timed(() => sqlite(program, [floorDb, '-cmd', '.mode csv', `.import ${path} rows`]))])
    imports.push(await importThroughHost(context, csv))
  }
  const works = imports.map(({ ms }) => [ms])
  const sizes = imports.map(({ residentMegabytes }) => residentMegabytes).filter((size) => size !== null)
  const work = `Import of ${deals}, with verdicts`
  return [
    rowOf({ ...SPEC, work, budget: { text: '≤ 15 ×', mostRatio: 15 } }, works, floors),
    sizes.length > 0
      ? sizeRow('11b', 'Import, memory of host, engine and jobs', Math.max(...sizes), 300)
      : { id: '11b', work: 'Import, memory', skipped: 'this system does not tell the memory of a process' },
    ...(await responsiveness(context, csv)),
  ]
}

/** Rows 9 to 11: files out and in, against the command line of SQLite, and whoever works meanwhile. */
export const exchange: Group = async (context): Promise<(Row | Skipped)[]> => {
  const program = programOnPath('sqlite3')
  if (!program) {
    const skipped = 'no sqlite3 command here to measure against'
    return [
      { id: '9', work: 'CSV export', skipped },
      { id: '11', work: 'Import', skipped },
    ]
  }
  return [
    await csvExport(context, program),
    await xlsxExport(context),
    ...(await csvImport(context, program)),
  ]
}
