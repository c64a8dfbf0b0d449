import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '#shared/ipc/bridge.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '#shared/ipc/channels.ts'

/** The whole of what a page sees of Electron: one call, one stream of events. */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  subscribe: (listener) => {
    const hear = (_event: unknown, event: AppEvent) => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, hear)
    }
  },
}

contextBridge.exposeInMainWorld('tandem', Object.freeze(bridge))
