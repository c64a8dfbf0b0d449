import { computed, ref, shallowRef } from 'vue'
import type { Output, ProcedureName } from '#shared/ipc/contract.ts'
import { announce } from '../../app/announcer.ts'
import { explainError } from '../../app/explain.ts'
import { useFormat } from '../../app/format.ts'
import { useWords } from '../../app/words/words.ts'
import { CallError } from '../../bridge/client.ts'

/** A dialog that saves one entry of the directory: what is missing, what went wrong, and that it is saved. */
export function useEntryForm(done: () => void, draft: () => Readonly<Record<string, unknown>>) {
  const { t } = useWords()
  const format = useFormat()
  const busy = ref(false)
  const tried = ref(false)
  const problem = ref('')
  const wrong = shallowRef<readonly string[]>([])
  let sent: Readonly<Record<string, unknown>> = {}
  /** Fields the application would not take, by name, until they are changed. */
  const refused = computed(() => {
    const now = draft()
    return wrong.value.filter((field) => sent[field] === now[field])
  })

  /** Saves unless something is missing. */
  async function save(complete: boolean, send: () => Promise<Output<ProcedureName>>): Promise<void> {
    tried.value = true
    problem.value = ''
    wrong.value = []
    if (!complete) return
    sent = { ...draft() }
    busy.value = true
    try {
      await send()
      announce(t('common.saved'))
      done()
    } catch (error) {
      const known = error instanceof CallError && error.shape.code === 'INVALID_INPUT'
      wrong.value = known ? error.shape.details.issues.map(({ path }) => path) : []
      if (wrong.value.length === 0) problem.value = explainError(t, format.value, error)
    } finally {
      busy.value = false
    }
  }
  return { busy, tried, problem, refused, save }
}

export type EntryForm = ReturnType<typeof useEntryForm>
