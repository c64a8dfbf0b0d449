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
  let newest = 0

  async function ask<T>(fetch: () => Promise<T>, take: (found: T) => void): Promise<void> {
    const request = ++newest
    try {
      const found = await fetch()
      if (request !== newest) return
      problem.value = ''
      take(found)
    } catch (error) {
      if (request === newest) problem.value = explainError(t, format.value, error)
    }
  }
  /** Nothing is asked any more: what is on its way is not heard. */
  function forget(): void {
    newest += 1
    problem.value = ''
  }
  return { problem, ask, forget }
}
