import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileId } from '#shared/domain/ids.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import { MOST_FILE_BYTES } from './limits.ts'

/** A file handed over or made: kept until the next start, under an id. Its name is never used as a path. */
export interface StoredFile {
  readonly fileId: FileId
  readonly name: string
  readonly path: string
  readonly bytes: number
}

/** A file being written: kept whole, or discarded. */
export interface FileDraft {
  readonly fileId: FileId
  readonly path: string
  keep(): Promise<StoredFile>
  discard(): Promise<void>
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Uploads and results: one folder beside the database. Stateless, so that every thread can have its own. */
export class FileStore {
  readonly #folder: string
  readonly #newId: () => string

  constructor(dataDir: string, newId: () => string) {
    this.#folder = join(dataDir, 'files')
    this.#newId = newId
  }

  /** Forgets everything of earlier runs. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
  }

  /** Keeps a stream of bytes. Errors: INVALID_INPUT when it is larger than allowed; nothing is kept then. */
  async put(
    name: string,
    source: AsyncIterable<Uint8Array>,
    mostBytes = MOST_FILE_BYTES,
  ): Promise<StoredFile> {
    return this.write(name, async (path) => {
      let bytes = 0
      const count = new Transform({
        transform(chunk: Uint8Array, _encoding, next) {
          bytes += chunk.byteLength
          next(bytes > mostBytes ? invalidInput('file', `larger than ${mostBytes} bytes`) : null, chunk)
        },
      })
      await pipeline(Readable.from(source), count, createWriteStream(path, { mode: 0o600 }))
    })
  }

  /** Keeps what `fill` writes to a path: whole under its id, or not at all. */
  async write(name: string, fill: (path: string) => Promise<void>): Promise<StoredFile> {
    const draft = await this.draft(name)
    try {
      await fill(draft.path)
      return await draft.keep()
    } catch (error) {
      await draft.discard()
      throw error
    }
  }

  /** A file in the making: nobody can find it until it is kept. */
  async draft(name: string): Promise<FileDraft> {
    const fileId = this.#newId() as FileId
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    const path = this.#path(fileId)
    const partial = `${path}.partial`
    return {
      fileId,
      path: partial,
      keep: async () => {
        const handle = await open(partial, 'r+')
        await handle.sync()
        await handle.close()
        await writeFile(`${path}.name`, name, { mode: 0o600 })
        await rename(partial, path)
        const { size } = await stat(path)
        return { fileId, name, path, bytes: size }
      },
      discard: () => rm(partial, { force: true }),
    }
  }

  /** A kept file; null when there is none under this id. */
  async find(fileId: string): Promise<StoredFile | null> {
    if (!ID.test(fileId)) return null
    const path = this.#path(fileId as FileId)
    try {
      const [name, { size }] = await Promise.all([readFile(`${path}.name`, 'utf8'), stat(path)])
      return { fileId: fileId as FileId, name, path, bytes: size }
    } catch {
      return null
    }
  }

  /** A kept file. Errors: NOT_FOUND. */
  async get(fileId: FileId): Promise<StoredFile> {
    const file = await this.find(fileId)
    if (!file) throw new AppError('NOT_FOUND', { what: 'file', id: fileId })
    return file
  }

  /** Forgets a file that was kept. */
  async remove(fileId: FileId): Promise<void> {
    const path = this.#path(fileId)
    await Promise.all([rm(path, { force: true }), rm(`${path}.name`, { force: true })])
  }

  /** The bytes of a kept file. */
  read(file: StoredFile): Readable {
    return createReadStream(file.path)
  }

  #path(fileId: FileId): string {
    return join(this.#folder, fileId)
  }
}
