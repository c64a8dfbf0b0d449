/**
 * The truth table of registration eligibility (RULEBOOK 8.3): all 64 combinations of E0 to E5, as they are written: E0
 * won, E1 Microsoft invited, E2 accepted or won by Microsoft, E3 a solution that earns, E4 not private, E5 no assessment.
 */
export interface Combination {
  readonly E0: boolean
  readonly E1: boolean
  readonly E2: boolean
  readonly E3: boolean
  readonly E4: boolean
  readonly E5: boolean
}
export const CONDITIONS = ['E0', 'E1', 'E2', 'E3', 'E4', 'E5'] as const

/** What a failed condition is refused with. */
export const CODE = {
  E0: 'NOT_WON',
  E1: 'MICROSOFT_NOT_INVITED',
  E2: 'MICROSOFT_NOT_ACCEPTED',
  E3: 'NO_INCENTIVE_SOLUTION',
  E4: 'PRIVATE_NOT_REGISTRABLE',
  E5: 'SA_NOT_REGISTRABLE',
} as const

/** Why a combination cannot be, whatever anybody does; null where it can. */
export function impossible({ E1, E2, E4, E5 }: Combination): string | null {
  if (!E1 && E2) return 'nobody accepts what was never sent'
  if (E1 && !E4) return 'with Microsoft on it a deal is not private: E4 follows from E1'
  if (!E4 && !E5) return 'an assessment is a type of its own, so it is not private'
  return null
}

/** Why a combination cannot come about through the application, only as facts handed to the rules; null where it can. */
export function unreachable({ E1, E2, E5 }: Combination): string | null {
  // An assessment invites nobody; one that Microsoft sent us has it as its sender, who has accepted by sending.
  return !E5 && E1 && !E2 ? 'Microsoft is on an assessment only as its sender, so it has accepted' : null
}
