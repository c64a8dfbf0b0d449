import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { Format } from '../format.ts'
import type { Tell } from '../tell.ts'

/** The fact that makes a deal the type it is, as the second half of a sentence. */
export function becauseOf(t: Tell, format: Format, deal: DealView): string {
  const { because, organization, at } = deal.typeReason
  const words = { date: at ? format.day(at) : '', organization: organization ?? '' }
  if (because === 'assessment-chosen' || because === 'nobody-else') return t(`dealPage.because.${because}`)
  if (deal.direction === 'outbound') return t(`dealPage.because.${because}`, words)
  const kind = because === 'microsoft-party' ? 'microsoft-joined' : 'partner-joined'
  return t(`dealPage.because.${organization === deal.sender ? 'sent' : kind}`, words)
}

/** When a deal closes; of one that was won or lost, when it did: the day it was expected is past interest. */
export const closesOf = (t: Tell, format: Format, deal: DealView): string =>
  deal.closedAt && (deal.status === 'won' || deal.status === 'lost')
    ? t(`dealPage.closedAs.${deal.status}`, { date: format.day(deal.closedAt) })
    : t('dealPage.closes', { date: format.fullDate(deal.closeDate) })
