import { readFile } from 'node:fs/promises'
import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../../tests/support/application.ts'
import {
  HEADER,
  type Line,
  type Preview,
  commit,
  fileOf,
  importLines,
  line,
  linesOf,
  preview,
  upload,
  withMicrosoft,
} from '../../../../../tests/support/bulk-csv.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

/** Ways to break a line, each with the code and column it must be refused by. */
const BROKEN: [string, Line, string, string][] = [
  [
    'a day that does not exist',
    { 'Estimated Close Date': '02/30/2027' },
    'NOT_A_DATE',
    'Estimated Close Date',
  ],
  ['a date the European way', { 'Estimated Close Date': '24.12.2027' }, 'NOT_A_DATE', 'Estimated Close Date'],
  ['no date', { 'Estimated Close Date': '' }, 'CELL_MISSING', 'Estimated Close Date'],
  ['a currency nobody has', { Currency: 'ABC' }, 'UNKNOWN_CURRENCY', 'Currency'],
  ['no currency', { Currency: '' }, 'CELL_MISSING', 'Currency'],
  ['a negative value', { 'Estimated Deal Value': '-5' }, 'VALUE_REQUIRED', 'Estimated Deal Value'],
  ['a value of nothing', { 'Estimated Deal Value': '0' }, 'VALUE_REQUIRED', 'Estimated Deal Value'],
  ['a value with grouping', { 'Estimated Deal Value': '1,000.00' }, 'NOT_AN_AMOUNT', 'Estimated Deal Value'],
  ['half a cent', { 'Estimated Deal Value': '1.005' }, 'NOT_AN_AMOUNT', 'Estimated Deal Value'],
  [
    'a value beyond counting',
    { 'Estimated Deal Value': '9'.repeat(17) },
    'NOT_AN_AMOUNT',
    'Estimated Deal Value',
  ],
  [
    'a status pair nobody knows',
    { 'Partner Referral Substatus': 'Won' },
    'UNKNOWN_STATUS',
    'Partner Referral Substatus',
  ],
  [
    'a status of Microsoft nobody knows',
    withMicrosoft('Perhaps'),
    'UNKNOWN_MICROSOFT_STATUS',
    'Microsoft Referral Status',
  ],
  [
    'no consent',
    { 'Consent to share Customer/Partner contact': 'No' },
    'CONSENT_REQUIRED',
    'Consent to share Customer/Partner contact',
  ],
  [
    'a consent that says neither',
    { 'Consent to share Customer/Partner contact': 'Maybe' },
    'NOT_YES_OR_NO',
    'Consent to share Customer/Partner contact',
  ],
  [
    'help without consent',
    { ...withMicrosoft(), 'Consent to share Customer/Partner contact': '' },
    'CONSENT_REQUIRED',
    'Consent to share Customer/Partner contact',
  ],
  [
    'help without contact',
    { 'Microsoft help required?': 'Yes' },
    'CONTACT_REQUIRED',
    'Customer Contact Email Address',
  ],
  [
    'half a contact',
    { 'Customer Contact First Name': 'Iris' },
    'CONTACT_INCOMPLETE',
    'Customer Contact Email Address',
  ],
  [
    'a help nobody gives',
    { ...withMicrosoft(), 'What specific help from Microsoft?': '7' },
    'UNKNOWN_HELP',
    'What specific help from Microsoft?',
  ],
  ['a member without e-mail', { 'Team member 1': 'Ana, Silva, +1' }, 'MEMBER_UNREADABLE', 'Team member 1'],
  [
    'a member with too many parts',
    { 'Team member 2': 'Ana, Silva, +1, a@b.example, boss' },
    'MEMBER_UNREADABLE',
    'Team member 2',
  ],
  ['no member', { 'Team member 1': '' }, 'TEAM_REQUIRED', 'Team member 1'],
  ['no solution', { 'Solution 1': '' }, 'SOLUTION_REQUIRED', 'Solution 1'],
  [
    'a solution with too many parts',
    { 'Solution 2': 'SOL-1, EUR, 1, 2, 3' },
    'SOLUTION_UNREADABLE',
    'Solution 2',
  ],
  ['no name', { 'Deal Name': '  ' }, 'CELL_MISSING', 'Deal Name'],
  ['a name too long', { 'Deal Name': 'x'.repeat(201) }, 'CELL_TOO_LONG', 'Deal Name'],
  ['notes too long', { Notes: 'x'.repeat(4001) }, 'CELL_TOO_LONG', 'Notes'],
  ['a control character', { 'Deal Name': 'Cold\u0007chain' }, 'CELL_CONTROL_CHARACTERS', 'Deal Name'],
  ['a NUL in the notes', { Notes: 'a\u0000b' }, 'CELL_CONTROL_CHARACTERS', 'Notes'],
  ['no referral id', { 'Referral ID': '' }, 'CELL_MISSING', 'Referral ID'],
  ['no customer', { 'Customer Name': '' }, 'CELL_MISSING', 'Customer Name'],
  ['a country nobody has', { 'Customer Country': 'XX' }, 'UNKNOWN_COUNTRY', 'Customer Country'],
  [
    'a D-U-N-S number of ten digits',
    { 'Customer D-U-N-S ID': '1234567890' },
    'NOT_A_NUMBER_OF_NINE_DIGITS',
    'Customer D-U-N-S ID',
  ],
  [
    'a reason nobody knows',
    {
      'Partner Referral Status': 'Closed',
      'Partner Referral Substatus': 'Lost',
      'Declined/Lost reason': '9',
    },
    'UNKNOWN_REASON',
    'Declined/Lost reason',
  ],
]

