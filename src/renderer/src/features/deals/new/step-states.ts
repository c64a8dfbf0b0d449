import { computed } from 'vue'
import { fullName } from '#shared/domain/person.ts'
import { DEAL_STEPS, type DealStep } from '#shared/domain/deal-steps.ts'
import { useFormat } from '../../../app/format.ts'
import { useWords } from '../../../app/words/words.ts'
import { partnerNameOf } from '../form/invite-entry.ts'
import type { NewDealForm } from './new-deal-form.ts'
import { stepOf } from './steps.ts'

/** A step as the rail shows it. */
export interface StepState {
  readonly step: DealStep
  readonly title: string
  /** What stands in it, or what it lacks, in a few words. */
  readonly words: string
  /** Something is in it and nothing is missing. */
  readonly done: boolean
  /** It lacks something although it was left, or creating was tried. */
  readonly bad: boolean
}

/** How every step stands, live. */
export function useStepStates({ draft, value, missing, needsConsent, isJudged, steps, faults }: NewDealForm) {
  const { t } = useWords()
  const format = useFormat()

  const counted = (names: readonly string[], many: 'solutions' | 'partners'): string =>
    names.length > 1 ? t(`newDeal.steps.${many}`, { count: names.length }) : (names[0] ?? '')

  function customer(): string {
    const { picked, adding, name, city } = draft.customer
    const typed = adding ? [name.trim(), city.trim()] : []
    return (picked ? [picked.name, picked.city] : typed).filter(Boolean).join(t('common.comma'))
  }
  function details(): string {
    const date = draft.closeDate && format.value.fullDate(draft.closeDate)
    const parts = [value.value && format.value.money(value.value), date].filter(Boolean)
    return parts.length > 0 ? parts.join(t('common.comma')) : draft.name.trim()
  }
  function team(): string {
    const [first, ...others] = draft.team
    const incomplete = missing.value.filter(
      (reason) => reason.code === 'TEAM_MEMBER_INCOMPLETE' && stepOf(reason) === 'team',
    ).length
    if (!first || (incomplete === 0 && others.length === 0)) return first ? fullName(first) : ''
    const count = draft.team.length
    return t('newDeal.steps.complete', { done: count - incomplete, count })
  }
  function review(): string {
    if (!needsConsent.value) return t('newDeal.steps.noConsent')
    return t(draft.consent ? 'newDeal.steps.consent' : 'newDeal.steps.consentMissing')
  }
  const inside: Record<DealStep, () => string> = {
    customer,
    details,
    team,
    solutions: () =>
      counted(
        draft.solutions.map(({ name }) => name),
        'solutions',
      ),
    help: () => (draft.help ? t(`labels.help.${draft.help}`) : ''),
    partners: () =>
      counted(
        draft.partners.map(
          (entry, index) => partnerNameOf(entry) || t('newDeal.partners.numbered', { number: index + 1 }),
        ),
        'partners',
      ),
    review,
  }

  /** A step that holds something says what else it lacks: one thing by its name, several by their number. */
  function lackWords(step: DealStep, content: string, lacks: readonly string[]): string {
    if (content === '' || step === 'team' || step === 'review') return content
    if (lacks.length > 1) return t('newDeal.steps.lacksSome', { count: lacks.length })
    return lacks[0]!
  }
  function stateOf(step: DealStep): StepState {
    const title = t(`newDeal.sections.${step}`)
    if (!steps.isNeeded(step)) {
      return { step, title, words: t('newDeal.steps.unneeded'), done: false, bad: false }
    }
    const lacks = faults.lines.value.filter((line) => line.step === step).map(({ title }) => title)
    const bad = lacks.length > 0 && faults.isShown(step)
    const content = inside[step]()
    const nothing = step === 'review' ? '' : t(`newDeal.steps.empty.${step}`)
    const words = (bad ? lackWords(step, content, lacks) : content) || nothing
    // Who reviews has seen the rest: that is done once nothing at all is missing.
    const clean = step === 'review' ? steps.left.has(step) && missing.value.length === 0 : content !== ''
    return { step, title, words, done: isJudged.value && lacks.length === 0 && clean, bad }
  }
  return computed(() => DEAL_STEPS.map(stateOf))
}
