/**
 * Does some work whenever it is asked for, one at a time: what is asked meanwhile is done once more afterwards, however
 * often. The promise is kept when everything asked for until then is done, and broken where work throws.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let again = false
  const run = async (): Promise<void> => {
    try {
      do {
        again = false
        await work()
      } while (again)
    } finally {
      running = null
    }
  }
  return () => {
    again = true
    return (running ??= run())
  }
}
