import { openRegular } from './regular-file.ts'
import { type Bytes, UpdateRefused } from './update-package.ts'

/** Reads in a file of this computer for as long as `use` takes. Errors: UpdateRefused when it is none, or not readable. */
export async function withBytes<T>(path: string, use: (file: Bytes) => Promise<T>): Promise<T> {
  const handle = await openRegular(path).catch(() => {
    throw new UpdateRefused('unreadable')
  })
  if (!handle) throw new UpdateRefused('not-an-update')
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
