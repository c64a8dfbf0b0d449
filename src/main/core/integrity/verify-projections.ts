import type { ReadExecutor } from '../../db/executor.ts'
import { type CheckResult, type Finding, resultOf } from './finding.ts'

interface Counter {
  readonly family: string
  readonly board_column: string | null
  readonly currency: string
  readonly deals: number
  readonly amount: number
}

const keyOf = (counter: Counter): string => [counter.family, counter.board_column, counter.currency].join(' ')
const figures = (counter: Counter | undefined): string =>
  `${counter?.deals ?? 0} deals, ${counter?.amount ?? 0}`

/** Counts the deals of every board column anew and holds the maintained counters against it. */
export async function verifyCounters(db: ReadExecutor): Promise<CheckResult> {
  const kept: Counter[] = await db.selectFrom('board_counters').selectAll().execute()
  const counted: Counter[] = await db
    .selectFrom('deals')
    .select((build) => [
      'family',
      'board_column',
      'value_currency as currency',
      build.fn.countAll<number>().as('deals'),
      build.fn.sum<number>('value_amount').as('amount'),
    ])
    .where('board_column', 'is not', null)
    .groupBy(['family', 'board_column', 'value_currency'])
    .execute()
  const actual = new Map(counted.map((counter) => [keyOf(counter), counter]))
  const stored = new Map(kept.map((counter) => [keyOf(counter), counter]))
  const findings = [...new Set([...actual.keys(), ...stored.keys()])].flatMap((key): Finding[] => {
    const [says, is] = [figures(stored.get(key)), figures(actual.get(key))]
    return says === is ? [] : [{ subject: key, fault: `counter says ${says}; counted ${is}` }]
  })
  return resultOf('counters', stored.size, findings)
}

/** Every deal has its words in the search index, and nothing else has. */
export async function verifySearch(db: ReadExecutor): Promise<CheckResult> {
  const words = new Set(
    (await db.selectFrom('deal_search').select('rowid').execute()).map(({ rowid }) => rowid),
  )
  const deals = await db.selectFrom('deals').select(['rowid', 'id']).execute()
  const findings: Finding[] = []
  for (const { rowid, id } of deals) {
    if (!words.delete(rowid)) findings.push({ subject: id, fault: 'not in the search index' })
  }
  for (const rowid of words) {
    findings.push({ subject: `search row ${rowid}`, fault: 'belongs to no deal' })
  }
  return resultOf('search', deals.length, findings)
}
