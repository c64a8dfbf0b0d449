/** The one place our pages come from. Node gives custom schemes no origin, so protocol and host are compared. */
export const PAGE_URL = 'app://bundle/index.html'

/** Whether a URL is one of our own pages. */
export function isOwnPage(url: string): boolean {
  try {
    const { protocol, host } = new URL(url)
    return protocol === 'app:' && host === 'bundle'
  } catch {
    return false
  }
}
