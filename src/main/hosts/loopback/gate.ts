import type { IncomingMessage } from 'node:http'

/** Why a request is turned away before anything of it is looked at: a status and a word. */
export interface Refused {
  readonly status: number
  readonly why: string
}

const headerCount = (request: IncomingMessage, name: string): number =>
  request.rawHeaders.filter((header, index) => index % 2 === 0 && header.toLowerCase() === name).length

/**
 * Whether a request comes from our own page on this very address (PROMISES 3). Host is checked first and exactly: a
 * rebound page looks like a local tool in every other way. Writing needs an exact Origin; browsers leave it out of
 * same-origin reads.
 */
export function refusedAtGate(request: IncomingMessage, origin: string): Refused | null {
  const host = new URL(origin).host
  if (headerCount(request, 'host') !== 1) return { status: 400, why: 'host' }
  if (request.headers.host !== host) return { status: 403, why: 'host' }
  const from = request.headers.origin
  if (from !== undefined && from !== origin) return { status: 403, why: 'origin' }
  if (request.method === 'POST' && from !== origin) return { status: 403, why: 'origin' }
  const site = request.headers['sec-fetch-site']
  const navigating = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate'
  if (site !== undefined && site !== 'same-origin' && !(navigating && site === 'none')) {
    return { status: 403, why: 'site' }
  }
  if (request.method !== 'GET' && request.method !== 'POST') return { status: 405, why: 'method' }
  return null
}
