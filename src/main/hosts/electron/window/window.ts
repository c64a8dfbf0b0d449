import { join } from 'node:path'
import { BrowserWindow, type WebPreferences } from 'electron'
import { PAGE_URL } from '../security/origin.ts'

/** The open windows: what is no longer referred to is collected. */
export const windows = new Set<BrowserWindow>()

/** The frame every page lives in: no Node, no shared world, sandboxed (PROMISES 2 items 2 to 11). */
export const WEB_PREFERENCES = {
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webviewTag: false,
  spellcheck: false,
} as const satisfies WebPreferences

/** Opens the main window. It appears once it has something to show. */
export async function openWindow(dark: boolean): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Tandem',
    backgroundColor: dark ? '#121417' : '#f5f6f8',
    webPreferences: WEB_PREFERENCES,
  })
  windows.add(window)
  window.once('ready-to-show', () => window.show())
  window.on('closed', () => windows.delete(window))
  await window.loadURL(PAGE_URL)
  return window
}
