import type { Envelope } from '#shared/errors.ts'
import type { Judgement } from './judge.ts'

/** The application did otherwise than the rulebook says. */
export class Violation extends Error {
  constructor(what: string, trace: readonly unknown[]) {
    super(`${what}\n${trace.map((line) => `  ${JSON.stringify(line)}`).join('\n')}`)
    this.name = 'Violation'
  }
}

/** A judgement, or what can come of a call besides. */
export type Verdict = Judgement | { readonly verdict: 'conflict' } | { readonly verdict: 'failed' }

export const codesOf = (reasons: readonly { readonly code: string }[]): string[] =>
  [...new Set(reasons.map(({ code }) => code))].sort()

/** What an answer of the application amounts to, in the words of a judgement. */
export function verdictOf(answer: Envelope): Verdict {
  if (answer.ok) return { verdict: 'allowed' }
  const { error } = answer
  if (error.code === 'INVALID_INPUT') return { verdict: 'invalid' }
  if (error.code === 'NOT_FOUND') return { verdict: 'unknown' }
  if (error.code === 'CLOCK_UNCERTAIN') return { verdict: 'uncertain' }
  if (error.code === 'CONFLICT') return { verdict: 'conflict' }
  if (error.code !== 'REFUSED') return { verdict: 'failed' }
  return { verdict: 'refused', codes: codesOf(error.details.reasons) }
}

/** What `deals.check` answers amounts to. */
export function checkedOf(answer: Envelope): Verdict {
  if (!answer.ok) return verdictOf(answer)
  const { allowed, reasons } = answer.value as unknown as {
    allowed: boolean
    reasons: { code: string }[]
  }
  return allowed ? { verdict: 'allowed' } : { verdict: 'refused', codes: codesOf(reasons) }
}

/** What a command on many deals, or an undo, says of the one deal it was about. */
export function verdictOfMany(answer: Envelope): Verdict {
  if (!answer.ok) return verdictOf(answer)
  const { refused } = answer.value as unknown as { refused: { reasons: { code: string }[] }[] }
  return refused[0] ? { verdict: 'refused', codes: codesOf(refused[0].reasons) } : { verdict: 'allowed' }
}

/** How two verdicts differ, in words; null when they are the same. */
export function disagreement(who: string, expected: Verdict, got: Verdict): string | null {
  const [wanted, told] = [JSON.stringify(expected), JSON.stringify(got)]
  return wanted === told ? null : `${who}: the rulebook says ${wanted}, the application ${told}`
}
