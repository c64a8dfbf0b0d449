/** The steps a deal is written in (RULEBOOK 6), in their order. */
export const DEAL_STEPS = ['customer', 'details', 'team', 'solutions', 'help', 'partners', 'review'] as const
export type DealStep = (typeof DEAL_STEPS)[number]
