import { type Ref, onScopeDispose, ref, shallowRef } from 'vue'
import { useFormat } from './format.ts'
import { explainError } from './explain.ts'
import { useWords } from './words/words.ts'

/** Something being fetched: loading, failed with words for it, or there. A reload keeps what is shown. */
export interface Loaded<T> {
  readonly state: Ref<'loading' | 'error' | 'ready'>
  readonly data: Ref<T | null>
  readonly error: Ref<string>
  readonly reload: () => Promise<void>
}

/** Fetches at once and again on `reload`. Answers that come late, after a newer request, are dropped. */
export function useLoaded<T>(fetch: () => Promise<T>): Loaded<T> {
  const { t } = useWords()
  const format = useFormat()
  const state = ref<'loading' | 'error' | 'ready'>('loading')
  const data = shallowRef<T | null>(null)
  const error = ref('')
  let newest = 0
  let alive = true
  onScopeDispose(() => (alive = false))

  async function reload(): Promise<void> {
    const request = ++newest
    try {
      const value = await fetch()
      if (!alive || request !== newest) return
      data.value = value
      state.value = 'ready'
    } catch (problem) {
      if (!alive || request !== newest) return
      error.value = explainError(t, format.value, problem)
      state.value = 'error'
    }
  }
  void reload()
  return { state, data, error, reload }
}
