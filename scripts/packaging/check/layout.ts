import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export type System = 'linux' | 'win32' | 'darwin'

/** Where the parts of a package lie before it is packed: the same for a fake distribution and for the real one. */
export interface Layout {
  readonly system: System
  readonly arch: string
  /** What the fuses are read from. */
  readonly program: string
  readonly resources: string
  /** Where the licences of Electron and Chromium have to be. */
  readonly licences: string
}

const FOLDERS: readonly { folder: RegExp; system: System }[] = [
  { folder: /^linux(?:-(\w+))?-unpacked$/, system: 'linux' },
  { folder: /^win(?:-(\w+))?-unpacked$/, system: 'win32' },
  { folder: /^mac(?:-(\w+))?$/, system: 'darwin' },
]

function layoutIn(folder: string, system: System, arch: string): Layout {
  const resources = join(folder, 'resources')
  if (system === 'linux')
    return { system, arch, program: join(folder, 'tandem'), resources, licences: folder }
  if (system === 'win32')
    return { system, arch, program: join(folder, 'Tandem.exe'), resources, licences: folder }
  const program = join(folder, 'Tandem.app')
  const inside = join(program, 'Contents/Resources')
  return { system, arch, program, resources: inside, licences: inside }
}

/** Every package laid out below a folder, by the names the packager gives. */
export function layoutsIn(output: string): Layout[] {
  if (!existsSync(output)) return []
  return readdirSync(output).flatMap((name) =>
    FOLDERS.flatMap(({ folder, system }) => {
      const match = folder.exec(name)
      return match ? [layoutIn(join(output, name), system, match[1] ?? 'x64')] : []
    }),
  )
}
