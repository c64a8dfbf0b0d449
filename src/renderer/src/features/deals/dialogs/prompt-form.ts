import { computed, ref, shallowRef } from 'vue'
import type { Refusal } from '#shared/errors.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { useFormat } from '../../../app/format.ts'
import { explainRefusal } from '../../../app/explain.ts'
import { useWords } from '../../../app/words/words.ts'
import { useClient } from '../../../bridge/provide.ts'
import { CallError } from '../../../bridge/client.ts'
import { type CommandInput, useDealCommands } from '../deal-commands.ts'
import { stillWrong } from './still-wrong.ts'

/**
 * A form that ends in one command. The rules say what is wrong with it, field by field; what belongs to no field is
 * said above the buttons. A field that is changed after that is not called wrong any more.
 */
export function usePromptForm(
  deal: () => DealView,
  done: (deal: DealView) => void,
  /** What stands in the fields now, by the names the rules give them. */
  written: () => object = () => ({}),
) {
  const client = useClient()
  const { execute, explain } = useDealCommands()
  const { t } = useWords()
  const format = useFormat()
  const busy = ref(false)
  const refused = shallowRef<readonly Refusal[]>([])
  /** What stood in the fields when that was refused. */
  const sent = shallowRef<unknown>({})
  const plain = (): unknown => JSON.parse(JSON.stringify(written()))
  const reasons = computed(() => stillWrong(refused.value, sent.value, plain()))
  const problem = ref('')

  const faults = computed(() => {
    const byField = new Map<string, string>()
    for (const reason of reasons.value) {
      const field = reason.fix?.field
      if (field && !byField.has(field)) byField.set(field, explainRefusal(t, format.value, reason).title)
    }
    return byField
  })

  function refuse(found: readonly Refusal[]): void {
    sent.value = plain()
    refused.value = found
    const general = found.filter((reason) => !reason.fix?.field)
    problem.value = general.map((reason) => explainRefusal(t, format.value, reason).text).join(' ')
  }
  async function attempt(work: () => Promise<void>): Promise<void> {
    busy.value = true
    refused.value = []
    problem.value = ''
    try {
      await work()
    } catch (error) {
      if (error instanceof CallError && error.shape.code === 'REFUSED') refuse(error.shape.details.reasons)
      else problem.value = explain(error)
    } finally {
      busy.value = false
    }
  }

  /** Sends a command, or what comes of making one ready. */
  const submit = (command: CommandInput | (() => Promise<CommandInput>)): Promise<void> =>
    attempt(async () => {
      const made = typeof command === 'function' ? await command() : command
      done((await execute(deal(), made)).deal)
    })

  /** Nothing is sent, because something is missing that the dialog itself asks for: what else is wrong is said too. */
  const check = (command: CommandInput): Promise<void> =>
    attempt(async () => {
      const { reasons: found } = await client.call('deals.check', { dealId: deal().id, command })
      refuse(found)
    })

  /** The fault of a field, in words; null while it has none. */
  const fault = (field: string): string | null => faults.value.get(field) ?? null

  /** A reason as a sentence. */
  const words = (reason: Refusal): string => explainRefusal(t, format.value, reason).text

  return { busy, problem, reasons, fault, words, submit, check }
}

/** A form that ends in one command. */
export type PromptForm = ReturnType<typeof usePromptForm>
