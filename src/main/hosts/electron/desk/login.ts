import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { autostartEntry, canStart, isInForce, programIn } from './autostart.ts'

/** How the system starts us at login: without a window. */
const HIDDEN = 'hidden'
const ARGUMENTS = [`--${HIDDEN}`]

/** Whether this start shows no window. On a Mac login items have no arguments: the system says it itself. */
export const startsHidden = (platform: NodeJS.Platform): boolean =>
  app.commandLine.hasSwitch(HIDDEN) || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)

const realFolder = (path: string): string | null => {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}

/** The file a person starts. */
export function program(): string {
  const { APPDIR, APPIMAGE } = process.env
  return programIn({
    running: process.execPath,
    mounted: APPDIR ? realFolder(APPDIR) : null,
    image: APPIMAGE,
  })
}

const folder = (): string => join(app.getPath('appData'), 'autostart')
const entryPath = (): string => join(folder(), 'tandem.desktop')

function entry(): string | null {
  try {
    return readFileSync(entryPath(), 'utf8')
  } catch {
    return null
  }
}

/** The entry is whole or not there: a desktop may read it at any moment. */
function writeEntry(): void {
  const partial = `${entryPath()}.partial`
  mkdirSync(folder(), { recursive: true, mode: 0o700 })
  writeFileSync(partial, autostartEntry(program(), ARGUMENTS), { mode: 0o600 })
  renameSync(partial, entryPath())
}

/** Opening at login, as the system knows it: what is kept there is the only truth. */
export interface Login {
  isOn(): boolean
  /** Asks the system for it. Whether it took it, `isOn` says: it may need a person's consent, or refuse. */
  set(on: boolean): void
}

const linux: Login = {
  isOn: () => isInForce(entry() ?? 'Hidden=true'),
  set: (on) => {
    try {
      if (on) writeEntry()
      else rmSync(entryPath(), { force: true })
    } catch {
      // A folder that cannot be written is like a system that refuses.
    }
  },
}

const mac: Login = {
  isOn: () => app.getLoginItemSettings().openAtLogin,
  set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin }),
}

const windows: Login = {
  isOn: () => app.getLoginItemSettings({ args: ARGUMENTS }).openAtLogin,
  set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin, args: ARGUMENTS }),
}

/** How it is done here; null where it is not: out of a package alone, since nothing else stays where it is. */
export function loginOf(platform: NodeJS.Platform): Login | null {
  if (!app.isPackaged) return null
  if (platform === 'darwin') return mac
  if (platform === 'win32') return windows
  return platform === 'linux' && canStart(program()) ? linux : null
}

/** An AppImage that was moved since is started from where it is now. */
export function renewLogin(platform: NodeJS.Platform): void {
  if (platform !== 'linux' || loginOf(platform)?.isOn() !== true) return
  if (entry() !== autostartEntry(program(), ARGUMENTS)) linux.set(true)
}
