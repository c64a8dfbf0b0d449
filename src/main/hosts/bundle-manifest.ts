import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

/** Beside the built screens, and not one of them: a page cannot ask for it. */
export const MANIFEST_FILE = 'manifest.json'

/** One file of the screens, as it was built. */
export interface ManifestEntry {
  /** Path in the address of a page, with its slash. */
  readonly path: string
  readonly type: string
  readonly bytes: number
  /** SHA-256 of its content, hexadecimal. */
  readonly sha256: string
}

/** Everything the screens are made of, sorted by path. What does not stand in it is not served. */
export type Manifest = readonly ManifestEntry[]

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

/** The SHA-256 of bytes, hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Lists a folder of built screens. A file of a type no page needs is left out. */
export function manifestOf(folder: string): Manifest {
  const entries: ManifestEntry[] = []
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(file.name)]
    if (!file.isFile() || type === undefined || file.name === MANIFEST_FILE) continue
    const place = join(file.parentPath, file.name)
    const bytes = readFileSync(place)
    const path = `/${relative(folder, place).split(sep).join('/')}`
    entries.push({ path, type, bytes: bytes.byteLength, sha256: sha256Of(bytes) })
  }
  return entries.sort((one, other) => (one.path < other.path ? -1 : 1))
}
