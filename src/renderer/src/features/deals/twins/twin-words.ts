import type { DealTwin } from '#shared/ipc/contract/deals.ts'
import type { Translate } from '../../../app/words/words.ts'

/** Why a deal looks like another one, and how far apart they close. */
export function whyAlike(t: Translate, { reasons, daysApart }: DealTwin): string {
  const dates =
    daysApart === null ? [] : [daysApart === 0 ? t('twins.sameDay') : t('twins.apart', { count: daysApart })]
  return [...reasons.map((reason) => t(`twins.because.${reason}`)), ...dates].join(t('common.comma'))
}
