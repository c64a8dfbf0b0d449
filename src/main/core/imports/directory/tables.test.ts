import { beforeEach, expect, test } from 'vitest'
import { DIRECTORY_FORMATS, type DirectoryFormat } from '#shared/domain/directory-tables.ts'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import {
  CUSTOMER_TABLE,
  PARTNER_TABLE,
  SOLUTION_TABLE,
  TABLES,
  importTable,
  previewTable,
  startTablePreview,
} from '../../../../../tests/support/directory-tables.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const counts = { create: 0, update: 0, unchanged: 0, refused: 0 }
const customers = async (text = '') => (await app.call('customers.search', { text })).rows
const customer = (over: object = {}) => ({
  name: 'Harborline Foods BV',
  country: 'NL',
  city: 'Rotterdam',
  addressLine1: 'Kade 12',
  addressLine2: null,
  state: null,
  postalCode: '3011 AA',
  duns: '012345678',
  ...over,
})

test('customers come in with countries by name, leading zeros put back and said, separators quoted', async () => {
  const { previewed, committed } = await importTable(app, 'customers-csv', CUSTOMER_TABLE)
  expect(previewed).toMatchObject({ ...counts, rows: 3, create: 3, warnings: 1, errorsFileId: null })
  expect(previewed.sample[0]).toMatchObject({
    line: 2,
    referralId: '012345678',
    customerName: '012345678, Rotterdam, NL',
    warnings: [{ code: 'DUNS_PADDED', column: 'DUNS', value: '12345678' }],
  })
  expect(committed).toMatchObject({ created: 3, updated: 0, unchanged: 0, refused: 0 })
  const rows = await customers()
  expect(rows.map(({ name, country, city }) => [name, country, city])).toEqual([
    ['Harborline Foods BV', 'NL', 'Rotterdam'],
    ['Müller; Söhne', 'DE', 'Köln'],
    ['北辰制造', 'CN', '苏州'],
  ])
  expect(rows[0]).toMatchObject(customer())
})

test('partners come in with their numbers as text and a whole contact or none', async () => {
  await importTable(app, 'partners-csv', PARTNER_TABLE)
  const { rows } = await app.call('partners.search', { text: '' })
  expect(rows.map(({ id: _id, ...partner }) => partner)).toEqual([
    {
      name: 'Contoso 咨询',
      country: 'CN',
      partnerId: '0012345',
      contact: {
        firstName: '伟',
        lastName: '王',
        phone: '+86 10 5550 0100',
        email: 'wei.wang@contoso.example',
      },
    },
    { name: 'Fabrikam', country: 'SE', partnerId: '6789', contact: null },
  ])
})

test('solutions come in with kind and incentive as people write them, ours where no kind is said', async () => {
  await importTable(app, 'solutions-csv', SOLUTION_TABLE)
  await importTable(app, 'solutions-csv', '解决方案名称\n裸方案\n')
  const { rows } = await app.call('solutions.search', { text: '' })
  expect(rows.map(({ id: _id, ...solution }) => solution)).toEqual([
    {
      name: 'Cold chain monitor',
      kind: 'own',
      publisher: null,
      externalId: 'SOL-1',
      incentive: 'ip-co-sell',
    },
    {
      name: 'Dynamics 365 Sales',
      kind: 'microsoft',
      publisher: 'Microsoft',
      externalId: 'SOL-2',
      incentive: null,
    },
    { name: '裸方案', kind: 'own', publisher: null, externalId: null, incentive: null },
  ])
})

test.for([...DIRECTORY_FORMATS])('%s: the same file again changes nothing at all', async (format) => {
  await importTable(app, format, TABLES[format])
  const before = contentOf(rawOf(app))
  const { previewed, committed } = await importTable(app, format, TABLES[format])
  expect(previewed).toMatchObject({ ...counts, unchanged: previewed.rows })
  expect(committed).toMatchObject({ created: 0, updated: 0, unchanged: previewed.rows, refused: 0 })
  expect(contentOf(rawOf(app))).toEqual(before)
})

