import { beforeEach, expect, test } from 'vitest'
import type { DirectoryFormat } from '#shared/domain/directory-tables.ts'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import { HEADER, sampleBytes, upload } from '../../../../../tests/support/bulk-csv.ts'
import {
  CUSTOMER_TABLE,
  PARTNER_TABLE,
  SOLUTION_TABLE,
  importTable,
} from '../../../../../tests/support/directory-tables.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'
import { referralBytes } from '../../../../../tests/support/referrals.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

type Options = { format?: DirectoryFormat; encoding?: 'gb18030' }

async function look(bytes: Buffer | string, options: Options = {}) {
  const fileId = await upload(app, bytes)
  return app.call('imports.columns', { fileId, ...options })
}
async function refused(bytes: Buffer | string, options: Options = {}) {
  const fileId = await upload(app, bytes)
  return app.fail('imports.columns', { fileId, ...options })
}

test('a table of customers shows its columns with samples, its fields, and what it takes them for', async () => {
  const { name, recognised, table } = await look(CUSTOMER_TABLE)
  expect([name, recognised]).toEqual(['deals.csv', 'customers-csv'])
  expect(table).toMatchObject({
    format: 'customers-csv',
    remembered: false,
    mapping: {
      name: 'Company',
      country: 'Country',
      city: 'City',
      addressLine1: 'Street',
      postalCode: 'Zip',
      duns: 'DUNS',
    },
  })
  expect(table!.columns[0]).toEqual({
    name: 'Company',
    samples: ['Harborline Foods BV', '北辰制造', 'Müller; Söhne'],
  })
  expect(table!.columns[5]).toEqual({ name: 'DUNS', samples: ['12345678', '987654321'] })
  expect(table!.fields.slice(0, 3)).toEqual([
    { field: 'name', required: true },
    { field: 'country', required: true },
    { field: 'city', required: false },
  ])
})

test.for<[string, Buffer | string, string | null]>([
  ['partners, in Chinese', PARTNER_TABLE, 'partners-csv'],
  ['solutions', SOLUTION_TABLE, 'solutions-csv'],
  ['deals of Partner Center', sampleBytes(), 'partner-center-csv'],
  ['deals that lack a column', `${HEADER.slice(3).join(',')}\n`, 'partner-center-csv'],
  ['referrals', referralBytes(), 'partner-center-json'],
  ['referrals behind a mark and spaces', '\uFEFF \n{"value": []}', 'partner-center-json'],
  ['what could be customers and partners', 'Name,Country\nA,NL\n', null],
  ['anything else', 'a,b\n1,2\n', null],
])('recognises %s', async ([, bytes, recognised]) => {
  const answer = await look(bytes)
  expect(answer.recognised).toBe(recognised)
  const isTable = recognised !== null && !recognised.startsWith('partner-center')
  expect(answer.table === null).toBe(!isTable)
})

test('a person knows better than the header', async () => {
  expect((await look('Name,Country\nA,NL\n', { format: 'partners-csv' })).table).toMatchObject({
    format: 'partners-csv',
    mapping: { name: 'Name', country: 'Country' },
  })
  const { recognised, table } = await look(CUSTOMER_TABLE, { format: 'solutions-csv' })
  expect([recognised, table!.format, table!.mapping]).toEqual(['customers-csv', 'solutions-csv', {}])
})

test('what a file was imported with is remembered for its header, in whatever order', async () => {
  const mapping = { name: 'Street', country: 'Country', city: 'City' }
  await importTable(app, 'customers-csv', CUSTOMER_TABLE.replace('Kade 12', 'Kade'), { mapping })
  const other = 'DUNS,Zip,Street,City,Country,Company\n'
  expect((await look(other)).table).toMatchObject({ mapping, remembered: true })
  expect((await look(other, { format: 'partners-csv' })).table).toMatchObject({ remembered: false })
  expect((await look(`${other.trim()},More\n`)).table).toMatchObject({ remembered: false })
})

test('columns of one name are told apart and none of them is guessed; those without a name go by their number', async () => {
  const { table } = await look('Name,name,Name,,Country\nA,B,C,D,NL\n', { format: 'customers-csv' })
  expect(table!.columns.map(({ name }) => name)).toEqual(['Name', 'name', 'Name (2)', '(4)', 'Country'])
  expect(table!.mapping).toEqual({ country: 'Country' })
})

const CHINESE = '客户名称,国家\n北辰制造,中国\n'
const gb18030 = Buffer.from([
  ...[0xbf, 0xcd, 0xbb, 0xa7, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb9, 0xfa, 0xbc, 0xd2, 0x0a],
  ...[0xb1, 0xb1, 0xb3, 0xbd, 0xd6, 0xc6, 0xd4, 0xec, 0x2c, 0xd6, 0xd0, 0xb9, 0xfa, 0x0a],
])
const utf16be = Buffer.from(`\uFEFF${CHINESE}`, 'utf16le').swap16()

test.for<[string, Buffer, Options]>([
  ['UTF-8', Buffer.from(CHINESE), {}],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${CHINESE}`), {}],
  ['UTF-16, low byte first', Buffer.from(`\uFEFF${CHINESE}`, 'utf16le'), {}],
  ['UTF-16, high byte first', utf16be, {}],
  ['GB18030 when asked', gb18030, { encoding: 'gb18030' }],
  ['a mark, whatever was asked', Buffer.from(`\uFEFF${CHINESE}`), { encoding: 'gb18030' }],
])('reads %s', async ([, bytes, options]) => {
  const { table } = await look(bytes, { format: 'customers-csv', ...options })
  expect(table!.mapping).toEqual({ name: '客户名称', country: '国家' })
  expect(table!.columns[0]!.samples).toEqual(['北辰制造'])
})

test.for<[string, Buffer | string, string]>([
  ['GB18030 nobody asked for', gb18030, 'not-unicode-text'],
  ['nothing', '', 'no-header'],
  ['an empty header', ' , ,\n1,2,3\n', 'no-header'],
  [
    'too many columns',
    Array.from({ length: 301 }, (_, index) => `c${index}`).join(','),
    'too-many-columns: 300',
  ],
  ['an open quote', 'a,b\n"x,y\n', 'not-a-csv: CSV_QUOTE_NOT_CLOSED'],
])('refuses %s', async ([, bytes, message]) => {
  expect(await refused(bytes, { format: 'customers-csv' })).toMatchObject({
    code: 'INVALID_INPUT',
    details: { issues: [{ path: 'file', message }] },
  })
})

test('a file nobody uploaded is not found', async () => {
  const fileId = '01890000-0000-7000-8000-000000000000' as never
  expect((await app.fail('imports.columns', { fileId })).code).toBe('NOT_FOUND')
})
