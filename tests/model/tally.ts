/** How often what came of which command, over any number of sequences. Plain data: workers send it home. */
export interface Tally {
  sequences: number
  commands: number
  /** Per kind of command and outcome: allowed, refused, conflict, invalid, unknown, uncertain. */
  readonly outcomes: Record<string, Record<string, number>>
  readonly reasons: Record<string, number>
  /** Everything else that was done or looked at. */
  readonly others: Record<string, number>
}

export const emptyTally = (): Tally => ({ sequences: 0, commands: 0, outcomes: {}, reasons: {}, others: {} })

const add = (counts: Record<string, number>, key: string, by = 1): void => {
  counts[key] = (counts[key] ?? 0) + by
}

export function countOutcome(tally: Tally, kind: string, outcome: string, reasons: readonly string[]): void {
  tally.commands += 1
  add((tally.outcomes[kind] ??= {}), outcome)
  for (const reason of reasons) add(tally.reasons, reason)
}

export const countOther = (tally: Tally, what: string): void => add(tally.others, what)

/** Adds what another run counted. */
export function addTally(sum: Tally, more: Tally): void {
  sum.sequences += more.sequences
  sum.commands += more.commands
  for (const [kind, outcomes] of Object.entries(more.outcomes))
    for (const [outcome, count] of Object.entries(outcomes)) add((sum.outcomes[kind] ??= {}), outcome, count)
  for (const [reason, count] of Object.entries(more.reasons)) add(sum.reasons, reason, count)
  for (const [what, count] of Object.entries(more.others)) add(sum.others, what, count)
}

const OUTCOMES = ['allowed', 'refused', 'conflict', 'invalid', 'unknown', 'uncertain'] as const

const listOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(' · ')

/** The counts as a person reads them. */
export function tallyText({ sequences, commands, outcomes, reasons, others }: Tally): string {
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(18) : String(cell).padStart(10))).join('')
  const rows = Object.entries(outcomes).map(([kind, counts]) =>
    row([kind, ...OUTCOMES.map((outcome) => counts[outcome] ?? 0)]),
  )
  return [
    `${sequences} sequences, ${commands} commands, ${(commands / Math.max(1, sequences)).toFixed(1)} a sequence`,
    row(['', ...OUTCOMES]),
    ...rows.sort(),
    `reasons (${Object.keys(reasons).length}): ${listOf(reasons)}`,
    `besides: ${listOf(others)}`,
  ].join('\n')
}