test('a preview changes nothing, and remembers nothing', async () => {
  const before = contentOf(rawOf(app))
  await previewTable(app, 'customers-csv', CUSTOMER_TABLE, {
    mapping: { name: 'Company', country: 'Country' },
  })
  expect(contentOf(rawOf(app))).toEqual(before)
})

test('what a row says wins, what it does not say stays', async () => {
  await importTable(app, 'customers-csv', CUSTOMER_TABLE)
  const change = 'DUNS,Company,Country,City,Street\n012345678,Harborline BV,NL,,Kade 14\n'
  const { previewed, committed } = await importTable(app, 'customers-csv', change)
  expect(previewed.sample[0]).toMatchObject({ verdict: 'update', changes: ['Company', 'Street'] })
  expect(committed).toMatchObject({ created: 0, updated: 1 })
  const renamed = customer({ name: 'Harborline BV', addressLine1: 'Kade 14' })
  expect(await customers('Harborline')).toEqual([expect.objectContaining(renamed)])
})

const asked = async (format: DirectoryFormat, text: string) =>
  (await previewTable(app, format, text)).sample.map(({ line, verdict, reasons, warnings }) => ({
    line,
    verdict,
    said: [...reasons, ...warnings].map(({ code, column }) => `${code} ${column}`),
  }))

test.for<[DirectoryFormat, string, string[]]>([
  ['customers-csv', 'Name,Country\n,NL', ['CELL_MISSING Name']],
  ['customers-csv', 'Name,Country\nA,Congo', ['COUNTRY_UNREADABLE Country']],
  ['customers-csv', 'Name,Country\nA,', ['CELL_MISSING Country']],
  ['customers-csv', `Name,Country\n${'x'.repeat(201)},NL`, ['CELL_TOO_LONG Name']],
  ['customers-csv', 'Name,Country\nA\u0001B,NL', ['CELL_CONTROL_CHARACTERS Name']],
  ['customers-csv', 'Name,Country\nA,NL,Utrecht', ['TOO_MANY_CELLS null']],
  ['customers-csv', 'Name,Country,DUNS\nA,NL,1.23457E+08', ['DIGITS_LOST DUNS']],
  ['customers-csv', 'Name,Country,DUNS\nA,NL,"12,345,678"', ['NOT_A_NUMBER_OF_NINE_DIGITS DUNS']],
  ['customers-csv', 'Name,Country,DUNS\nA,NL,1234567890', ['NOT_A_NUMBER_OF_NINE_DIGITS DUNS']],
  [
    'customers-csv',
    'Name,Country,DUNS\n,Atlantis,x',
    ['CELL_MISSING Name', 'COUNTRY_UNREADABLE Country', 'NOT_A_NUMBER_OF_NINE_DIGITS DUNS'],
  ],
  ['partners-csv', 'Partner,Country,MPN ID\nA,NL,"6,7E+12"', ['DIGITS_LOST MPN ID']],
  ['partners-csv', 'Partner,Country,E-mail\nA,NL,a@b.example', ['CONTACT_INCOMPLETE E-mail']],
  ['solutions-csv', 'Solution,Type\nA,gadget', ['UNKNOWN_SOLUTION_KIND Type']],
  ['solutions-csv', 'Solution,Incentive\nA,perhaps', ['UNKNOWN_INCENTIVE Incentive']],
])('%s: a row is refused with its reasons: %s', async ([format, text, said]) => {
  expect(await asked(format, text)).toEqual([{ line: 2, verdict: 'refused', said }])
})

test('the second of two equal rows is unchanged and said so, one that differs is refused', async () => {
  const twice = 'Name,Country,City,Street\nA,NL,Delft,Markt 1\nA,NL,Delft,Markt 1\na,nl,delft,Markt 2\n'
  expect(await asked('customers-csv', twice)).toEqual([
    { line: 4, verdict: 'refused', said: ['ENTRY_TWICE_IN_FILE Name'] },
    { line: 2, verdict: 'create', said: [] },
    { line: 3, verdict: 'unchanged', said: ['ENTRY_TWICE_IN_FILE Name'] },
  ])
})

