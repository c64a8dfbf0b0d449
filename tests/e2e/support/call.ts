import type { Page } from '@playwright/test'
import type { Envelope, Json } from '#shared/errors.ts'
import type { Bridge } from '#shared/ipc/bridge.ts'

declare global {
  interface Window {
    /** What the Electron preload exposes; absent in a browser. */
    readonly tandem?: Bridge
  }
}

/** Calls a procedure as the page's own screens do, whichever host it has. */
export const callFrom = (page: Page, name: string, input: Json): Promise<Envelope> =>
  page.evaluate(
    async ({ name, text }) => {
      if (window.tandem) return window.tandem.call(name, JSON.parse(text) as Json)
      const response = await fetch('/call', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${sessionStorage.getItem('tandem-token')}`,
        },
        body: `{"name":"${name}","input":${text}}`,
      })
      return (await response.json()) as Envelope
    },
    { name, text: JSON.stringify(input) },
  )
