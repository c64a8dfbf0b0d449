import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../tests/support/folder.ts'
import { type Cell, CsvWriter } from './csv-writer.ts'
import { unescapeCell } from './formula-guard.ts'

/** What a writer makes of rows that come in batches. */
async function written(...batches: Cell[][][]): Promise<string> {
  return writtenTo(join(temporaryFolder(), 'out.csv'), batches)
}

async function writtenTo(path: string, batches: Cell[][][]): Promise<string> {
  const writer = await CsvWriter.create(path)
  for (const rows of batches) await writer.write(rows)
  await writer.close()
  return readFile(path, 'utf8')
}

test('one byte order mark, CRLF, every cell quoted, empty ones too', async () => {
  expect(
    await written(
      [['a', '']],
      [],
      [
        ['say "b"', 'c,d'],
        ['e\nf', ''],
      ],
    ),
  ).toBe('\uFEFF"a",""\r\n"say ""b""","c,d"\r\n"e\nf",""\r\n')
})

test('text is guarded, a number of our own is not', async () => {
  expect(await written([['-5', { number: '-5' }, '+x']])).toBe(`\uFEFF"'-5","-5","'+x"\r\n`)
})

test('nothing written is an empty file', async () => {
  expect(await written()).toBe('')
  expect(await written([])).toBe('')
})

test('any rows of text come back cell by cell through another parser', async () => {
  const cell = fc
    .oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('=1', '"', '""', '\r\n', ',', "'"))
    .map((text) => text.toWellFormed().replaceAll('\u0000', ''))
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    )
  const path = join(temporaryFolder(), 'out.csv')
  const property = fc.asyncProperty(rows, async (table) => {
    const text = await writtenTo(path, [table])
    const read: string[][] = parse(text, { bom: true, record_delimiter: '\r\n' })
    expect(read.map((row) => row.map(unescapeCell))).toEqual(table)
  })
  await fc.assert(property, { numRuns: 30 })
})

test.skipIf(process.platform === 'win32')('only its owner may read it', async () => {
  const path = join(temporaryFolder(), 'out.csv')
  await (await CsvWriter.create(path)).close()
  expect((await stat(path)).mode & 0o077).toBe(0)
})
