import { defineStore } from 'pinia'

/** Commands on their way. News of a change may overtake the answer of the command that made it. */
export const usePendingCommands = defineStore('pending-commands', () => {
  const pending = new Set<Promise<unknown>>()

  /** Carries work out and counts it as pending until its answer is here. */
  async function run<T>(work: () => Promise<T>): Promise<T> {
    const answer = work()
    pending.add(answer)
    try {
      return await answer
    } finally {
      pending.delete(answer)
    }
  }

  /** Resolves when nothing is on its way any more, and whoever waited for an answer has seen it. */
  async function settled(): Promise<void> {
    while (pending.size > 0) await Promise.allSettled(pending)
    await new Promise((resolve) => setTimeout(resolve))
  }

  return { run, settled }
})
