import { computed, ref } from 'vue'
import type { BoardColumn } from '#shared/domain/stages.ts'
import type { BoardColumnView } from '#shared/ipc/contract/deals.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { announce } from '../../../app/announcer.ts'
import { useWords } from '../../../app/words/words.ts'
import { columnOf } from './column-verdicts.ts'
import type { Lift } from './lift.ts'

interface BoardKeysDeps {
  readonly lift: Lift
  readonly columns: () => readonly BoardColumnView[]
  readonly titleOf: (key: BoardColumn) => string
  /** Why the column under the card refuses it; empty when it doesn't. */
  readonly reason: () => string
  readonly focus: (key: BoardColumn, index: number) => void
  readonly drop: () => Promise<void>
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }

/** The board by keyboard: arrows walk over the cards, Space lifts and drops, arrows carry, Escape puts back. */
export function useBoardKeys({ lift, columns, titleOf, reason, focus, drop }: BoardKeysDeps) {
  const { t } = useWords()
  const remembered = ref<string | null>(null)

  /** The one card Tab reaches: the one last visited, else the first of the board. */
  const reachableId = computed(() => {
    const rows = columns().flatMap((column) => column.rows)
    return rows.find(({ id }) => id === remembered.value)?.id ?? rows[0]?.id ?? null
  })

  function sayWhere(): void {
    const over = lift.over.value
    if (!over) return
    const column = titleOf(over)
    const verdict = lift.target.value
    if (verdict?.kind === 'home') announce(t('board.overHome', { column }))
    else if (verdict?.kind === 'refused') announce(t('board.overRefused', { column, reason: reason() }))
    else announce(t('board.over', { column }))
  }

  async function pickUp(deal: DealRow): Promise<void> {
    const home = columnOf(deal)
    if (home === null || deal.closedAt !== null) return
    await lift.lift(deal, 'keyboard')
    announce(t('board.lifted', { name: deal.name, column: titleOf(home) }))
  }

  function putBack(deal: DealRow): void {
    const home = columnOf(deal)
    lift.letGo()
    if (home) announce(t('board.putBack', { name: deal.name, column: titleOf(home) }))
  }

  function whileLifted(event: KeyboardEvent, deal: DealRow): boolean {
    if (event.key === 'Escape') putBack(deal)
    else if (event.key === ' ' || event.key === 'Enter') void drop()
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      lift.carry(STEPS[event.key]!)
      sayWhere()
    } else return event.key === 'Tab' || event.key.startsWith('Arrow')
    return true
  }

  function walk(event: KeyboardEvent, column: BoardColumn, index: number): boolean {
    const step = STEPS[event.key]
    if (step === undefined) return false
    const shown = columns()
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const rows = shown.find(({ key }) => key === column)?.rows ?? []
      if (rows[index + step]) focus(column, index + step)
      return true
    }
    for (let at = shown.findIndex(({ key }) => key === column) + step; shown[at]; at += step) {
      const { key, rows } = shown[at]!
      if (rows.length > 0) {
        focus(key, Math.min(index, rows.length - 1))
        break
      }
    }
    return true
  }

  function onKey(event: KeyboardEvent, deal: DealRow, column: BoardColumn, index: number): void {
    const onName = event.target instanceof HTMLElement && event.target.closest('h3') !== null
    if (!onName || event.ctrlKey || event.metaKey || event.altKey) return
    const lifted = lift.lifted.value?.by === 'keyboard'
    let handled = false
    if (lifted) handled = whileLifted(event, deal)
    else if (event.key === ' ') {
      handled = true
      void pickUp(deal)
    } else handled = walk(event, column, index)
    if (handled) event.preventDefault()
  }

  return { reachableId, onKey, remember: (id: string) => void (remembered.value = id) }
}
