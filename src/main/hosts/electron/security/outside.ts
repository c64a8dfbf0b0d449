import { shell } from 'electron'
import { Allowance, outsideAddress } from './outside-address.ts'

const MOST_IN_A_MINUTE = 10
const MINUTE_MS = 60_000
const allowance = new Allowance(MOST_IN_A_MINUTE, MINUTE_MS)

/** Hands an address to the system's own program for it, if it is one of those that may leave. The only way out. */
export function openOutside(url: string): void {
  const address = outsideAddress(url)
  if (address === null || !allowance.take(performance.now())) return
  // Nothing to say when the system has no program for it: the page is as it was.
  shell.openExternal(address).catch(() => {})
}
