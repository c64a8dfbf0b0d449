/** A print that takes longer hangs: nobody waits for it any more. */
export const LONGEST_PRINT_MS = 120_000
