import type { Direction } from '#shared/domain/deal.ts'
import { type AnyStage, BOARD_COLUMNS, type BoardColumn, type Family, rungOf } from '#shared/domain/stages.ts'
import type { Refusal } from '#shared/errors.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'

/** What a column would do with a lifted card. */
export type ColumnVerdict =
  /** It is there already. */
  | { readonly kind: 'home' }
  /** Carried out at once. */
  | { readonly kind: 'mark' | 'correct'; readonly stage: AnyStage }
  /** Asks first; nothing is saved before. */
  | { readonly kind: 'accept' | 'win' | 'lose' }
  /** Refused, with the rulebook's reasons, or a reason of the board's own. */
  | {
      readonly kind: 'refused'
      readonly reasons: readonly Refusal[]
      readonly board: 'noWayBack' | 'answerFirst' | 'declineInstead' | null
    }

export type ColumnVerdicts = Readonly<Record<string, ColumnVerdict>>

const refused = (
  reasons: readonly Refusal[],
  board: 'noWayBack' | 'answerFirst' | 'declineInstead' | null = null,
): ColumnVerdict => ({ kind: 'refused', reasons, board })

/** The column a deal stands in; null for those that live in the lists. */
export function columnOf(deal: Pick<DealRow, 'status' | 'stage'>): BoardColumn | null {
  if (deal.status === 'received' || deal.status === 'won' || deal.status === 'lost') return deal.status
  if (deal.status !== 'accepted') return null
  return deal.stage === 'accepted' || deal.stage === null ? 'created' : deal.stage
}

const baseOf = (direction: Direction): AnyStage => (direction === 'outbound' ? 'created' : 'accepted')

function stageVerdict(
  deal: DealRow,
  family: Family,
  column: BoardColumn,
  find: (action: string, target: string | null) => VerdictView | undefined,
): ColumnVerdict {
  const stage = column === 'created' ? baseOf(deal.direction) : (column as AnyStage)
  const order = rungOf(family, stage)?.order ?? 0
  const current = deal.stage ? (rungOf(family, deal.stage)?.order ?? 0) : 0
  const kind = order > current ? 'mark' : 'correct'
  const verdict = find(kind === 'mark' ? 'mark-stage' : 'correct-stage', stage)
  return verdict?.allowed ? { kind, stage } : refused(verdict?.reasons ?? [])
}

/** What every column says to a deal: the verdicts of `deals.actions`, laid out on the board. */
export function columnVerdicts(
  deal: DealRow,
  family: Family,
  actions: readonly VerdictView[],
): ColumnVerdicts {
  const find = (action: string, target: string | null = null) =>
    actions.find((verdict) => verdict.action === action && verdict.target === target)
  const simple = (action: 'accept' | 'win' | 'lose'): ColumnVerdict => {
    const verdict = find(action)
    return verdict?.allowed ? { kind: action } : refused(verdict?.reasons ?? [])
  }
  const home = columnOf(deal)
  const verdictFor = (column: BoardColumn): ColumnVerdict => {
    if (column === home) return { kind: 'home' }
    if (column === 'received') return refused([], 'noWayBack')
    if (deal.status === 'received') {
      if (column === 'created') return simple('accept')
      return column === 'lost' ? refused([], 'declineInstead') : refused([], 'answerFirst')
    }
    if (column === 'won') return simple('win')
    if (column === 'lost') return simple('lose')
    return stageVerdict(deal, family, column, find)
  }
  return Object.fromEntries(BOARD_COLUMNS[family].map((column) => [column, verdictFor(column)]))
}
