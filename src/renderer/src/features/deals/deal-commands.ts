import type { Input, Output } from '#shared/ipc/contract.ts'
import { useFormat } from '../../app/format.ts'
import { explainError } from '../../app/explain.ts'
import { useUndo } from '../../app/undo.store.ts'
import { useWords } from '../../app/words/words.ts'
import { useClient } from '../../bridge/provide.ts'
import { whatItDid } from './command-words.ts'
import { usePendingCommands } from './pending-commands.ts'
import { useRememberMe } from './remember-me.ts'

export type CommandInput = Input<'deals.execute'>['command']
export type Executed = Output<'deals.execute'>

/** What a command is aimed at: a deal as this screen last saw it. */
export interface Target {
  readonly id: string
  readonly version: number
}

/**
 * Carries out commands against the version the person was looking at, tells what was done, with the way back where
 * there is one, and finds words for what goes wrong.
 */
export function useDealCommands() {
  const client = useClient()
  const pending = usePendingCommands()
  const undo = useUndo()
  const remember = useRememberMe()
  const { t } = useWords()
  const format = useFormat()

  /** `said`: other words for what was done than the usual ones. */
  async function execute(target: Target | null, command: CommandInput, said?: string): Promise<Executed> {
    const executed = await pending.run(() =>
      client.call('deals.execute', {
        dealId: target?.id ?? null,
        expectedVersion: target?.version ?? null,
        command,
      }),
    )
    remember(command)
    const { deal } = executed
    const eventId = executed.events.at(-1)
    const did = whatItDid(t, format.value, command, deal)
    const about = { dealId: deal.id }
    if (!did || !eventId) return executed
    if (did.undone === null) undo.say(did.text, about)
    else undo.offer(said ?? did.text, { eventId }, { ...about, undone: () => did.undone! })
    return executed
  }

  return {
    execute,
    /** A failure as a sentence. */
    explain: (error: unknown): string => explainError(t, format.value, error),
  }
}
