import type { Bridge } from '#shared/ipc/bridge.ts'
import type { FileTransfer } from './files.ts'
import { sameOriginFiles } from './files.ts'
import { LoopbackBridge } from './loopback-bridge.ts'

declare global {
  interface Window {
    /** What the Electron preload exposes; absent in a browser. */
    readonly tandem?: Bridge
  }
}

/** A host as the screens see it: calls and events, and files. */
export interface HostBridge {
  readonly bridge: Bridge
  readonly files: FileTransfer
}

/** Finds out which host the page has. Null: a browser tab that was never given a link. */
export async function chooseBridge(): Promise<HostBridge | null> {
  if (window.tandem) return { bridge: window.tandem, files: sameOriginFiles(() => ({})) }
  const loopback = await LoopbackBridge.open()
  return loopback ? { bridge: loopback, files: sameOriginFiles(() => loopback.headers()) } : null
}
