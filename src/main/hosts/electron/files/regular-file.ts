import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/**
 * Opens a regular file for reading; null: there is a folder, a pipe or a device. What is looked at is what was opened, so
 * that nothing can be put in its place between the two, and no pipe is waited for. Windows knows no such flag, nor pipes
 * among its files.
 */
export async function openRegular(path: string): Promise<FileHandle | null> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    if ((await handle.stat()).isFile()) return handle
  } catch (error) {
    await handle.close()
    throw error
  }
  await handle.close()
  return null
}
