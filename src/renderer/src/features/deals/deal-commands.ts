import type { Input, Output } from '#shared/ipc/contract.ts'
import { useFormat } from '../../app/format.ts'
import { explainError } from '../../app/explain.ts'
import { useWords } from '../../app/words/words.ts'
import { useClient } from '../../bridge/provide.ts'
import { usePendingCommands } from './pending-commands.ts'

export type CommandInput = Input<'deals.execute'>['command']
export type Executed = Output<'deals.execute'>

/** What a command is aimed at: a deal as this screen last saw it. */
export interface Target {
  readonly id: string
  readonly version: number
}

/** Carries out commands against the version the person was looking at, and finds words for what goes wrong. */
export function useDealCommands() {
  const client = useClient()
  const pending = usePendingCommands()
  const { t } = useWords()
  const format = useFormat()
  return {
    execute: (target: Target | null, command: CommandInput): Promise<Executed> =>
      pending.run(() =>
        client.call('deals.execute', {
          dealId: target?.id ?? null,
          expectedVersion: target?.version ?? null,
          command,
        }),
      ),
    /** A failure as a sentence. */
    explain: (error: unknown): string => explainError(t, format.value, error),
  }
}
