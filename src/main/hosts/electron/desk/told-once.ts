import { existsSync, writeFileSync } from 'node:fs'

/** Whether something was never told on this computer before; from then on it was. A full disk tells it again. */
export function isFirstTime(note: string): boolean {
  if (existsSync(note)) return false
  try {
    writeFileSync(note, '', { mode: 0o600 })
  } catch {
    // It is told, whatever becomes of the note.
  }
  return true
}
