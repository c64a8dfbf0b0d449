import type { Envelope, Json } from '#shared/errors.ts'
import type { Bridge } from '#shared/ipc/bridge.ts'
import type { AppEvent } from '#shared/ipc/events.ts'

const TOKEN_KEY = 'tandem-token'
const RECONNECT_MS = 1000

const unreachable = (reference: string): Envelope => ({
  ok: false,
  error: { code: 'INTERNAL', details: { reference } },
})

/** The bridge of a browser tab: HTTP to the host that served it. The token lives as long as the tab (PROMISES 3). */
export class LoopbackBridge implements Bridge {
  readonly #token: string
  readonly #listeners = new Set<(event: AppEvent) => void>()
  #listening = false

  private constructor(token: string) {
    this.#token = token
  }

  /** Exchanges the one-time code of the address, or goes on with the token of an earlier load; null without either. */
  static async open(): Promise<LoopbackBridge | null> {
    const code = new URLSearchParams(location.hash.slice(1)).get('code')
    if (code) {
      history.replaceState(null, '', location.pathname)
      const token = await redeem(code).catch(() => null)
      if (token) sessionStorage.setItem(TOKEN_KEY, token)
    }
    const token = sessionStorage.getItem(TOKEN_KEY)
    if (!token) return null
    const bridge = new LoopbackBridge(token)
    const known = await bridge.call('app.info', {})
    if (known.ok) return bridge
    sessionStorage.removeItem(TOKEN_KEY)
    return null
  }

  headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.#token}` }
  }

  async call(name: string, input: Json): Promise<Envelope> {
    try {
      const response = await fetch('/call', {
        method: 'POST',
        headers: { ...this.headers(), 'Content-Type': 'application/json' },
        body: JSON.stringify({ name, input }),
      })
      return response.ok ? ((await response.json()) as Envelope) : unreachable(`host-${response.status}`)
    } catch {
      return unreachable('host-gone')
    }
  }

  subscribe(listener: (event: AppEvent) => void): () => void {
    this.#listeners.add(listener)
    if (!this.#listening) void this.#listen()
    return () => this.#listeners.delete(listener)
  }

  async #listen(): Promise<void> {
    this.#listening = true
    for (;;) {
      try {
        await this.#readStream()
      } catch {
        // the host is gone or restarting: calls say so, the stream just tries again
      }
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS))
    }
  }

  async #readStream(): Promise<void> {
    const response = await fetch('/events', { headers: this.headers() })
    if (!response.ok || !response.body) return
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let buffer = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      buffer += value
      const blocks = buffer.split('\n\n')
      buffer = blocks.pop()!
      for (const block of blocks) this.#hear(block)
    }
  }

  #hear(block: string): void {
    const data = /^data: (.*)$/m.exec(block)?.[1]
    if (data === undefined) return
    const event = JSON.parse(data) as AppEvent
    for (const listener of this.#listeners) listener(event)
  }
}

async function redeem(code: string): Promise<string | null> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  if (!response.ok) return null
  const envelope = (await response.json()) as Envelope<{ token: string }>
  return envelope.ok ? envelope.value.token : null
}
