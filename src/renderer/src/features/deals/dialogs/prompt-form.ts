import { computed, ref } from 'vue'
import type { Refusal } from '#shared/errors.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { useFormat } from '../../../app/format.ts'
import { explainRefusal } from '../../../app/explain.ts'
import { useWords } from '../../../app/words/words.ts'
import { CallError } from '../../../bridge/client.ts'
import { type CommandInput, useDealCommands } from '../deal-commands.ts'

/**
 * A form that ends in one command. The rules say what is wrong with it, field by field; what belongs to no field is
 * said above the buttons.
 */
export function usePromptForm(deal: () => DealView, done: (deal: DealView) => void) {
  const { execute, explain } = useDealCommands()
  const { t } = useWords()
  const format = useFormat()
  const busy = ref(false)
  const reasons = ref<readonly Refusal[]>([])
  const problem = ref('')

  const faults = computed(() => {
    const byField = new Map<string, string>()
    for (const reason of reasons.value) {
      const field = reason.fix?.field
      if (field && !byField.has(field)) byField.set(field, explainRefusal(t, format.value, reason).title)
    }
    return byField
  })

  /** Sends a command, or what comes of making one ready. */
  async function submit(command: CommandInput | (() => Promise<CommandInput>)): Promise<void> {
    busy.value = true
    reasons.value = []
    problem.value = ''
    try {
      const { deal: changed } = await execute(
        deal(),
        typeof command === 'function' ? await command() : command,
      )
      done(changed)
    } catch (error) {
      if (error instanceof CallError && error.shape.code === 'REFUSED') {
        reasons.value = error.shape.details.reasons
        const general = reasons.value.filter((reason) => !reason.fix?.field)
        problem.value = general.map((reason) => explainRefusal(t, format.value, reason).text).join(' ')
      } else problem.value = explain(error)
    } finally {
      busy.value = false
    }
  }

  /** The fault of a field, in words; null while it has none. */
  const fault = (field: string): string | null => faults.value.get(field) ?? null

  /** A reason as a sentence. */
  const words = (reason: Refusal): string => explainRefusal(t, format.value, reason).text

  return { busy, problem, reasons, fault, words, submit }
}

/** A form that ends in one command. */
export type PromptForm = ReturnType<typeof usePromptForm>
