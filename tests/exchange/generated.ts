import { fileURLToPath } from 'node:url'
import type { CivilDate } from '#shared/domain/time.ts'
import { parse } from 'csv-parse/sync'
import type { Status } from '#shared/domain/deal.ts'
import { dealFile, dealRow } from '../support/deal-file.ts'
import type { Random } from '../support/random.ts'
import { type Json, referrals } from '../support/referrals.ts'

const STATUSES: readonly Status[] = [
  'accepted',
  'accepted',
  'accepted',
  'received',
  'won',
  'lost',
  'declined',
]

/** A bulk CSV as Partner Center could have written it. */
export const generatedCsv = (rows: number, today: CivilDate, random: Random): Buffer =>
  dealFile(Array.from({ length: rows }, () => dealRow(random, random.pick(STATUSES), today)))

/** Referrals of the API: those of the sample again and again, each with ids and texts of its own. */
export function generatedReferrals(count: number, random: Random): Json[] {
  const sample = referrals()
  return Array.from({ length: count }, (_, index) => {
    const record = structuredClone(sample[index % sample.length]!)
    return {
      ...record,
      id: random.uuid(),
      engagementId: random.uuid(),
      name: `${String(record['name'])} ${index}`,
      eTag: `"\\"${random.uuid()}\\""`,
      zUnknown: { at: ['any', { level: index, moment: '2026-11-09T22:43:39.8167743Z' }] },
    }
  })
}

const PIECES = [
  '=1+1',
  '+49 89',
  '-2',
  '@SUM(A1)',
  '\t=x',
  '\r\n=y',
  "'=z",
  "''",
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r',
  '|',
  '\\',
  '＝cmd',
  '＠a',
  '﹣1',
  ' =1',
  '\u00a0=1',
  '\u200b=1',
  '\ufeff=1',
  '<b>',
  '&amp;',
  ']]>',
  '😀',
  '中文',
  'עברית',
  '\u202e',
  'e\u0301',
  'NULL',
  '1e5',
  '007',
  'TRUE',
  'a'.repeat(300),
  '{}',
  '%00',
  '$A$1',
  '_x0001_',
]

/** Text meant to harm whoever opens it. */
export const hostileText = (random: Random): string =>
  Array.from({ length: random.int(1, 5) }, () => random.pick(PIECES)).join('')

/** Whether a spreadsheet would run a cell, told without the product's own words. */
export const startsFormula = (cell: string): boolean =>
  /^[\s\u200b\u200e\u200f\u202a-\u202e\ufeff\u00ad]*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r\n]/.test(cell)

export const rowsOf = (bytes: Buffer | string): string[][] =>
  parse(bytes, { bom: true, relax_column_count: true })

export const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
