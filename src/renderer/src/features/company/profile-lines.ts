import { type Ref, computed, ref, watch } from 'vue'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { announce } from '../../app/announcer.ts'
import { useApplication } from '../../app/application.store.ts'
import { explainError } from '../../app/explain.ts'
import { useFormat } from '../../app/format.ts'
import { useWords } from '../../app/words/words.ts'
import { useClient } from '../../bridge/provide.ts'

interface Lines<T> {
  /** The lines as the profile has them. */
  readonly read: (profile: Output<'profile.get'>) => T[]
  /** What is wrong with what was written, in words; empty where it can be saved. */
  readonly fault: (lines: readonly T[]) => string
  /** What is saved of them. */
  readonly write: (lines: readonly T[]) => Input<'profile.save'>
}

/** A list of the profile that is written line by line and saved as a whole. */
export function useProfileLines<T>({ read, fault, write }: Lines<T>) {
  const { t } = useWords()
  const format = useFormat()
  const client = useClient()
  const application = useApplication()
  const lines = ref([]) as Ref<T[]>
  const saved = ref('[]')
  /** Somebody wanted to save: what is wrong is shown from here on. */
  const tried = ref(false)
  const busy = ref(false)
  const problem = ref('')
  /** Nothing was touched since it was saved. */
  const justSaved = ref(false)
  watch(
    () => application.profile,
    (profile) => {
      lines.value = profile ? read(profile) : []
      saved.value = JSON.stringify(lines.value)
    },
    { immediate: true },
  )
  const changed = computed(() => JSON.stringify(lines.value) !== saved.value)
  watch(changed, (isChanged) => isChanged && (justSaved.value = false))
  const standing = computed(() =>
    changed.value ? '' : t(justSaved.value ? 'company.settings.saved' : 'company.settings.nothing'),
  )

  async function save(): Promise<void> {
    tried.value = true
    problem.value = fault(lines.value)
    if (problem.value !== '') return
    busy.value = true
    try {
      await client.call('profile.save', write(lines.value))
      await application.loadProfile()
      tried.value = false
      justSaved.value = true
      announce(t('company.settings.saved'))
    } catch (error) {
      problem.value = explainError(t, format.value, error)
    } finally {
      busy.value = false
    }
  }
  return { lines, tried, busy, problem, changed, justSaved, standing, save }
}
