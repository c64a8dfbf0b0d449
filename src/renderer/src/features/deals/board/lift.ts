import { computed, ref, shallowRef } from 'vue'
import type { BoardColumn, Family } from '#shared/domain/stages.ts'
import { BOARD_COLUMNS } from '#shared/domain/stages.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { useClient } from '../../../bridge/provide.ts'
import { type ColumnVerdict, type ColumnVerdicts, columnOf, columnVerdicts } from './column-verdicts.ts'

/** A card in the air: by mouse or by keyboard, the same state and the same verdicts. */
export interface Lifted {
  readonly deal: DealRow
  readonly by: 'mouse' | 'keyboard'
}

/** Lifting, carrying and putting down a card. What a drop does is the board's business. */
export function useLift(family: () => Family) {
  const client = useClient()
  const lifted = shallowRef<Lifted | null>(null)
  const verdicts = shallowRef<ColumnVerdicts | null>(null)
  const over = ref<BoardColumn | null>(null)
  const target = computed<ColumnVerdict | null>(() =>
    over.value && verdicts.value ? (verdicts.value[over.value] ?? null) : null,
  )

  let judging: Promise<void> = Promise.resolve()

  async function judge(deal: DealRow): Promise<void> {
    const { actions } = await client.call('deals.actions', { dealId: deal.id })
    if (lifted.value?.deal.id === deal.id) verdicts.value = columnVerdicts(deal, family(), actions)
  }

  function lift(deal: DealRow, by: Lifted['by']): Promise<void> {
    lifted.value = { deal, by }
    over.value = columnOf(deal)
    verdicts.value = null
    judging = judge(deal)
    return judging
  }

  /** The pointer is over this column now; undefined: over none, which counts as home. */
  function hover(column: unknown): void {
    if (!lifted.value) return
    over.value = typeof column === 'string' ? (column as BoardColumn) : columnOf(lifted.value.deal)
  }

  /** Carries the card a column further; stops at the ends. */
  function carry(step: 1 | -1): void {
    if (!over.value) return
    const columns: readonly BoardColumn[] = BOARD_COLUMNS[family()]
    const index = columns.indexOf(over.value) + step
    over.value = columns[Math.max(0, Math.min(columns.length - 1, index))]!
  }

  function letGo(): void {
    lifted.value = null
    verdicts.value = null
    over.value = null
  }

  return { lifted, verdicts, over, target, lift, hover, carry, letGo, judged: () => judging }
}

export type Lift = ReturnType<typeof useLift>
