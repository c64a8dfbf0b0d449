import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exported } from '#shared/ipc/contract/exchange.ts'
import { databaseFile } from '#main/db/open.ts'
import { programOnPath } from '../../support/tools.ts'
import type { BenchContext, Group } from '../bench-context.ts'
import { type Row, type Skipped, measure, rowOf, sizeRow, timed } from '../measure.ts'
import { fileOf } from '../seed.ts'

const EXPORTED = `SELECT name, customer_name, status, type, direction, stage, percent, value_amount, value_currency,
  close_date, country, microsoft, expires_at, crm_id, campaign_id, referral_id FROM deals ORDER BY attention, rowid`

/** Runs the command line of SQLite and fails loudly. */
function sqlite(program: string, args: readonly string[], output: 'ignore' | number = 'ignore'): void {
  const { status, stderr } = spawnSync(program, args, { stdio: ['ignore', output, 'pipe'] })
  if (status !== 0) throw new Error(`sqlite3: ${String(stderr)}`)
}

async function csvExport({ bench, deals, scratch }: BenchContext, program: string): Promise<Row> {
  const target = join(scratch, 'floor.csv')
  return measure({
    id: '9',
    work: `CSV export of ${deals}`,
    floor: 'sqlite3 -csv',
    budget: { text: '≤ 1.3 ×', mostRatio: 1.3 },
    samples: 1,
    rounds: 5,
    run: async () => {
      const { jobId } = await bench.call('exports.start', { format: 'deals-csv', selection: { tab: 'all' } })
      const { rows, fileId } = await bench.job<Exported>(jobId)
      if (rows < deals) throw new Error(`exported ${rows} of ${deals}`)
      rmSync((await bench.files.get(fileId)).path)
    },
    runFloor: () => {
      const file = openSync(target, 'w')
      sqlite(program, ['-csv', databaseFile(bench.dataDir), EXPORTED], file)
      closeSync(file)
    },
  })
}

/** What the importing process reports when it is done. */
interface ImportReport {
  readonly ms: number
  readonly created: number
  readonly residentMegabytes: number
}

/** Imports a file into an empty folder through the built engine, in a process of its own. */
function importInChild({ build, deals, scratch }: BenchContext, csv: string): ImportReport {
  const dataDir = join(scratch, 'import')
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir)
  const script = join(import.meta.dirname, '../import-child.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, build.engine.href, dataDir, csv])
  if (status !== 0) throw new Error(`import failed: ${String(stderr)}`)
  const report = JSON.parse(String(stdout)) as ImportReport
  if (report.created !== deals) throw new Error(`imported ${report.created} of ${deals}`)
  return report
}

async function csvImport(context: BenchContext, program: string): Promise<Row[]> {
  const { deals, scratch } = context
  const csv = join(scratch, 'import.csv')
  const floorDb = join(scratch, 'import-floor.db')
  writeFileSync(csv, fileOf(deals, context.random, context.bench))
  const reports: ImportReport[] = []
  const floors: number[][] = []
  for (let round = 0; round < (deals > 20_000 ? 3 : 5); round += 1) {
    rmSync(floorDb, { force: true })
    floors.push([await timed(() => sqlite(program, [floorDb, '-cmd', '.mode csv', `.import ${csv} rows`]))])
    reports.push(importInChild(context, csv))
  }
  const spec = { id: '11', work: `Import of ${deals}, with verdicts`, floor: 'sqlite3 .import' }
  return [
    rowOf(
      { ...spec, budget: { text: '≤ 15 ×', mostRatio: 15 } },
      reports.map(({ ms }) => [ms]),
      floors,
    ),
    sizeRow('11b', 'Import, memory', Math.max(...reports.map((report) => report.residentMegabytes)), 300),
  ]
}

/** Rows 9 and 11: files out and in, against the command line of SQLite. */
export const exchange: Group = async (context): Promise<(Row | Skipped)[]> => {
  const program = programOnPath('sqlite3')
  if (!program) {
    const skipped = 'no sqlite3 command here to measure against'
    return [
      { id: '9', work: 'CSV export', skipped },
      { id: '11', work: 'Import', skipped },
    ]
  }
  return [await csvExport(context, program), ...(await csvImport(context, program))]
}
