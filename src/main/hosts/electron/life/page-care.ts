import type { RenderProcessGoneDetails } from 'electron'

const SOON_MS = 10 * 60_000
/** Nothing gets better by trying these again. */
const HOPELESS: readonly RenderProcessGoneDetails['reason'][] = ['launch-failed', 'integrity-failure']

/** What to do for a page whose process has ended: once it is loaded anew, twice in a short time is the end. */
export class PageCare {
  #failedMs = -Infinity
  #asked = false

  /** A person asked for a fresh page: its end is no failure. */
  asked(): void {
    this.#asked = true
  }

  gone(reason: RenderProcessGoneDetails['reason'], nowMs: number): 'renew' | 'stop' | 'nothing' {
    if (reason === 'clean-exit') return 'nothing'
    if (this.#asked) {
      this.#asked = false
      return 'renew'
    }
    const again = nowMs - this.#failedMs < SOON_MS
    this.#failedMs = nowMs
    return again || HOPELESS.includes(reason) ? 'stop' : 'renew'
  }
}
