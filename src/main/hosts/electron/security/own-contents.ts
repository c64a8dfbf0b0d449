import type { WebContents } from 'electron'
import { windows } from '../window/window.ts'

/** Whether a page is shown by one of our own windows, and by no other: neither a printed document nor a stranger. */
export const isOwnContents = (contents: Pick<WebContents, 'id'>): boolean =>
  [...windows].some((window) => !window.isDestroyed() && window.webContents.id === contents.id)
