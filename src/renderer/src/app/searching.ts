import { ref } from 'vue'
import { explainError } from './explain.ts'
import { useFormat } from './format.ts'
import { useWords } from './words/words.ts'

/**
 * Asks as one types: of several requests only the newest is heard, and one that fails is said, until the next one goes
 * through.
 */
export function useSearching() {
  const { t } = useWords()
  const format = useFormat()
  const problem = ref('')
  /** What is known answers an older question. */
  const pending = ref(false)
  let newest = 0

  async function ask<T>(fetch: () => Promise<T>, take: (found: T) => void): Promise<void> {
    const request = ++newest
    pending.value = true
    try {
      const found = await fetch()
      if (request !== newest) return
      problem.value = ''
      take(found)
    } catch (error) {
      if (request === newest) problem.value = explainError(t, format.value, error)
    } finally {
      if (request === newest) pending.value = false
    }
  }
  /** Nothing is asked any more: what is on its way is not heard. */
  function forget(): void {
    newest += 1
    pending.value = false
    problem.value = ''
  }
  return { problem, pending, ask, forget }
}
