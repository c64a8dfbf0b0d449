import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DirectoryFormat } from '#shared/domain/directory-tables.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import { importTable, previewTable, tableOf } from '../../../../../tests/support/directory-tables.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'
import { guardCell } from '../../exchange/formula-guard.ts'

const pick = (...texts: string[]) => fc.constantFrom(...texts)
/** Few of everything, so that rows meet each other and what is there in every way. */
const ROWS: Record<DirectoryFormat, { header: string[]; row: fc.Arbitrary<string[]> }> = {
  'customers-csv': {
    header: ['Name', 'Country', 'City', 'Address', 'DUNS'],
    row: fc.tuple(
      pick('Acme', 'ACME', 'Bolt'),
      pick('NL', 'Netherlands', 'FR'),
      pick('', 'Delft', 'delft', 'Lyon'),
      pick('', 'Markt 1', 'Markt 2'),
      pick('', '', '000000001', '1', '000000002'),
    ),
  },
  'partners-csv': {
    header: ['Partner', 'Country', 'Partner ID'],
    row: fc.tuple(pick('Acme', 'acme', 'Bolt'), pick('NL', 'FR'), pick('', '1', '01')),
  },
  'solutions-csv': {
    header: ['Solution', 'Solution ID', 'Type', 'Publisher', 'Incentive'],
    row: fc.tuple(
      pick('Acme', 'acme', 'Bolt'),
      pick('', 'S-1', 'S-2'),
      pick('', 'own', 'Microsoft'),
      pick('', 'P', 'Q'),
      pick('', 'none', 'ip-co-sell'),
    ),
  },
}

test.for(['customers-csv', 'partners-csv', 'solutions-csv'] as const)(
  '%s: rows once taken are unchanged ever after, a file adds up, and a commit does what its preview said',
  { timeout: 120_000 },
  async (format) => {
    const { header, row } = ROWS[format]
    const app = await openApplication()
    const rows = fc.array(row, { minLength: 1, maxLength: 7 })
    await fc.assert(
      fc.asyncProperty(rows, rows, async (there, file) => {
        rawOf(app).exec('DELETE FROM customers; DELETE FROM partners; DELETE FROM solutions')
        await importTable(app, format, tableOf(header, there))
        const first = await importTable(app, format, tableOf(header, file))
        const { previewed, committed } = first
        expect(previewed.create + previewed.update + previewed.unchanged + previewed.refused).toBe(
          file.length,
        )
        expect([committed.created, committed.updated, committed.unchanged, committed.refused]).toEqual([
          previewed.create,
          previewed.update,
          previewed.unchanged,
          previewed.refused,
        ])
        const refused = new Set(
          previewed.sample.flatMap(({ line, verdict }) => (verdict === 'refused' ? [line] : [])),
        )
        const taken = file.filter((_, index) => !refused.has(index + 2))
        if (taken.length === 0) return
        const before = contentOf(rawOf(app))
        const again = await importTable(app, format, tableOf(header, taken))
        expect(again.previewed).toMatchObject({ create: 0, update: 0, refused: 0, unchanged: taken.length })
        expect(contentOf(rawOf(app))).toEqual(before)
      }),
      { numRuns: 60 },
    )
  },
)

const DELIMITER = fc.constantFrom(',', ';', '\t')
/** What hurts a table: separators, quotes, line breaks, formulas, guards, invisible and far-away characters. */
const hostile = fc
  .array(
    fc.constantFrom(
      ',',
      ';',
      '\t',
      '"',
      '""',
      '\n',
      '\r\n',
      "'",
      '=1+1',
      '@',
      '-2',
      '＝',
      '\u200B',
      '名',
      '𠀀',
      'a',
      ' ',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '')

test('hostile cells come in as they are, whatever separates them, and go out to the errors file the same', async () => {
  const app = await openApplication()
  let runs = 0
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, DELIMITER, async (name, city, street, delimiter) => {
      const own = `${(runs += 1)} ${name}`
      const rows = [
        ['Company', 'Country', 'City', 'Street'],
        [own, 'NL', city, street],
        [own, 'Atlantis', city, street],
      ]
      const text = stringify(
        rows.map((row) => row.map(guardCell)),
        { delimiter },
      )
      const { previewed } = await importTable(app, 'customers-csv', text)
      expect(previewed).toMatchObject({ create: 1, refused: 1 })
      const [customer] = (await app.call('customers.search', { text: own })).rows
      expect(customer).toMatchObject({ name: own.trim(), city: city.trim(), addressLine1: street.trim() })
      const { path } = await app.files.get(previewed.errorsFileId!)
      const errors: string[][] = parse(readFileSync(path), { bom: true })
      expect(errors[1]!.slice(1)).toEqual([own, 'Atlantis', city, street].map(guardCell))
    }),
    { numRuns: 150 },
  )
})

test('a second look at what is there makes the same of every row', async () => {
  const app = await openApplication()
  const { header, row } = ROWS['customers-csv']
  const file = tableOf(header, fc.sample(row, { seed: 5, numRuns: 40 }))
  const [one, two] = [
    await previewTable(app, 'customers-csv', file),
    await previewTable(app, 'customers-csv', file),
  ]
  expect({ ...one, importId: null, errorsFileId: null }).toEqual({
    ...two,
    importId: null,
    errorsFileId: null,
  })
})
