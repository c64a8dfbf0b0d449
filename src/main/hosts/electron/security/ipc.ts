import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type Envelope, type Json, invalidInput } from '#shared/errors.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '#shared/ipc/channels.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import { windows } from '../window/window.ts'
import { isOwnPage } from './origin.ts'
import { isOwnContents } from './own-contents.ts'
import { isPlainInput } from './plain-input.ts'

/** Answers a procedure by its name. Never rejects. */
export type Call = (name: string, input: Json) => Promise<Envelope>

/** Longer than the name of any procedure. */
const MOST_NAME_LETTERS = 100

/** Only the top frame of our own page in one of our own windows is heard. A frame that is gone throws when asked. */
function isOwnSender(event: IpcMainInvokeEvent): boolean {
  try {
    const frame = event.senderFrame
    return frame !== null && frame.parent === null && isOwnPage(frame.url) && isOwnContents(event.sender)
  } catch {
    return false
  }
}

const refused: Envelope = {
  ok: false,
  error: { code: 'NOT_FOUND', details: { what: 'procedure', id: null } },
}
const misshapen: Envelope = {
  ok: false,
  error: invalidInput('input', 'is not plain data of a modest size').toShape(),
}

/** Opens the one channel on which pages call: what is named `host.*` is the host's, all else the application's. */
export function answerPages(application: Call, host: Call): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown = null): Promise<Envelope> => {
    if (!isOwnSender(event)) return refused
    if (typeof name !== 'string' || name.length > MOST_NAME_LETTERS) return refused
    if (!isPlainInput(input)) return misshapen
    return (name.startsWith('host.') ? host : application)(name, input)
  })
}

/** Tells every page of ours, on the one channel there is for events. */
export function tellPages(event: AppEvent): void {
  for (const window of windows) {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event)
  }
}
