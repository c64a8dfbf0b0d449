import { computed, ref } from 'vue'
import type { BoardColumn } from '#shared/domain/stages.ts'
import type { BoardColumnView } from '#shared/ipc/contract/deals.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { announce } from '../../../app/announcer.ts'
import { type Shortcut, runShortcut, useShortcuts } from '../../../app/shortcuts/shortcuts.ts'
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
  /** Whether nothing moves here; where so, it says why. */
  readonly barred: () => boolean
}

/** The card a key was pressed on. */
interface At {
  readonly deal: DealRow
  readonly column: BoardColumn
  readonly index: number
}

/** The board by keyboard: arrows walk over the cards, Space lifts and drops, arrows carry, Escape puts back. */
export function useBoardKeys({ lift, columns, titleOf, reason, focus, drop, barred }: BoardKeysDeps) {
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
    if (home === null || deal.closedAt !== null || barred()) return
    await lift.lift(deal, 'keyboard')
    announce(t('board.lifted', { name: deal.name, column: titleOf(home) }))
  }

  function putBack(deal: DealRow): void {
    const home = columnOf(deal)
    lift.letGo()
    if (home) announce(t('board.putBack', { name: deal.name, column: titleOf(home) }))
  }

  function carry(step: 1 | -1): void {
    lift.carry(step)
    sayWhere()
  }
  /** To the card above or below. */
  function walk({ column, index }: At, step: 1 | -1): void {
    const rows = columns().find(({ key }) => key === column)?.rows ?? []
    if (rows[index + step]) focus(column, index + step)
  }
  /** To the next column that has cards. */
  function stride({ column, index }: At, step: 1 | -1): void {
    const shown = columns()
    for (let at = shown.findIndex(({ key }) => key === column) + step; shown[at]; at += step) {
      const { key, rows } = shown[at]!
      if (rows.length > 0) return focus(key, Math.min(index, rows.length - 1))
    }
  }

  const onGround: readonly Shortcut<At>[] = [
    { keys: ['ArrowUp'], words: 'shortcuts.board.up', run: (_event, at) => walk(at, -1) },
    { keys: ['ArrowDown'], words: 'shortcuts.board.down', run: (_event, at) => walk(at, 1) },
    { keys: ['ArrowLeft'], words: 'shortcuts.board.left', run: (_event, at) => stride(at, -1) },
    { keys: ['ArrowRight'], words: 'shortcuts.board.right', run: (_event, at) => stride(at, 1) },
    // The name of a card is a link: it opens by itself.
    { keys: ['Enter'], words: 'shortcuts.board.open', run: () => false },
    { keys: ['Space'], words: 'shortcuts.board.lift', run: (_event, { deal }) => void pickUp(deal) },
  ]
  const inTheAir: readonly Shortcut<At>[] = [
    { keys: ['ArrowLeft'], words: 'shortcuts.board.carryLeft', run: () => carry(-1) },
    { keys: ['ArrowRight'], words: 'shortcuts.board.carryRight', run: () => carry(1) },
    { keys: ['Space', 'Enter'], words: 'shortcuts.board.drop', run: () => void drop() },
    { keys: ['Escape'], words: 'shortcuts.board.putBack', run: (_event, { deal }) => putBack(deal) },
  ]
  // Heard by the cards themselves: the same keys mean something else beside them.
  useShortcuts({ title: 'shortcuts.groups.lifted', shortcuts: inTheAir, local: true })
  useShortcuts({ title: 'shortcuts.groups.board', shortcuts: onGround, local: true })

  function onKey(event: KeyboardEvent, deal: DealRow, column: BoardColumn, index: number): void {
    const onName = event.target instanceof HTMLElement && event.target.closest('h3') !== null
    if (!onName || event.ctrlKey || event.metaKey || event.altKey) return
    const isLifted = lift.lifted.value?.by === 'keyboard'
    const done = runShortcut(isLifted ? inTheAir : onGround, event, { deal, column, index })
    // A lifted card keeps the focus.
    if (!done && isLifted && (event.key === 'Tab' || event.key.startsWith('Arrow'))) event.preventDefault()
  }

  return { reachableId, onKey, remember: (id: string) => void (remembered.value = id) }
}
