import { open, stat } from 'node:fs/promises'
import { type Bytes, UpdateRefused } from './update-package.ts'

/** Reads in a file of this computer for as long as `use` takes. Errors: UpdateRefused when it is none, or not readable. */
export async function withBytes<T>(path: string, use: (file: Bytes) => Promise<T>): Promise<T> {
  const unreadable = () => {
    throw new UpdateRefused('unreadable')
  }
  // A pipe would be waited for, a device never ends.
  if (!(await stat(path).catch(unreadable)).isFile()) throw new UpdateRefused('not-an-update')
  const handle = await open(path, 'r').catch(unreadable)
  try {
    const { size } = await handle.stat()
    const read = async (at: number, length: number): Promise<Buffer> => {
      const bytes = Buffer.alloc(length)
      let done = 0
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, at + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return bytes.subarray(0, done)
    }
    return await use({ size, read })
  } finally {
    await handle.close()
  }
}
