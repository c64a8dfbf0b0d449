import { mailAddress, phoneAddress } from '#shared/domain/contact-address.ts'

/** The pages outside that the screens may point to: Partner Center, and what Microsoft writes about it. */
const HOSTS: ReadonlySet<string> = new Set(['partner.microsoft.com', 'learn.microsoft.com'])
const MOST_LETTERS = 2000

/**
 * The address to hand to the system for one a page asks for; null: it stays inside. Only pages of known hosts over
 * https, a letter to one plain address, and a call to plain digits; each written exactly as we would write it.
 */
export function outsideAddress(url: string): string | null {
  if (url.length > MOST_LETTERS) return null
  const parts = URL.parse(url)
  if (parts === null || parts.href !== url) return null
  switch (parts.protocol) {
    case 'https:':
      return HOSTS.has(parts.host) && parts.username === '' && parts.password === '' ? url : null
    case 'mailto:':
      return mailAddress(parts.pathname) === url ? url : null
    case 'tel:':
      return phoneAddress(parts.pathname) === url ? url : null
    default:
      return null
  }
}

/** Counts what was opened of late: a page that storms the mail program is held up. */
export class Allowance {
  readonly #most: number
  readonly #windowMs: number
  #times: number[] = []

  constructor(most: number, windowMs: number) {
    this.#most = most
    this.#windowMs = windowMs
  }

  /** Takes one, if one is left at this moment. */
  take(nowMs: number): boolean {
    this.#times = this.#times.filter((time) => nowMs - time < this.#windowMs)
    if (this.#times.length >= this.#most) return false
    this.#times.push(nowMs)
    return true
  }
}
