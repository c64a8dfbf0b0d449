import { closeSync, openSync, readSync } from 'node:fs'

/** One file of an archive. */
export interface Packed {
  readonly path: string
  readonly size: number
  /** It lies beside the archive, in `app.asar.unpacked`. */
  readonly isUnpacked: boolean
  /** Its text; empty for what lies beside. */
  text(): string
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly size?: number
  readonly offset?: string
  readonly unpacked?: boolean
}

/** Length of the header's header: two numbers about what follows, and the length of the JSON. */
const PREFIX = 16

function bytesOf(file: string, at: number, length: number): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    readSync(descriptor, bytes, 0, length, at)
    return bytes
  } finally {
    closeSync(descriptor)
  }
}

/** Everything an archive lists, in its order. Errors: when the file is none. */
export function readAsar(file: string): Packed[] {
  const prefix = bytesOf(file, 0, PREFIX)
  const start = 8 + prefix.readUInt32LE(4)
  const header = JSON.parse(bytesOf(file, PREFIX, prefix.readUInt32LE(12)).toString('utf8')) as Entry
  const found: Packed[] = []
  const walk = (entry: Entry, path: string): void => {
    for (const [name, inner] of Object.entries(entry.files ?? {}))
      walk(inner, path === '' ? name : `${path}/${name}`)
    if (entry.files) return
    const { size = 0, unpacked: isUnpacked = false } = entry
    const text = () => (isUnpacked ? '' : bytesOf(file, start + Number(entry.offset), size).toString('utf8'))
    found.push({ path, size, isUnpacked, text })
  }
  walk(header, '')
  return found
}
