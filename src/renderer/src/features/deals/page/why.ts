import { computed } from 'vue'
import type { Refusal } from '#shared/errors.ts'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'
import { explainRefusal } from '../../../app/explain.ts'
import { useFormat } from '../../../app/format.ts'
import { useWords } from '../../../app/words/words.ts'
import type { Reason } from '../../../ui/reason.ts'

/** What a refusal can be mended by on this page. */
export interface Mends {
  readonly copy: () => void
  readonly accept: () => void
  readonly markNext: (() => void) | null
  readonly nextStage: string | null
  readonly openMicrosoft?: () => void
}

/** The verdicts of a deal as the page asks for them: allowed or not, and why not with the ways out. */
export function useWhy(actions: () => readonly VerdictView[], mends: () => Mends) {
  const { t } = useWords()
  const format = useFormat()

  const find = (action: VerdictView['action'], target: string | null = null): VerdictView | null =>
    actions().find((verdict) => verdict.action === action && verdict.target === target) ?? null

  function waysOut(refusal: Refusal): Reason['mends'] {
    const { copy, accept, markNext, nextStage, openMicrosoft } = mends()
    const copying = { label: t('dealPage.actions.copy'), go: copy }
    if (refusal.code === 'MICROSOFT_ALREADY_INVITED' && openMicrosoft) {
      return [copying, { label: t('dealPage.actions.openMicrosoft'), go: openMicrosoft }]
    }
    switch (refusal.fix?.action) {
      case 'copy':
        return [copying]
      case 'accept':
        return [{ label: t('dealPage.actions.accept'), go: accept }]
      case 'mark-stage':
        return markNext && nextStage
          ? [{ label: t('dealPage.actions.markStage', { stage: nextStage }), go: markNext }]
          : []
      default:
        return []
    }
  }

  /** Why an action is blocked; empty when it isn't. */
  const reasons = (action: VerdictView['action'], target: string | null = null): Reason[] =>
    (find(action, target)?.reasons ?? []).map((refusal) => ({
      ...explainRefusal(t, format.value, refusal),
      mends: waysOut(refusal),
    }))

  const allowed = (action: VerdictView['action'], target: string | null = null): boolean =>
    find(action, target)?.allowed ?? false

  const corrections = computed(() =>
    actions().filter((verdict) => verdict.action === 'correct-stage' && verdict.allowed),
  )
  return { reasons, allowed, corrections }
}
