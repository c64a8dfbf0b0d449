import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

const FIXTURE = resolve(import.meta.dirname, '../fixtures/partner-center-sample.csv')

/** The bytes of the sample of Partner Center's bulk CSV: 48 invented deals. */
export const sampleBytes = (): Buffer => readFileSync(FIXTURE)

/** One line by its columns. */
export type Line = Record<string, string>

/** Reads a CSV by a parser that has nothing to do with ours. */
export const linesOf = (bytes: Buffer | string): Line[] =>
  parse(bytes, { bom: true, columns: true, relax_column_count: true })

export const sampleLines = (): Line[] => linesOf(sampleBytes())

export const HEADER: readonly string[] = Object.keys(sampleLines()[0]!)

/** A CSV with Partner Center's own header. */
export const fileOf = (lines: readonly Line[], header: readonly string[] = HEADER): string =>
  `\uFEFF${stringify([header, ...lines.map((line) => header.map((column) => line[column] ?? ''))])}`

/** A good line: our own deal, running, nobody else on it. */
export const line = (referralId: string, overrides: Line = {}): Line => ({
  'Engagement ID': `engagement of ${referralId}`,
  'Referral ID': referralId,
  'Deal Name': `Deal ${referralId}`,
  'Customer Name': 'Harborline Foods BV',
  'Customer Address Line 1': 'Kade 12',
  'Customer City': 'Rotterdam',
  'Customer Country': 'NL',
  'Partner Referral Status': 'Active',
  'Partner Referral Substatus': 'Accepted',
  'Sales Stage': '20',
  'Estimated Deal Value': '1000.50',
  Currency: 'EUR',
  'Estimated Close Date': '05/24/2027',
  'Microsoft help required?': 'No',
  'Share with Microsoft sales team': 'No',
  'Consent to share Customer/Partner contact': 'Yes',
  'Solution 1': 'SOL-90001-ABC',
  'Team member 1': 'Ana, Silva, +351 21 555 0101, ana@kestrel.example',
  ...overrides,
})

/** What asks Microsoft for help, complete with contact. */
export const withMicrosoft = (status = ''): Line => ({
  'Microsoft help required?': 'Yes',
  'What specific help from Microsoft?': '1',
  'Microsoft Referral Status': status,
  'Customer Contact First Name': 'Iris',
  'Customer Contact Last Name': 'Bakker',
  'Customer Contact Phone number': '+31 10 555 0100',
  'Customer Contact Email Address': 'iris.bakker@example.com',
})
