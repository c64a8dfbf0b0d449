import type { CommandKind, CommandOf } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type { Decided } from '#shared/domain/event.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Refusal } from '#shared/errors.ts'
import { type Result, err, ok } from '#shared/result.ts'
import type { Facts } from '../facts.ts'

export type Decision = Result<readonly Decided[], readonly Refusal[]>

/** Decides one kind of command on an existing deal whose situation already allows it. */
export type Decider<K extends CommandKind> = (
  deal: Deal,
  command: CommandOf<K>,
  now: Instant,
  facts: Facts,
) => Decision

/** The events, unless there are reasons against them. */
export const unless = (reasons: readonly Refusal[], events: () => readonly Decided[]): Decision =>
  reasons.length > 0 ? err(reasons) : ok(events())

/** Trimmed text, or null when nothing is left. */
export const textOrNull = (text: string | null | undefined): string | null => text?.trim() || null
