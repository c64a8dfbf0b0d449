/** Why two deals look like one, the strongest first. */
export const LIKENESS_REASONS = ['crm-id', 'duns', 'customer', 'customer-alike', 'name', 'value'] as const
export type LikenessReason = (typeof LIKENESS_REASONS)[number]
