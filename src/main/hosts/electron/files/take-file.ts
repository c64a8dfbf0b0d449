import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError, invalidInput } from '#shared/errors.ts'
import type { HandedFile } from '#shared/ipc/host-contract/files.ts'
import type { FileStore } from '../../../core/files/file-store.ts'

/**
 * Copies a file of this computer into the file store. The screens get its id and its last name, never where it lies.
 * Errors: INVALID_INPUT (file): larger than allowed, a folder or a device, not readable.
 */
export async function takeFile(files: Pick<FileStore, 'put'>, path: string): Promise<HandedFile> {
  try {
    // A pipe would be waited for, a device never ends.
    if (!(await stat(path)).isFile()) throw invalidInput('file', 'not-a-file')
    const { fileId, name } = await files.put(basename(path).slice(0, 200), createReadStream(path))
    return { fileId, name }
  } catch (error) {
    throw error instanceof AppError ? error : invalidInput('file', 'not-readable')
  }
}
