import type { Command, CommandKind } from '#shared/domain/command.ts'
import type { Deal, Party } from '#shared/domain/deal.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { SystemCommand } from './commands/system.ts'
import { refusal } from './refusal.ts'
import type { Verdict } from './verdicts.ts'

/** Always answered, started or ended by the clock. */
const ALWAYS = new Set<CommandKind | SystemCommand['kind']>([
  'report-invited',
  'accept',
  'decline',
  'receive',
  'invite-microsoft',
  'invite-partner',
  'expire',
  'report-expired',
])

const pending = ({ status }: Pick<Party, 'status'>): boolean => status === 'pending'

/**
 * Whether a command starts, answers or ends the clock of an invitation (B6): such a command is never carried out by a
 * clock that is in doubt, because neither an expiry nor a deadline is ever taken back (PROMISES 7.5).
 */
export function isTimeGuarded(command: Command | SystemCommand): boolean {
  switch (command.kind) {
    case 'create':
      return Boolean(command.microsoft) || (command.partners ?? []).length > 0
    case 'record-answer':
      return command.answer === 'accepted' || command.answer === 'declined'
    case 'adopt':
      return command.start.expiresAt !== null || command.start.parties.some(pending)
    default:
      return ALWAYS.has(command.kind)
  }
}

/** The clocks of a deal that run: its own while it waits for us, and those of parties that owe an answer. */
const runningClocks = (deal: Deal | null): readonly string[] =>
  deal === null
    ? []
    : [...(deal.status === 'received' ? [deal.id] : []), ...deal.parties.filter(pending).map(({ id }) => id)]

/** Whether a change lets a clock run that did not: taking an answer back is no easier than giving it. */
export function startsClock(before: Deal | null, after: Deal | null): boolean {
  const running = new Set(runningClocks(before))
  return runningClocks(after).some((clock) => !running.has(clock))
}

/** An answer that is still owed has a deadline; won and lost have none. */
const guardsVerdict = ({ action, target }: Verdict, deal: Deal): boolean =>
  action === 'record-answer'
    ? deal.parties.some((party) => party.id === target && pending(party))
    : ALWAYS.has(action)

/** The verdicts of a deal while the clock is doubted: what a deadline decides is blocked until the date is confirmed. */
export const whileDoubted = (
  verdicts: readonly Verdict[],
  deal: Deal,
  doubt: { readonly since: Instant; readonly why: string },
): readonly Verdict[] =>
  verdicts.map((verdict) => {
    if (!guardsVerdict(verdict, deal)) return verdict
    const { since, why } = doubt
    const uncertain = refusal('CLOCK_UNCERTAIN', { since, why }, { action: 'confirm-clock' })
    return { ...verdict, allowed: false, reasons: [...verdict.reasons, uncertain] }
  })
