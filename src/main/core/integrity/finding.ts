/** Something that does not hold: what it is about, and the fields or words that tell how. */
export interface Finding {
  readonly subject: string
  readonly fault: string
}

/** Findings kept of one check: enough to see what is wrong, however much is. */
export const MOST_FINDINGS = 100

/** What one check of a store looked at and found. `counted` is the number of things looked at. */
export interface CheckResult {
  readonly check: 'pages' | 'foreign-keys' | 'event-chain' | 'deals' | 'search' | 'counters'
  readonly counted: number
  /** How many findings there are in all; the first of them follow. */
  readonly faults: number
  readonly findings: readonly Finding[]
}

/** The result of a check from everything it found. */
export const resultOf = (
  check: CheckResult['check'],
  counted: number,
  findings: readonly Finding[],
): CheckResult => ({ check, counted, faults: findings.length, findings: findings.slice(0, MOST_FINDINGS) })
