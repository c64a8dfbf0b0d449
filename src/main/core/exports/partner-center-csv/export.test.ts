import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import {
  HEADER,
  type Line,
  commit,
  fileOf,
  importLines,
  line,
  linesOf,
  preview,
  sampleBytes,
  sampleLines,
  withMicrosoft,
} from '../../../../../tests/support/bulk-csv.ts'
import { createDeal } from '../../../../../tests/support/deal-commands.ts'
import { exportFile, exportWhole } from '../../../../../tests/support/exports.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'
import { lineArbitrary } from '../../../../../tests/support/random-lines.ts'
import { readZip } from '../../../../../tests/support/read-zip.ts'
import { unescapeCell } from '../../exchange/formula-guard.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

/** Lines of an export by referral, the guard against formulas taken off. */
const exportedLines = (bytes: Buffer): Map<string, Line> =>
  new Map(
    linesOf(bytes).map((cells) => [
      cells['Referral ID']!,
      Object.fromEntries(Object.entries(cells).map(([header, cell]) => [header, unescapeCell(cell)])),
    ]),
  )

const importWhole = async (bytes: Buffer | string) => commit(app, (await preview(app, bytes)).importId)

test('the sample comes back cell by cell under its own header, D-U-N-S numbers with the zeros they had lost', async () => {
  await importWhole(sampleBytes())
  const { result, bytes } = await exportWhole(app, 'partner-center-csv')
  const [header] = parse(bytes, { bom: true })
  expect(header).toEqual(HEADER)
  const lines = exportedLines(bytes)
  for (const came of sampleLines()) {
    const number = came['Customer D-U-N-S ID']!
    const expected = { ...came, 'Customer D-U-N-S ID': number && number.padStart(9, '0') }
    expect(lines.get(came['Referral ID']!)).toEqual(expected)
  }
  expect(result).toMatchObject({ rows: 48, files: 1, name: 'partner-center-all-2026-11-22.csv' })
})

test('import, export, import: everything unchanged', async () => {
  await importWhole(sampleBytes())
  const { bytes } = await exportWhole(app, 'partner-center-csv')
  expect(await preview(app, bytes)).toMatchObject({ rows: 48, unchanged: 48, warnings: 0 })
})

/** Lines of every kind, each a referral of its own. */
const invented = fc.sample(lineArbitrary, { numRuns: 1000, seed: 7 }).map((cells, index) => ({
  ...cells,
  'Referral ID': `REF-${index}`,
  'Engagement ID': `engagement ${index}`,
}))

test('the same for 1,000 invented lines, and for what was changed here since', async () => {
  await importWhole(fileOf(invented))
  const { bytes, result } = await exportWhole(app, 'partner-center-csv')
  const counts = { rows: result.rows, unchanged: result.rows, refused: 0 }
  expect(result.rows).toBeGreaterThan(500)
  expect(await preview(app, bytes)).toMatchObject(counts)
  const { rows } = await app.call('deals.list', {
    tab: 'outbound',
    filters: { statuses: ['accepted'] },
    limit: 50,
  })
  for (const { id, stage } of rows) {
    if (stage !== 'created') continue
    const command = { kind: 'mark-stage', stage: 'developed' } as const
    await app.call('deals.execute', { dealId: id, expectedVersion: null, command })
  }
  expect(await preview(app, (await exportWhole(app, 'partner-center-csv')).bytes)).toMatchObject(counts)
})

test('columns of later years are kept and written back word for word, behind our own', async () => {
  const later = { 'Marketplace Purchase Intent': 'Have not decided', 'CLA Number': ' 007 ', '': 'nameless' }
  const header = [...HEADER.slice(0, 5), ...Object.keys(later), ...HEADER.slice(5)]
  await importWhole(fileOf([line('R-1', later), line('R-2', { 'CLA Number': '=1+1' })], header))
  const { bytes } = await exportWhole(app, 'partner-center-csv')
  const [written] = parse(bytes, { bom: true })
  expect(written!.slice(0, HEADER.length)).toEqual(HEADER)
  expect(new Set(written!.slice(HEADER.length))).toEqual(new Set(Object.keys(later)))
  const lines = exportedLines(bytes)
  expect(lines.get('R-1')).toMatchObject(later)
  expect(lines.get('R-2')).toMatchObject({ 'CLA Number': '=1+1', '': '' })
  expect(await preview(app, bytes)).toMatchObject({ unchanged: 2 })
})

