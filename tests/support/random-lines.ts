import fc from 'fast-check'
import { type Line, line, withMicrosoft } from './bulk-csv.ts'

const STATUS_CELLS = [
  ['New', 'Pending'],
  ['Active', 'Accepted'],
  ['Active', 'Accepted'],
  ['Closed', 'Won'],
  ['Closed', 'Lost'],
  ['Closed', 'Declined'],
  ['Closed', 'Expired'],
] as const

/** A line of a file about one of a few referrals: known ones change, new ones come. */
export const lineArbitrary: fc.Arbitrary<Line> = fc
  .record({
    referral: fc.nat(3),
    status: fc.constantFrom(...STATUS_CELLS),
    stage: fc.constantFrom('', '10', '20', '40', '60', '80', '100', 'Qualify', 'sizing'),
    value: fc.constantFrom('1000.50', '2000', '-5'),
    currency: fc.constantFrom('EUR', 'USD', 'JPY'),
    name: fc.constantFrom('Cold chain', 'Warehouse'),
    reason: fc.constantFrom('', '1', '8'),
    note: fc.constantFrom('', 'call Monday'),
    solution: fc.constantFrom('SOL-1', 'SOL-2, EUR, 10, 5'),
    contact: fc.constantFrom('Iris', 'Joop'),
    member: fc.constantFrom('Ana', 'Bo', '梅'),
    microsoft: fc.constantFrom(null, null, '', 'Pending', 'Accepted', 'Declined', 'Expired', 'Won', 'Lost'),
  })
  .map((row) =>
    line(`REF-${row.referral}`, {
      ...(row.microsoft === null ? {} : withMicrosoft(row.microsoft)),
      'Customer Contact First Name': row.microsoft === null ? '' : row.contact,
      'Partner Referral Status': row.status[0],
      'Partner Referral Substatus': row.status[1],
      'Sales Stage': row.stage,
      'Estimated Deal Value': row.currency === 'JPY' ? '2000' : row.value,
      Currency: row.currency,
      'Deal Name': row.name,
      'Declined/Lost reason': row.reason,
      Notes: row.note,
      'Solution 1': row.solution,
      'Team member 1': `${row.member}, Silva, +1, ${row.member.toLowerCase()}@kestrel.example`,
    }),
  )
