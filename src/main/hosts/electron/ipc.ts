import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Envelope, Json } from '#shared/errors.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '#shared/ipc/channels.ts'
import type { EngineClient } from '../../workers/engine-client.ts'
import { isOwnPage } from './origin.ts'
import { windows } from './window.ts'

/** Only the top frame of one of our own pages in one of our own windows is heard. */
function isOwnSender(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    frame.parent === null &&
    isOwnPage(frame.url) &&
    [...windows].some((window) => !window.isDestroyed() && window.webContents.id === event.sender.id)
  )
}

const refused: Envelope = {
  ok: false,
  error: { code: 'NOT_FOUND', details: { what: 'procedure', id: null } },
}

/** Connects the pages to the engine: one channel for calls, one for events. */
export function connectPages(engine: EngineClient): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown): Promise<Envelope> => {
    if (!isOwnSender(event) || typeof name !== 'string') return Promise.resolve(refused)
    return engine.call(name, (input ?? null) as Json)
  })
  engine.subscribe((appEvent) => {
    for (const window of windows) {
      if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, appEvent)
    }
  })
}
