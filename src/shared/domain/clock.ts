/**
 * Why the computer's clock is doubted until a person confirms the date (PROMISES 7.5): outside the years of this
 * application, or moved further than anybody is away.
 */
export const HOLD_REASONS = [
  'before-release',
  'after-support',
  'moved-back-far',
  'leaped-forward',
  'jumped-while-running',
] as const
export type HoldReason = (typeof HOLD_REASONS)[number]
