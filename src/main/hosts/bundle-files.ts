import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MANIFEST_FILE, type Manifest, type ManifestEntry, sha256Of } from './bundle-manifest.ts'

/** What the pages may do, the same in both hosts (PROMISES 2 item 7). */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Headers of every answer, whatever it is. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), usb=()',
  // Nothing of a person rests in a cache.
  'Cache-Control': 'no-store',
}

/** One file of the screens. */
export interface BundleFile {
  readonly bytes: Buffer<ArrayBuffer>
  readonly type: string
}

/** The screens by URL path. A path that does not stand in their manifest doesn't exist: there is nothing to traverse. */
export interface BundleFiles {
  /** Null: there is no such file, or it is not the one that was built. */
  find(path: string): Promise<BundleFile | null>
}

/**
 * Opens the built screens by their manifest. Each file is read when it is first asked for, and kept: most fonts never
 * are. `damaged` is told of a file that is missing or not as it was built.
 */
export function openBundle(folder: string, damaged: (path: string) => void): BundleFiles {
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8')) as Manifest
  const entries = new Map(manifest.map((entry) => [entry.path, entry]))
  const index = entries.get('/index.html')
  if (index) entries.set('/', index)
  const kept = new Map<ManifestEntry, Promise<BundleFile | null>>()

  const read = async (entry: ManifestEntry): Promise<BundleFile | null> => {
    const bytes = await readFile(join(folder, entry.path)).catch(() => null)
    if (bytes !== null && sha256Of(bytes) === entry.sha256) return { bytes, type: entry.type }
    damaged(entry.path)
    return null
  }
  return {
    find: async (path) => {
      const entry = entries.get(path)
      if (!entry) return null
      const file = kept.get(entry) ?? read(entry)
      kept.set(entry, file)
      return file
    },
  }
}
