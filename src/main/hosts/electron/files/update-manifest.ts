import { z } from 'zod'
import { isDeviceName } from './device-name.ts'
import { VERSION } from './update-version.ts'

/** What packages of a system are called. */
const ENDINGS = new Map([
  ['win32', ['.exe']],
  ['darwin', ['.dmg']],
  ['linux', ['.AppImage', '.deb']],
])
const MOST_NOTE_LETTERS = 8_000
const MOST_BYTES = 2 ** 32

/** Whether a package of that system may be called so: the name of a file, which leads nowhere else on any system. */
const isPackageName = (name: string, platform: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$/.test(name) &&
  !isDeviceName(name) &&
  (ENDINGS.get(platform) ?? []).some((ending) => name.endsWith(ending) && name.length > ending.length)

/** What kind of package it is, by a name that was checked. */
export const packageKind = (fileName: string): 'exe' | 'dmg' | 'appimage' | 'deb' =>
  fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase() as 'exe' | 'dmg' | 'appimage' | 'deb'

const notes = z.string().max(MOST_NOTE_LETTERS)

/** What an update says of itself. */
export const updateManifest = z
  .strictObject({
    product: z.string().max(100),
    version: z.string().max(100).regex(VERSION),
    platform: z.enum(['win32', 'darwin', 'linux']),
    arch: z.enum(['x64', 'arm64', 'universal']),
    /** What the package in it is called. */
    fileName: z.string(),
    /** How long the package is. */
    bytes: z.int().min(1).max(MOST_BYTES),
    /** Digest of the package, in hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** What is new, in the languages of the application. */
    notes: z.strictObject({ en: notes, zh: notes }),
  })
  .refine(({ fileName, platform }) => isPackageName(fileName, platform))
export type UpdateManifest = z.output<typeof updateManifest>
