import { realpath, stat } from 'node:fs/promises'
import { extname, resolve, win32 } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeviceName } from './device-name.ts'

/** What Tandem opens, by how its name ends. What is in it, is asked of what is in it. */
const ENDINGS = new Set(['.tandem', '.csv', '.json'])
const MOST_CHARACTERS = 4096

const opens = (path: string): boolean => ENDINGS.has(extname(path).toLowerCase())

/**
 * Whether a path leads out of this computer's folders: to a share (asking it would send the person's name over the
 * network), to a device, to a stream beside a file, or to what the kernel makes up.
 */
function leadsOut(path: string, platform: NodeJS.Platform): boolean {
  if (platform === 'win32') {
    return /^[\\/]{2}/.test(path) || path.indexOf(':', 2) >= 0 || path.split(/[\\/]/).some(isDeviceName)
  }
  return path.startsWith('//') || /^\/(dev|proc|sys)\//.test(path)
}

/** A `file:` address of this computer as its path; null for any other address. File managers of Linux hand these over. */
function pathOf(argument: string, platform: NodeJS.Platform): string | null {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(argument)) return argument
  if (!/^file:\/\/\//i.test(argument)) return null
  try {
    return fileURLToPath(argument, { windows: platform === 'win32' })
  } catch {
    return null
  }
}

/**
 * Which arguments of a command line name files to be opened, as absolute paths. Neither what starts the program, nor
 * switches, nor addresses; after `--` nothing is a switch. Whether there is such a file is asked later.
 */
export function openedBy(argv: readonly string[], folder: string, platform: NodeJS.Platform): string[] {
  const paths = new Set<string>()
  let isPlain = false
  for (const argument of argv.slice(1)) {
    if (!isPlain && argument === '--') isPlain = true
    else if (argument.length > MOST_CHARACTERS || argument.includes('\u0000')) continue
    else if (!isPlain && (argument.startsWith('-') || (platform === 'win32' && argument.startsWith('/'))))
      continue
    else {
      const named = pathOf(argument, platform)
      if (named === null || leadsOut(named, platform)) continue
      const path = platform === 'win32' ? win32.resolve(folder, named) : resolve(folder, named)
      if (opens(path) && !leadsOut(path, platform)) paths.add(path)
    }
  }
  return [...paths]
}

/**
 * Of these paths the ones that are regular files, by what links lead to in the end: that must have the right ending as
 * well, and lie on this computer.
 */
export async function existing(paths: readonly string[], platform: NodeJS.Platform): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      try {
        const real = await realpath(path)
        return opens(real) && !leadsOut(real, platform) && (await stat(real)).isFile() ? path : null
      } catch {
        return null
      }
    }),
  )
  return found.filter((path) => path !== null)
}
