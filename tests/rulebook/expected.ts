import type { RefusalCode } from '#shared/errors.ts'
import type { Action, Target } from './actions.ts'
import { AT_DEADLINE, type Situation } from './situations.data.ts'
import { GRID, LETTERS, TARGETS } from './stages.data.ts'
import { type Line, type Table, VERDICTS, type When } from './verdicts.data.ts'

/** Whether a line of the data is about a situation. */
const holds = (when: When | undefined, situation: Situation): boolean =>
  Object.entries(when ?? {}).every(([fact, wanted]) => {
    const is = situation[fact as keyof Situation]
    return Array.isArray(wanted) ? wanted.includes(is) : wanted === is
  })

const used = new Set<Line>()
const use = (line: Line): readonly RefusalCode[] => {
  used.add(line)
  return line.codes
}

function lookUp({ sum = [], lines }: Table, situation: Situation): readonly RefusalCode[] {
  const summed = sum.filter(({ when }) => holds(when, situation)).flatMap(use)
  if (summed.length > 0) return summed
  const line = lines.find(({ when }) => holds(when, situation))
  if (!line) throw new Error('a table without a last word')
  return use(line)
}

/** Reads one cell of the grid of stages. */
function stageVerdict(way: 'mark' | 'correct', target: Target, situation: Situation): readonly RefusalCode[] {
  if (situation.status === 'received') return ['NOT_ACTIVE']
  if (situation.status !== 'accepted') return ['DEAL_TERMINAL']
  const family = situation.type === 'solution-assessment' ? 'assessment' : 'standard'
  const line = (GRID[family] as Record<string, string>)[situation.stage!]!.split(/ +/)
  const code = LETTERS[line[TARGETS.indexOf(target)] as keyof typeof LETTERS][way]
  return code === null ? [] : [code]
}

/** What the rulebook says of an action in a situation, as the data beside this file has it: sorted codes, none if allowed. */
export function expected(action: Action, situation: Situation): readonly RefusalCode[] {
  const [, way, target] = /^(mark|correct to) (.+)$/.exec(action) ?? []
  const codes = target
    ? stageVerdict(way === 'mark' ? 'mark' : 'correct', target as Target, situation)
    : lookUp(VERDICTS[action as keyof typeof VERDICTS], situation)
  return [...codes].sort()
}

/** What becomes of a situation once every open clock has run out (B6). */
export const afterDeadline = (situation: Situation): Situation => ({
  ...situation,
  status: (AT_DEADLINE.status as Record<string, Situation['status']>)[situation.status] ?? situation.status,
  microsoft: situation.microsoft === 'pending' ? AT_DEADLINE.microsoft.pending : situation.microsoft,
  partner: situation.partner === 'pending' ? AT_DEADLINE.partner.pending : situation.partner,
})

/** Lines of the data that no case has read: a line nobody reads says nothing. */
export const unread = (): readonly string[] =>
  Object.entries<Table>(VERDICTS).flatMap(([action, { sum = [], lines }]) =>
    [...sum, ...lines].filter((line) => !used.has(line)).map(({ row }) => `${action}: ${row}`),
  )
