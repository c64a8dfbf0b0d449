import type { RowFault } from '#shared/words/row-fault.ts'
import { issue } from '../partner-center-csv/cells.ts'
import { COLUMN } from '../partner-center-csv/columns.ts'
import type { CsvFile, Line } from '../partner-center-csv/parse.ts'
import { lineOf } from './lines.ts'
import { tellApart } from './engagement.ts'
import { isObject, recordsOf } from './parse.ts'
import { readPartner } from './partner-side.ts'
import { type Referral, referral } from './referral.ts'

/** A record where it stands in the file, counted from 1. */
interface Placed {
  readonly place: number
  readonly record: Referral
}

const shown = (record: unknown, key: string): string =>
  isObject(record) && typeof record[key] === 'string' ? record[key] : ''

/** A record nothing can be done with, and why. */
const unreadable = (place: number, record: unknown, fault: RowFault): Line => ({
  line: place,
  raw: [shown(record, 'id'), shown(record, 'name')],
  cells: new Map([
    [COLUMN.referralId, shown(record, 'id')],
    [COLUMN.name, shown(record, 'name')],
  ]),
  fault,
})

/** Records of one engagement together, as they stand in the file; without an engagement each is alone. */
function byEngagement(placed: readonly Placed[]): Placed[][] {
  const groups = new Map<string, Placed[]>()
  for (const one of placed) {
    const key = one.record.engagementId || `record ${one.place}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

/** The deals of an engagement: ours, with the sides of Microsoft and of partners, which alone are none. */
function linesOf(group: readonly Placed[], ownNumber: string | null): Line[] {
  const engagement = tellApart(group, ({ record }) => record, ownNumber)
  const { ours, microsoft, partners, unnamed } = engagement
  const organisation = ({ organizationName, organizationId }: Referral) =>
    organizationName ?? organizationId ?? ''
  const alone =
    ours.length > 0
      ? []
      : [
          ...microsoft.map(({ place, record }) => {
            const { organizationId } = record
            return unreadable(
              place,
              record,
              issue('MICROSOFT_RECORD_ALONE', 'organizationId', organizationId ?? ''),
            )
          }),
          ...partners.map(({ place, record }) =>
            unreadable(
              place,
              record,
              issue('PARTNER_RECORD_ALONE', 'organizationName', organisation(record)),
            ),
          ),
        ]
  const nameless = unnamed.map(({ place, record }) =>
    unreadable(place, record, issue('PARTY_UNNAMED', 'inviteContext.invitedMpnId')),
  )
  const sides = ours.length > 0 ? partners.map((one) => ({ ...one, side: readPartner(one.record) })) : []
  const faulty = sides.flatMap(({ place, record, side }) =>
    'fault' in side ? [unreadable(place, record, side.fault)] : [],
  )
  const readable = sides.filter(({ side }) => 'said' in side).map(({ record }) => record)
  const deals = ours.map(({ place, record }, index) => ({
    line: place,
    raw: [record.id ?? '', record.name ?? ''],
    ...(index === 0 ? lineOf(record, microsoft[0]?.record ?? null, readable) : lineOf(record, null, [])),
  }))
  return [...alone, ...nameless, ...faulty, ...deals]
}

/**
 * Opens referrals of Partner Center's API as the lines of a bulk CSV: what follows is the same for both. A record that
 * is none is refused alone. `ownNumber`: our number in Partner Center. Errors: INVALID_INPUT with path "file" for what is not such a file.
 */
export async function openJson(path: string, ownNumber: string | null): Promise<CsvFile> {
  const refused: Line[] = []
  const placed: Placed[] = []
  for (const [index, record] of (await recordsOf(path)).entries()) {
    const read = referral.safeParse(record)
    if (read.success) placed.push({ place: index + 1, record: record as Referral })
    else {
      const at = read.error.issues[0]!.path.join('.')
      refused.push(unreadable(index + 1, record, issue('RECORD_UNREADABLE', at || 'referral')))
    }
  }
  const lines = [...refused, ...byEngagement(placed).flatMap((group) => linesOf(group, ownNumber))].sort(
    (a, b) => a.line - b.line,
  )
  return { header: [COLUMN.referralId, COLUMN.name], lines: eachOf(lines) }
}

async function* eachOf<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items
}
