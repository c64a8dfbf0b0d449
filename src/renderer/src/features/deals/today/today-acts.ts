import type { AnyStage } from '#shared/domain/stages.ts'
import type { Refusal } from '#shared/errors.ts'
import { explainRefusal } from '../../../app/explain.ts'
import type { Format } from '../../../app/format.ts'
import type { Translate } from '../../../app/words/words.ts'
import type { Reason } from '../../../ui/reason.ts'
import { type TodayRow, missingToWin, nextStageOf } from './today-rows.ts'

/** What can be done about a row: those that ask first, and a mark or a visit at once. */
export type ActKind = 'accept' | 'decline' | 'answer' | 'resubmit' | 'date' | 'win' | 'lose' | 'mark' | 'open'

/** An action of a row as its button. The first one of a row leads. */
export interface Act {
  readonly kind: ActKind
  readonly label: string
  /** Why it cannot be done; empty where it can. */
  readonly blocked: readonly Reason[]
}

const KINDS = {
  answers: ['accept', 'decline'],
  invitations: ['answer'],
  registrations: ['resubmit'],
  overdue: ['date', 'win', 'lose'],
  still: ['mark'],
} as const satisfies Record<TodayRow['section'], readonly ActKind[]>

const openStages = (missing: readonly AnyStage[]): Refusal => ({
  code: 'ASSESSMENT_STAGES_OPEN',
  params: { missing: [...missing] },
  fix: null,
})

/** The actions of a row. `mark` carries out the one that mends a blocked one. */
export function actsOf(t: Translate, format: Format, row: TodayRow, mark: () => void): readonly Act[] {
  const next = nextStageOf(row.deal)
  const missing = missingToWin(row.deal)
  return KINDS[row.section].map((wanted): Act => {
    const kind = wanted === 'mark' && next === null ? 'open' : wanted
    const stage = next ? t(`labels.stage.${next}`) : ''
    const label = kind === 'mark' ? t('today.acts.mark', { stage }) : t(`today.acts.${kind}`)
    const isBlocked = kind === 'win' && missing.length > 0
    const mends = [{ label: t('today.acts.mark', { stage }), go: mark }]
    const blocked = isBlocked ? [{ ...explainRefusal(t, format, openStages(missing)), mends }] : []
    return { kind, label, blocked }
  })
}
