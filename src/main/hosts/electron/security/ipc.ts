import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Envelope, Json } from '#shared/errors.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '#shared/ipc/channels.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import { windows } from '../window/window.ts'
import { isOwnPage } from './origin.ts'

/** Answers a procedure by its name. Never rejects. */
export type Call = (name: string, input: Json) => Promise<Envelope>

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

/** Opens the one channel on which pages call: what is named `host.*` is the host's, all else the application's. */
export function answerPages(application: Call, host: Call): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown): Promise<Envelope> => {
    if (!isOwnSender(event) || typeof name !== 'string') return Promise.resolve(refused)
    return (name.startsWith('host.') ? host : application)(name, (input ?? null) as Json)
  })
}

/** Tells every page of ours, on the one channel there is for events. */
export function tellPages(event: AppEvent): void {
  for (const window of windows) {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event)
  }
}
