/** The one page there is; every place of the application is a fragment of it. */
export const PAGE_URL = 'app://bundle/index.html'

/**
 * Whether an address is our own page: taken apart and compared part by part, and written as it would be written. Node
 * gives schemes of one's own no origin, so protocol and host are compared.
 */
export function isOwnPage(url: string): boolean {
  const parts = URL.parse(url)
  return (
    parts !== null &&
    parts.protocol === 'app:' &&
    parts.host === 'bundle' &&
    parts.username === '' &&
    parts.password === '' &&
    parts.pathname === '/index.html' &&
    parts.search === '' &&
    url === PAGE_URL + parts.hash
  )
}

/** Whether a page of ours may ask for an address: what our own scheme serves, and what it holds in memory already. */
export function isOwnRequest(url: string): boolean {
  const parts = URL.parse(url)
  if (parts === null) return false
  if (parts.protocol === 'data:') return true
  const asked = parts.protocol === 'blob:' ? URL.parse(parts.pathname) : parts
  return (
    asked !== null &&
    asked.protocol === 'app:' &&
    asked.host === 'bundle' &&
    asked.username === '' &&
    asked.password === ''
  )
}
