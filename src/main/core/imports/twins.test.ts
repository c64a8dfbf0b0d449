import { expect, test } from 'vitest'
import { fileOf, importLines, line, preview } from '../../../../tests/support/bulk-csv.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const codes = ({ sample }: Awaited<ReturnType<typeof preview>>) =>
  sample.map(({ line, warnings }) => [line, ...warnings.map(({ code, value }) => `${code} ${value}`)])

test('rows that look like a deal here, or like a row before them, are named first and still come in', async () => {
  const app = await openApplication()
  await importLines(app, [line('a', { 'Deal Name': 'Cold-chain telemetry', 'CRM ID': 'CRM-7' })])
  const rows = [
    line('b', { 'Deal Name': 'Archive move', 'Estimated Deal Value': '7000.75' }),
    line('c', { 'Deal Name': 'Cold chain telemetry', 'Customer Name': 'Harborline Foods' }),
    line('d', { 'Deal Name': 'Payroll', 'Customer Name': 'Alder Textiles AB', 'CRM ID': 'crm 7' }),
    line('e', { 'Deal Name': 'Archive move', 'Customer Name': 'Harborlnie Foods B.V.' }),
    line('f', { 'Deal Name': 'Archive move', 'Estimated Close Date': '05/24/2028' }),
  ]
  const previewed = await preview(app, fileOf(rows))
  expect(previewed).toMatchObject({ create: 5, refused: 0, duplicates: 3, warnings: 3 })
  expect(codes(previewed)).toEqual([
    [3, 'LOOKS_LIKE_DEAL Cold-chain telemetry'],
    [4, 'LOOKS_LIKE_DEAL Cold-chain telemetry'],
    [5, 'LOOKS_LIKE_ROW 2'],
    [2],
    [6],
  ])
  const { committed } = await importLines(app, rows)
  expect(committed).toMatchObject({ created: 5 })
  // Deals of Partner Center that are here already are themselves, not like themselves.
  expect(await preview(app, fileOf(rows))).toMatchObject({ unchanged: 5, duplicates: 0 })
})

test('closed rows that came to nothing, and parties of one engagement, look like nothing', async () => {
  const app = await openApplication()
  const lost = {
    'Partner Referral Status': 'Closed',
    'Partner Referral Substatus': 'Lost',
    'Declined/Lost reason': '1',
    'Sales Stage': '',
    'Deal Name': 'Archive move',
  }
  const rows = [
    line('a', { 'Deal Name': 'Archive move' }),
    line('b', lost),
    line('c', { 'Deal Name': 'Archive move', 'Engagement ID': 'engagement of a' }),
  ]
  expect(await preview(app, fileOf(rows))).toMatchObject({ create: 3, duplicates: 0 })
})
