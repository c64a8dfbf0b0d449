import { computed, ref, shallowRef } from 'vue'
import { BOARD_COLUMNS, type BoardColumn, type Family } from '#shared/domain/stages.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { useFormat } from '../../../app/format.ts'
import { useWords } from '../../../app/words/words.ts'
import { useClient } from '../../../bridge/provide.ts'
import type { MenuItem } from '../../../ui/UiMenu.vue'
import { type ColumnVerdicts, columnVerdicts } from './column-verdicts.ts'
import { verdictReason } from './verdict-words.ts'

/** "Move to …": the same moves without dragging, blocked ones listed with their reason. */
export function useBoardMenu(family: () => Family, isPast: () => boolean) {
  const { t } = useWords()
  const format = useFormat()
  const client = useClient()
  const verdicts = shallowRef<ColumnVerdicts>({})
  const declinable = ref(false)

  let newest = 0

  /** Asks what the deal of an opening menu may do; answers for a menu closed since are dropped. */
  async function prepare(deal: DealRow): Promise<void> {
    const request = ++newest
    verdicts.value = {}
    declinable.value = false
    if (isPast()) return
    const { actions } = await client.call('deals.actions', { dealId: deal.id })
    if (request !== newest) return
    verdicts.value = columnVerdicts(deal, family(), actions)
    declinable.value = actions.some(({ action, allowed }) => action === 'decline' && allowed)
  }

  const titleOf = (key: BoardColumn): string =>
    key === 'received' || key === 'created' || key === 'won' || key === 'lost'
      ? t(`board.columns.${key}`)
      : t(`labels.stage.${key}`)

  const then = (): MenuItem[] => [
    { key: 'open', label: t('past.openDeal'), icon: 'file', hint: 'Enter' },
    { key: 'move', label: t('past.move'), blocked: t('past.lockedShort'), separated: true },
  ]
  const now = (): MenuItem[] => [
    { key: 'open', label: t('board.openDeal'), icon: 'file', hint: 'Enter' },
    ...BOARD_COLUMNS[family()].flatMap((column, index): MenuItem[] => {
      const verdict = verdicts.value[column]
      if (!verdict || verdict.kind === 'home' || column === 'received') return []
      const blocked = verdict.kind === 'refused' ? verdictReason(t, format.value, verdict) : undefined
      // What asks first is named by what it does: a received deal isn't moved, it is accepted.
      const accepts = verdict.kind === 'accept'
      const label = accepts ? t('board.accept') : t('board.moveTo', { column: titleOf(column) })
      return [{ key: column, label, ...(blocked === undefined ? {} : { blocked }), separated: index === 1 }]
    }),
    ...(declinable.value ? [{ key: 'decline', label: t('board.decline'), separated: true }] : []),
  ]
  const items = computed(() => (isPast() ? then() : now()))

  return { prepare, items, verdictOf: (key: string) => verdicts.value[key] ?? null }
}
