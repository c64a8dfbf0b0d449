import type { BrowserWindow } from 'electron'
import type { WindowMemory } from './memory.ts'
import { type ZoomWay, zoomed } from './zoom.ts'

/** Makes what a window shows one step larger or smaller. */
export function zoom(window: BrowserWindow, memory: WindowMemory, way: ZoomWay): void {
  const factor = zoomed(memory.now.zoom, way)
  window.webContents.setZoomFactor(factor)
  memory.note({ zoom: factor })
}

/** Shows every page of a window as large as it was left, and follows Ctrl and the wheel. */
export function keepZoom(window: BrowserWindow, memory: WindowMemory): void {
  window.webContents.on('dom-ready', () => window.webContents.setZoomFactor(memory.now.zoom))
  window.webContents.on('zoom-changed', (_event, way) => zoom(window, memory, way))
}