test('a stage is spelled as it came while it says the same, by its percent afterwards', async () => {
  await importLines(app, [
    line('R-1', { 'Sales Stage': 'Board approval' }),
    line('R-2', { 'Sales Stage': '' }),
    line('R-3', { 'Sales Stage': 'Develop' }),
  ])
  const stages = async () => {
    const lines = exportedLines((await exportWhole(app, 'partner-center-csv')).bytes)
    return ['R-1', 'R-2', 'R-3'].map((referral) => lines.get(referral)!['Sales Stage'])
  }
  expect(await stages()).toEqual(['Board approval', '', 'Develop'])
  const { rows } = await app.call('deals.list', { tab: 'all' })
  for (const { id } of rows) {
    const command = { kind: 'mark-stage', stage: 'proposed' } as const
    await app.call('deals.execute', { dealId: id, expectedVersion: null, command })
  }
  expect(await stages()).toEqual(['60', '60', '60'])
})

test('hostile text goes out guarded and comes in as it was, apostrophes and all', async () => {
  const texts = ['=1+1', "'=x", "''-", '+44', '＝cmd', ' @a', 'a"b,c', '𝄞 ‮x', "it's"]
  await importLines(
    app,
    texts.map((text, index) =>
      line(`R-${index}`, { 'Deal Name': `'${text}`, Notes: `${text}\nx`, 'CRM ID': text }),
    ),
  )
  const before = await app.call('deals.list', { tab: 'all' })
  const { bytes } = await exportWhole(app, 'partner-center-csv')
  for (const cell of parse(bytes, { bom: true }).slice(1).flat()) {
    expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u)
  }
  expect(await preview(app, bytes)).toMatchObject({ unchanged: texts.length, refused: 0 })
  const fresh = await openApplication()
  await commit(fresh, (await preview(fresh, bytes)).importId)
  const after = await fresh.call('deals.list', { tab: 'all' })
  expect(after.rows.map(({ name }) => name).sort()).toEqual(before.rows.map(({ name }) => name).sort())
})

test('more than 1,000 deals become files of 1,000 in a zip', async () => {
  await importWhole(fileOf(Array.from({ length: 2001 }, (_, index) => line(`R-${index}`))))
  const { result, bytes } = await exportWhole(app, 'partner-center-csv')
  expect(result).toMatchObject({ rows: 2001, files: 3, name: 'partner-center-all-2026-11-22.zip' })
  const entries = readZip(bytes)
  expect([...entries.keys()]).toEqual([1, 2, 3].map((part) => `partner-center-${part}.csv`))
  expect([...entries.values()].map((part) => linesOf(part).length)).toEqual([1000, 1000, 1])
  for (const part of entries.values()) {
    const counts = linesOf(part).length
    expect(await preview(app, part)).toMatchObject({ rows: counts, unchanged: counts })
  }
})

test('personal data goes along only when ticked; the result counts the people', async () => {
  const canary = { 'CLA Number': 'ask Ines Canary', Notes: 'a canary note', ...withMicrosoft() }
  await importWhole(fileOf([line('R-1', canary)], [...HEADER, 'CLA Number']))
  const bare = await exportFile(app, 'partner-center-csv')
  expect(bare.bytes.toString()).not.toMatch(/canary|Ines|Bakker|Silva|555/i)
  expect(bare.result).toMatchObject({ rows: 1, people: 0 })
  expect(parse(bare.bytes, { bom: true })[0]).toEqual(HEADER)
  expect((await exportWhole(app, 'partner-center-csv')).result).toMatchObject({ rows: 1, people: 2 })
})

test('deals made here have no referral yet; commas in names do not shift a cell', async () => {
  const team = [{ firstName: 'Ana', lastName: 'Silva, Jr.', phone: '+351', email: 'ana@canary.example' }]
  await createDeal(app, { name: 'Ours', team })
  const [written] = linesOf((await exportWhole(app, 'partner-center-csv')).bytes)
  expect(written).toMatchObject({
    'Referral ID': '',
    'Partner Referral Status': 'Active',
    'Sales Stage': '10',
    'Team member 1': 'Ana, Silva Jr., +351, ana@canary.example',
  })
})

test('an empty list is a header alone', async () => {
  const { bytes, result } = await exportWhole(app, 'partner-center-csv')
  expect(parse(bytes, { bom: true })).toEqual([HEADER])
  expect(result).toMatchObject({ rows: 0, files: 1 })
})

test('the same deals give the same bytes', async () => {
  await importWhole(sampleBytes())
  const [first, second] = [
    await exportWhole(app, 'partner-center-csv'),
    await exportWhole(app, 'partner-center-csv'),
  ]
  expect(first.bytes.equals(second.bytes)).toBe(true)
})
