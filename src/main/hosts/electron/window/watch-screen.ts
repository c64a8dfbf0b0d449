import type { BrowserWindow } from 'electron'
import { keptAddress } from './address.ts'

/** Tells which screen a window shows, as far as that may be kept. */
export function watchScreen(window: BrowserWindow, shows: (address: string) => void): void {
  window.webContents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    const address = isMainFrame ? keptAddress(URL.parse(url)?.hash.slice(1) ?? '') : null
    if (address !== null) shows(address)
  })
}

/** Tells when the page of a window goes: it begins anew, or it is closed. */
export function tellLeaving(window: BrowserWindow, leaves: () => void): void {
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) leaves()
  })
  window.on('closed', leaves)
}