const good = () => [line('GOOD-1'), line('GOOD-2')]
const errorsOf = async (fileId: string | null) => {
  const { path } = await app.files.get(fileId as never)
  return linesOf(await readFile(path))
}

test.for(BROKEN)(
  '%s is refused by code and column, and the lines around it come in',
  async ([, broken, code, column]) => {
    const lines = [good()[0]!, line('BAD', broken), good()[1]!]
    const previewed = await preview(app, fileOf(lines))
    expect(previewed).toMatchObject({ rows: 3, create: 2, refused: 1 })
    const [shown] = previewed.sample
    expect(shown).toMatchObject({ line: 3, verdict: 'refused' })
    expect(shown!.reasons).toContainEqual({ code, column, value: expect.any(String) as string })
    const [errors, ...others] = await errorsOf(previewed.errorsFileId)
    expect(others).toEqual([])
    expect(errors!['Errors']!.startsWith(`${column} `)).toBe(true)
    expect(errors!['Errors']).toContain(`[${code}]`)
    expect(await commit(app, previewed.importId)).toMatchObject({ created: 2, refused: 1 })
    const { rows } = await app.call('deals.list', { tab: 'all' })
    expect(rows.map(({ name }) => name).sort()).toEqual(['Deal GOOD-1', 'Deal GOOD-2'])
  },
)

test('a refused line leaves no customer and no solution behind', async () => {
  const bad = line('BAD', { 'Customer Name': 'Ghost BV', 'Solution 1': 'SOL-GHOST', Currency: 'ABC' })
  await importLines(app, [...good(), bad])
  expect((await app.call('customers.search', { text: 'ghost' })).rows).toEqual([])
  expect((await app.call('solutions.search', { text: 'ghost' })).rows).toEqual([])
})

test('a file of broken lines alone changes nothing at all', async () => {
  await importLines(app, good())
  const before = contentOf(rawOf(app))
  const lines = BROKEN.map(([, broken], index) => line(`BAD-${index}`, broken))
  const { previewed, committed } = await importLines(app, lines)
  expect(previewed).toMatchObject({ rows: BROKEN.length, create: 0, refused: BROKEN.length })
  expect(committed).toMatchObject({ created: 0, updated: 0, refused: BROKEN.length })
  expect(contentOf(rawOf(app))).toEqual(before)
})

