import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { csvText } from '#main/core/exchange/csv-writer.ts'
import { unescapeCell } from '#main/core/exchange/formula-guard.ts'
import { testApplication, type TestApplication } from '../support/application.ts'
import { commit, linesOf, preview, sampleBytes } from '../support/bulk-csv.ts'
import { exportWhole } from '../support/exports.ts'
import { Random } from '../support/random.ts'
import { findings, importJson, previewJson, referrals, withoutProtocol } from '../support/referrals.ts'
import { programOnPath } from '../support/tools.ts'
import { differences } from './differences.ts'
import { beside, generatedCsv, generatedReferrals, hostileText, rowsOf, startsFormula } from './generated.ts'
import { calcCells, workbookCells } from './spreadsheet.ts'

/** What was looked at and what was wrong with it; `skipped`: why it could not be looked at here. */
export interface Proof {
  readonly name: string
  readonly counted: number
  readonly wrong: readonly string[]
  readonly skipped?: string
}

async function within<T>(work: (app: TestApplication) => Promise<T>): Promise<T> {
  const app = await testApplication({ checkOutputs: false })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

/** A bulk CSV in, out and in again: nothing left to do, and no cell differs but as documented. */
export const csvRoundTrip = (name: string, bytes: Buffer): Promise<Proof[]> =>
  within(async (app) => {
    const { importId } = await preview(app, bytes)
    const { created } = await commit(app, importId)
    const { bytes: written } = await exportWhole(app, 'partner-center-csv')
    const again = await preview(app, written)
    const unchanged = again.unchanged === created && again.rows === created
    const went = new Map(linesOf(written).map((line) => [line['Referral ID'], line]))
    const came = linesOf(bytes)
    const wrong = came.flatMap((line) => {
      const other = went.get(line['Referral ID'])
      return other ? differences(line, other) : [`${line['Referral ID'] ?? ''} did not come back`]
    })
    const text = `${again.unchanged} of ${again.rows} rows unchanged, ${created} created of ${came.length}`
    const all = unchanged && created === came.length
    return [
      { name: `${name}: import, export, import`, counted: again.rows, wrong: all ? [] : [text] },
      { name: `${name}: cells in and out`, counted: came.length, wrong },
    ]
  })

/** Referrals in, out and in again: nothing left to do, deeply equal, and each one by the public definition. */
export const jsonRoundTrip = (name: string, records: readonly Record<string, unknown>[]): Promise<Proof[]> =>
  within(async (app) => {
    const { committed } = await importJson(app, { value: records })
    const { bytes } = await exportWhole(app, 'partner-center-json')
    const again = await previewJson(app, bytes)
    const { value } = JSON.parse(bytes.toString()) as { value: Record<string, unknown>[] }
    const went = new Map(value.map((record) => [record['id'], record]))
    const differ = records.filter(
      (record) => !isDeepStrictEqual(went.get(record['id']), withoutProtocol(record)),
    )
    const all = committed.created === records.length && again.unchanged === records.length
    const text = `${again.unchanged} of ${again.rows} unchanged, ${committed.created} created of ${records.length}`
    return [
      { name: `${name}: import, export, import`, counted: again.rows, wrong: all ? [] : [text] },
      {
        name: `${name}: deeply equal`,
        counted: records.length,
        wrong: differ.map(({ id }) => String(id)),
      },
      {
        name: `${name}: valid by the public definition`,
        counted: value.length,
        wrong: value.flatMap(findings),
      },
    ]
  })

const CELLS = 6

/** Hostile text through our CSV: no formula, no shifted column, nothing lost, by two readers. */
export function hostileCsv(rows: number, random: Random): Proof[] {
  const texts = Array.from({ length: rows }, () => Array.from({ length: CELLS }, () => hostileText(random)))
  const folder = mkdtempSync(join(tmpdir(), 'tandem-hostile-'))
  const path = join(folder, 'hostile.csv')
  writeFileSync(path, csvText(texts, true))
  const judge = (name: string, read: string[][]): Proof[] => [
    {
      name: `hostile text, ${name}: cells that start a formula`,
      counted: rows * CELLS,
      wrong: read.flat().filter(startsFormula),
    },
    {
      name: `hostile text, ${name}: shifted columns`,
      counted: read.length,
      wrong: [
        ...(read.length === rows ? [] : [`${read.length} rows`]),
        ...read.filter((cells) => cells.length !== CELLS).map((cells) => `${cells.length} cells`),
      ],
    },
    {
      name: `hostile text, ${name}: lossless`,
      counted: rows * CELLS,
      wrong: texts.flatMap((cells, row) =>
        cells.filter((cell, column) => unescapeCell(read[row]?.[column] ?? '') !== cell),
      ),
    },
  ]
  try {
    const python = programOnPath('python3')
    const byPython = python
      ? judge(
          'Python',
          JSON.parse(
            execFileSync(python, [beside('read_csv.py'), path], { maxBuffer: 2 ** 30 }).toString(),
          ) as string[][],
        )
      : [{ name: 'hostile text, Python', counted: 0, wrong: [], skipped: 'python3 is not installed' }]
    return [...judge('csv-parse', rowsOf(readFileSync(path))), ...byPython]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A workbook opened by LibreOffice and by a parser of our tests: the same values and types, no formula. */
export const workbook = (): Promise<Proof[]> =>
  within(async (app) => {
    const name = 'XLSX, LibreOffice and a second parser'
    await app.call('sample.load', {})
    const { bytes } = await exportWhole(app, 'deals-xlsx')
    const ours = workbookCells(bytes)
    const office = programOnPath('soffice')
    const formulas: Proof = { name: 'XLSX: formulas', counted: ours.cells.length, wrong: ours.formulas }
    if (!office) return [formulas, { name, counted: 0, wrong: [], skipped: 'soffice is not installed' }]
    const theirs = calcCells(office, bytes)
    const wrong = [
      ...theirs.formulas,
      ...(ours.cells.length === theirs.cells.length
        ? []
        : [`${ours.cells.length} and ${theirs.cells.length} cells`]),
      ...ours.cells.flatMap((cell, index) =>
        cell === theirs.cells[index] ? [] : [`${cell} and ${theirs.cells[index] ?? 'nothing'}`],
      ),
    ]
    return [formulas, { name, counted: ours.cells.length, wrong }]
  })

const FORMATS = ['deals-csv', 'deals-xlsx', 'partner-center-csv', 'partner-center-json'] as const

/** Two copies of one closed data folder export the same bytes. */
export async function sameBytes(): Promise<Proof[]> {
  const first = await testApplication({ checkOutputs: false })
  await first.call('sample.load', {})
  await commit(first, (await preview(first, sampleBytes())).importId)
  await importJson(first, { value: referrals() })
  await first.shut()
  const copy = mkdtempSync(join(tmpdir(), 'tandem-copy-'))
  cpSync(first.dataDir, copy, { recursive: true })
  const written: Map<string, Buffer>[] = []
  for (const dataDir of [first.dataDir, copy]) {
    const app = await testApplication({ checkOutputs: false, dataDir })
    const files = new Map<string, Buffer>()
    for (const format of FORMATS) files.set(format, (await exportWhole(app, format)).bytes)
    written.push(files)
    await app.close()
  }
  return FORMATS.map((format) => {
    const [bytes, others] = written.map((files) => files.get(format) ?? Buffer.alloc(0)) as [Buffer, Buffer]
    const same = bytes.equals(others)
    return {
      name: `two copies of a folder, ${format}`,
      counted: bytes.length,
      wrong: same ? [] : ['the bytes differ'],
    }
  })
}

/** Every proof there is, at a size. */
export async function allProofs(size: { readonly rows: number; readonly hostile: number }): Promise<Proof[]> {
  const today = '2026-11-22' as never
  return [
    ...(await csvRoundTrip('CSV, sample', sampleBytes())),
    ...(await csvRoundTrip(`CSV, ${size.rows} rows`, generatedCsv(size.rows, today, new Random(1)))),
    ...(await jsonRoundTrip('JSON, sample', referrals())),
    ...(await jsonRoundTrip(`JSON, ${size.rows} records`, generatedReferrals(size.rows, new Random(2)))),
    ...hostileCsv(size.hostile, new Random(3)),
    ...(await workbook()),
    ...(await sameBytes()),
  ]
}
