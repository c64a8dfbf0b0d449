import { existsSync } from 'node:fs'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Browsers of the Chromium family where their installers put them, the plainest first. */
function usualPlaces(platform: string, environment: Environment): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    )
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`))
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  return names.flatMap((name) => [...folders, '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)))
}

/** A browser that can print: the one TANDEM_CHROMIUM names and no other, else an installed one; null where none is. */
export function findChromium(
  platform: string,
  environment: Environment,
  isThere: (path: string) => boolean = existsSync,
): string | null {
  const named = environment['TANDEM_CHROMIUM']
  if (named !== undefined) return isThere(named) ? named : null
  return usualPlaces(platform, environment).find(isThere) ?? null
}
