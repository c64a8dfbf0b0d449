import { basename } from 'node:path'
import { AppError, invalidInput } from '#shared/errors.ts'
import type { HandedFile } from '#shared/ipc/host-contract/files.ts'
import type { FileStore } from '../../../core/files/file-store.ts'
import { openRegular } from './regular-file.ts'

/**
 * Copies a file of this computer into the file store. The screens get its id and its last name, never where it lies.
 * Errors: INVALID_INPUT (file): larger than allowed, a folder or a device, not readable.
 */
export async function takeFile(files: Pick<FileStore, 'put'>, path: string): Promise<HandedFile> {
  try {
    const handle = await openRegular(path)
    if (!handle) throw invalidInput('file', 'not-a-file')
    try {
      const { fileId, name } = await files.put(basename(path).slice(0, 200), handle.createReadStream())
      return { fileId, name }
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw error instanceof AppError ? error : invalidInput('file', 'not-readable')
  }
}
