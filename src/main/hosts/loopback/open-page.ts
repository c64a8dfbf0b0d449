import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

function onPath(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // not in this folder
    }
  }
  return null
}

/** How this computer would show an address: a window of its own, else the default browser; null without a display. */
function viewer(url: string): [command: string, args: string[]] | null {
  if (process.platform === 'darwin') return ['open', [url]]
  if (process.platform === 'win32') return ['explorer.exe', [url]]
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return null
  const chromium = CHROMIUMS.map(onPath).find((path) => path !== null)
  if (chromium) return [chromium, [`--app=${url}`]]
  return onPath('xdg-open') ? ['xdg-open', [url]] : null
}

/** Opens the page; false when there is nothing to open it with. */
export function openPage(url: string): boolean {
  const found = viewer(url)
  if (!found) return false
  const child = spawn(found[0], found[1], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
  return true
}
