import type { Bridge } from '#shared/ipc/bridge.ts'

/** What the page's side needs from the test process. */
declare global {
  interface Window {
    readonly tandem?: Bridge
    standInInvoke: (channel: string, args: readonly unknown[]) => Promise<{ value?: unknown; error?: string }>
    standInDeliver: (channel: string, payload: unknown) => void
  }
}

type Listener = (event: unknown, payload: unknown) => void

/**
 * Runs in the page before anything else: gives the built preload the part of `electron` a sandboxed preload has.
 * Its text is sent to the page, so it refers to nothing outside itself.
 */
export function pageSide(preload: (require: (name: string) => unknown) => void): void {
  // A preload doesn't run in the frames of a page unless it is asked for.
  if (window !== window.top) return
  const listeners = new Map<string, Set<Listener>>()
  const { standInInvoke } = window
  window.standInDeliver = (channel, payload) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, payload)
  }
  const ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]) => {
      // Electron clones what is sent; what can't be cloned fails here, as it does there.
      const answer = await standInInvoke(channel, structuredClone(args))
      if (answer.error !== undefined) throw new Error(answer.error)
      return answer.value
    },
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    removeListener: (channel: string, listener: Listener) => {
      listeners.get(channel)?.delete(listener)
    },
  }
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) =>
      Object.defineProperty(window, name, { value: api, configurable: false, writable: false }),
  }
  preload((name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload has no module ${name}`)
    return { ipcRenderer, contextBridge }
  })
  // A File can't be read from an intercepted request: its bytes can.
  const fetchPage = window.fetch.bind(window)
  window.fetch = async (input, init) =>
    fetchPage(input, init?.body instanceof Blob ? { ...init, body: await init.body.arrayBuffer() } : init)
}
