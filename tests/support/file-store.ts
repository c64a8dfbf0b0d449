import { uuidv7 } from 'uuidv7'
import { FileStore } from '../../src/main/core/files/file-store.ts'

/** A file store in a folder: hosts name its type, and only tests make one. */
export const fileStoreIn = (folder: string): FileStore => new FileStore(folder, uuidv7)
