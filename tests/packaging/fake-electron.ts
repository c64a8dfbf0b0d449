import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { System } from '../../scripts/packaging/check/layout.ts'

/**
 * What stands for Electron's own folder where the real one cannot be fetched: files of the same names, a program that
 * is none but holds the nine fuses, and no default application. Nothing in it starts.
 */
/** By these letters the tool finds the switches in a program of many megabytes. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSE_WIRE = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 9]), Buffer.from('0'.repeat(9))])

interface Resedit {
  readonly NtExecutable: { createEmpty(is32: boolean, isDll: boolean): Executable }
  readonly NtExecutableResource: {
    from(program: Executable): { entries: unknown[]; outputResource(program: Executable): void }
  }
  readonly Resource: { readonly VersionInfo: { createEmpty(): VersionInfo } }
}
interface Executable {
  setExtraData(bytes: Buffer | null): void
  generate(): ArrayBuffer
}
interface VersionInfo {
  setStringValues(language: { lang: number; codepage: number }, values: Record<string, string>): void
  outputToResourceEntries(entries: unknown[]): void
}

/** A program of Windows that does nothing, made with the packager's own library. */
function windowsProgram(): Buffer {
  const require = createRequire(import.meta.resolve('app-builder-lib/package.json'))
  const { NtExecutable, NtExecutableResource, Resource } = require('resedit') as Resedit
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  program.setExtraData(FUSE_WIRE)
  return Buffer.from(program.generate())
}

const plist = (name: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>CFBundleName</key><string>${name}</string><key>CFBundleExecutable</key><string>${name}</string></dict></plist>`

function macFiles(): Record<string, string | Buffer> {
  const contents = 'Electron.app/Contents'
  const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map((kind) => `Electron Helper${kind}`)
  return {
    [`${contents}/Info.plist`]: plist('Electron'),
    [`${contents}/MacOS/Electron`]: 'a program',
    [`${contents}/Resources/en.lproj/locale.pak`]: 'words',
    // Of a folder the packager takes the program alone; out of Electron's archive it brings these two inside.
    [`${contents}/Resources/LICENSE.electron.txt`]: 'of Electron',
    [`${contents}/Resources/LICENSES.chromium.html`]: 'of Chromium',
    [`${contents}/Frameworks/Electron Framework.framework/Electron Framework`]: FUSE_WIRE,
    [`${contents}/Frameworks/Electron Framework.framework/Versions/A/Resources/en.lproj/locale.pak`]: 'words',
    ...Object.fromEntries(
      helpers.flatMap((name) => [
        [`${contents}/Frameworks/${name}.app/Contents/Info.plist`, plist(name)],
        [`${contents}/Frameworks/${name}.app/Contents/MacOS/${name}`, 'a program'],
      ]),
    ),
  }
}

/** Lays it out below a folder. */
export function fakeElectron(folder: string, system: System): string {
  const locales = Object.fromEntries(['en-US', 'zh-CN', 'de'].map((name) => [`locales/${name}.pak`, 'words']))
  const files: Record<string, string | Buffer> = {
    LICENSE: 'of Electron',
    'LICENSES.chromium.html': 'of Chromium',
    ...(system === 'linux' ? { electron: FUSE_WIRE, ...locales } : {}),
    ...(system === 'win32' ? { 'electron.exe': windowsProgram(), ...locales } : {}),
    ...(system === 'darwin' ? macFiles() : {}),
  }
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes, { mode: 0o755 })
  }
  if (system !== 'darwin') mkdirSync(join(folder, 'resources'), { recursive: true })
  return folder
}
