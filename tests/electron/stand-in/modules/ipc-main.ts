import type { IpcMain } from 'electron'
import type { CallAnswer } from '../pane.ts'

type CallHandler = (event: unknown, ...args: readonly unknown[]) => unknown

/** The main process's end of the channel for calls. */
export class StandInIpcMain implements Pick<IpcMain, 'handle'> {
  readonly #handlers = new Map<string, CallHandler>()

  handle(channel: string, listener: Parameters<IpcMain['handle']>[1]): void {
    if (this.#handlers.has(channel)) throw new Error(`a second handler for ${channel}`)
    this.#handlers.set(channel, listener as CallHandler)
  }

  /** A call as it arrives from a page, or as a test forges one. */
  async invoke(channel: string, event: unknown, args: readonly unknown[]): Promise<CallAnswer> {
    const handler = this.#handlers.get(channel)
    if (!handler) return { error: `no handler for ${channel}` }
    return { value: structuredClone(await handler(event, ...args)) }
  }
}
