import { type KeyObject, createHash, sign } from 'node:crypto'

/** Updates as docs/packaging.md writes their format down, made without the code that is under test. */
export const MAGIC = Buffer.from('TANDEM-UPDATE\u0001', 'latin1')

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What an update says of a package. */
export const manifestOf = (content: Buffer, over: object = {}) => ({
  product: 'tandem',
  version: '1.2.4',
  platform: 'linux' as const,
  arch: 'x64' as const,
  fileName: 'Tandem-1.2.4-linux-x64.AppImage',
  bytes: content.length,
  sha256: digestOf(content),
  notes: { en: 'Faster.', zh: '更快。' },
  ...over,
})

/** An update made as ours are, whatever it says. */
export function updateFile(manifest: Buffer | object, content: Buffer, key: KeyObject): Buffer {
  const bytes = Buffer.isBuffer(manifest) ? manifest : Buffer.from(JSON.stringify(manifest))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([MAGIC, length, bytes, sign(null, bytes, key), content])
}

/** A file by its places, without a file. */
export const inMemory = (bytes: Buffer) => ({
  size: bytes.length,
  read: async (at: number, length: number) => bytes.subarray(at, at + length),
})
