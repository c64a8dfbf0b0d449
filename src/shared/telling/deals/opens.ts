import type { DealView } from '#shared/ipc/contract/deal-views.ts'

/** Whether every condition of a registration holds, or does as soon as the deal is won. */
export const opensWhenWon = (deal: DealView): boolean =>
  deal.eligibility.length > 0 && deal.eligibility.every(({ condition, holds }) => holds || condition === 'E0')