test('every fault of a line is named at once', async () => {
  const previewed = await preview(
    app,
    fileOf([line('BAD', { Currency: 'ABC', 'Deal Name': '', 'Solution 1': '' })]),
  )
  expect(previewed.sample[0]!.reasons.map(({ code }) => code).sort()).toEqual([
    'CELL_MISSING',
    'SOLUTION_REQUIRED',
    'UNKNOWN_CURRENCY',
  ])
})

test('a referral that stands in the file twice comes in once; the second line is refused', async () => {
  const { previewed, committed } = await importLines(app, [
    line('R-1'),
    line('R-1', { 'Deal Name': 'Again' }),
    line('R-2'),
  ])
  expect(previewed.sample.find(({ verdict }) => verdict === 'refused')).toMatchObject({
    line: 3,
    reasons: [{ code: 'TWICE_IN_FILE', column: 'Referral ID', value: 'R-1' }],
  })
  expect(committed).toMatchObject({ created: 2, refused: 1 })
})

test('the errors file has the columns of the file, and mended it comes in', async () => {
  const bad = {
    ...line('BAD', { Currency: 'ABC', Notes: '=1+1', 'Deal Name': "'=quoted" }),
    'Later Column': '+later',
  }
  const header = [...HEADER, 'Later Column']
  const previewed = await preview(app, fileOf([...good(), bad], header))
  const { path, name } = await app.files.get(previewed.errorsFileId as never)
  expect(name).toBe('errors-deals.csv')
  const [errors] = linesOf(await readFile(path))
  expect(Object.keys(errors!)).toEqual(header)
  const mended = fileOf([{ ...errors!, Currency: 'EUR' }], header)
  const { importId, create, refused } = await preview(app, mended)
  expect([create, refused]).toEqual([1, 0])
  await commit(app, importId)
  const direct = await openApplication()
  await commit(direct, (await preview(direct, fileOf([{ ...bad, Currency: 'EUR' }], header))).importId)
  const [mine, theirs] = await Promise.all(
    [app, direct].map(async (one) => {
      const { rows } = await one.call('deals.list', { tab: 'all', filters: { currency: 'EUR' } })
      const { id } = rows.find(({ name: dealName }) => dealName.includes('quoted'))!
      const deal = await one.call('deals.get', { dealId: id })
      return [deal.name, deal.notes, deal.external!.extra]
    }),
  )
  expect(mine).toEqual(theirs)
  expect(mine).toEqual([
    '=quoted',
    '=1+1',
    { 'Later Column': '+later', 'Share with Microsoft sales team': 'No' },
  ])
})

test('a file without an Errors column gets one in front', async () => {
  const header = HEADER.filter((column) => column !== 'Errors')
  const previewed = await preview(app, fileOf([line('BAD', { Currency: 'ABC' })], header))
  const [errors] = await errorsOf(previewed.errorsFileId)
  expect(Object.keys(errors!)).toEqual(['Errors', ...header])
  expect(errors).toMatchObject({
    'Referral ID': 'BAD',
    Errors: 'Currency “ABC” is not a currency code [UNKNOWN_CURRENCY]',
  })
})

test('the reasons are written in the language that was asked for', async () => {
  const fileId = await upload(app, fileOf([line('BAD', { Currency: 'ABC', 'Solution 1': '' })]))
  const input = { fileId, format: 'partner-center-csv', locale: 'zh-CN' } as const
  const previewed = (await app.job((await app.call('imports.preview', input)).jobId)) as Preview
  const [errors] = await errorsOf(previewed.errorsFileId)
  expect(errors!['Errors']).toBe(
    'Currency “ABC” 不是货币代码 [UNKNOWN_CURRENCY]; Solution 1 缺少解决方案 [SOLUTION_REQUIRED]',
  )
})