test('a row that fits several entries is refused until something tells them apart', async () => {
  const two = 'Name,Country,City,DUNS\nA,NL,Delft,000000001\nA,NL,Leiden,000000002\n'
  await importTable(app, 'customers-csv', two)
  const street = (row: string) => asked('customers-csv', `Name,Country,City,DUNS,Street\n${row}\n`)
  const said = ['SEVERAL_ENTRIES_FIT Name']
  expect(await street('A,NL,,,Markt 1')).toEqual([{ line: 2, verdict: 'refused', said }])
  expect(await street('A,NL,Leiden,,Markt 1')).toEqual([{ line: 2, verdict: 'update', said: [] }])
  expect(await street('A,NL,,000000001,Markt 1')).toEqual([{ line: 2, verdict: 'update', said: [] }])
  expect(await street('A,NL,Gouda,,Markt 1')).toEqual([{ line: 2, verdict: 'create', said: [] }])
  expect(await street('A,NL,Leiden,000000003,Markt 1')).toEqual([{ line: 2, verdict: 'create', said: [] }])
})

test('refused rows can be saved with their reasons in the language asked for, and come in once corrected', async () => {
  const table = 'Firma,Land\n=A,Atlantis\nB,NL\n'
  const mapping = { name: 'Firma', country: 'Land' }
  const { previewed } = await importTable(app, 'customers-csv', table, { mapping, locale: 'zh-CN' })
  const { path } = await app.files.get(previewed.errorsFileId!)
  const { readFileSync } = await import('node:fs')
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(
    `"Land “Atlantis” 既不是国家/地区名称，也不是两位代码 [COUNTRY_UNREADABLE]","'=A","Atlantis"`,
  )
  const corrected = text.replaceAll('"Atlantis"', '"FR"')
  const { committed } = await importTable(app, 'customers-csv', corrected)
  expect(committed).toMatchObject({ created: 1, refused: 0 })
  expect((await customers('=')).map(({ name, country }) => [name, country])).toEqual([['=A', 'FR']])
})

test('a mapping that was given is remembered for this header once it is imported, and wins over what headers mean', async () => {
  const table = 'Name,Group,Country\nSite,Holding,NL\n'
  const mapping = { name: 'Group', country: 'Country' }
  await importTable(app, 'customers-csv', table, { mapping })
  expect((await customers()).map(({ name }) => name)).toEqual(['Holding'])
  expect(await previewTable(app, 'customers-csv', 'Country,Name,Group\nNL,Other,Holding\n')).toMatchObject({
    unchanged: 1,
  })
  expect(await previewTable(app, 'customers-csv', 'Name,Country\nSite,NL\n')).toMatchObject({ create: 1 })
})

test.for<[object, string]>([
  [{ mapping: { name: 'Nowhere', country: 'Land' } }, 'no-such-column: Nowhere'],
  [{ mapping: { name: 'Firma' } }, 'fields-without-column: country'],
])('a mapping the file cannot be read by fails the job: %o', async ([order, message]) => {
  const jobId = await startTablePreview(app, 'customers-csv', 'Firma,Land\nA,NL\n', order)
  await app.app.core.jobs.settled()
  expect(app.app.core.jobs.get(jobId)).toMatchObject({
    state: 'failed',
    error: { code: 'INVALID_INPUT', details: { issues: [{ path: 'mapping', message }] } },
  })
})

test('fields of another kind of entry, and a mapping of a file of Partner Center, are refused at once', async () => {
  const fileId = (await app.files.put('a.csv', (async function* () {})())).fileId
  for (const input of [
    { fileId, format: 'customers-csv' as const, mapping: { incentive: 'A' } },
    { fileId, format: 'partner-center-csv' as const, mapping: { name: 'A' } },
  ])
    expect((await app.fail('imports.preview', input)).code).toBe('INVALID_INPUT')
})
