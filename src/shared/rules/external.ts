import type { External } from '#shared/domain/deal.ts'

const inOrder = (extra: External['extra']): [string, string][] =>
  Object.entries(extra).sort(([a], [b]) => (a < b ? -1 : 1))

/** Whether a file says the same beyond our model as we have: columns may stand in another order. */
export const sameExternal = (a: External | null, b: External | null): boolean =>
  a === b ||
  Boolean(
    a &&
    b &&
    a.engagementId === b.engagementId &&
    a.referralId === b.referralId &&
    JSON.stringify(a.referrals ?? []) === JSON.stringify(b.referrals ?? []) &&
    JSON.stringify(inOrder(a.extra)) === JSON.stringify(inOrder(b.extra)),
  )
