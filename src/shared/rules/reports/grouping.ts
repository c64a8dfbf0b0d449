import type { ReportGroup } from '#shared/domain/report.ts'
import type { Fact } from './fact.ts'
import type { Line } from './lines.ts'

/** How deals are put together: the groups a deal belongs to, and what a line says of one. */
export interface Grouping {
  readonly keysOf: (fact: Fact) => readonly string[]
  readonly groupOf: (key: string, fact: Fact) => Line['group']
}

const by = (name: string, keyOf: (fact: Fact) => string): Grouping => ({
  keysOf: (fact) => [keyOf(fact)],
  groupOf: (key) => ({ [name]: key }),
})

/** The groups a report can be broken down by. */
export const GROUPINGS: Readonly<Record<ReportGroup, Grouping>> = {
  type: by('type', ({ type }) => type),
  direction: by('direction', ({ direction }) => direction),
  country: by('country', ({ country }) => country),
  customer: {
    keysOf: ({ customerId }) => [customerId],
    groupOf: (customerId, { customerName }) => ({ customerId, name: customerName }),
  },
}

/** What stands for "none" among keys that may be any text. */
const NONE = 'none'

/** By campaign ID; deals without one are a group of their own. */
export const byCampaign: Grouping = {
  keysOf: ({ campaignId }) => [campaignId === null ? NONE : `campaign:${campaignId}`],
  groupOf: (_key, { campaignId }) => ({ campaignId }),
}

/** By solution: a deal with several is in each group (RULEBOOK 10). */
export const bySolution = (names: ReadonlyMap<string, string>): Grouping => ({
  keysOf: ({ solutions }) => (solutions.length === 0 ? [NONE] : solutions),
  groupOf: (key) =>
    key === NONE ? { solutionId: null, name: null } : { solutionId: key, name: names.get(key) ?? null },
})

/** A line for each group, the ones with most deals first. */
export function grouped(
  facts: readonly Fact[],
  { keysOf, groupOf }: Grouping,
  figuresOf: (deals: readonly Fact[]) => Pick<Line, 'figures' | 'measures'>,
): Line[] {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    for (const key of keysOf(fact)) {
      const group = groups.get(key)
      if (group) group.push(fact)
      else groups.set(key, [fact])
    }
  }
  return [...groups]
    .sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
    .map(([key, deals]) => ({ key, group: groupOf(key, deals[0]!), ...figuresOf(deals) }))
}
