import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { chmod, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SaveFault } from '#shared/domain/save-faults.ts'
import { AppError } from '#shared/errors.ts'

const FAULTS = new Map<string, SaveFault>([
  ['ENOSPC', 'save-no-room'],
  ['EDQUOT', 'save-no-room'],
  ['EFBIG', 'save-no-room'],
  ['EACCES', 'save-denied'],
  ['EPERM', 'save-denied'],
  ['EROFS', 'save-denied'],
  ['EBUSY', 'save-denied'],
  ['EISDIR', 'save-denied'],
  ['ENOENT', 'save-gone'],
  ['ENOTDIR', 'save-gone'],
  ['ENAMETOOLONG', 'save-name'],
  ['EINVAL', 'save-name'],
])

/** Why a file could not be written, from the system's own code. */
export const saveFault = (error: unknown): SaveFault =>
  FAULTS.get(String((error as NodeJS.ErrnoException | null)?.code)) ?? 'save-failed'

/**
 * Writes a file where a person wants it: beside its place first, then into it, so that what stood there stays whole
 * until all of the new is on the disk. A link stays a link, a file keeps its mode, and a new one gets `mode`. Errors:
 * READ_ONLY with the fault; nothing is left behind then.
 */
export async function writeWhole(source: Readable, chosen: string, mode: number): Promise<void> {
  let partial: string | null = null
  try {
    const place = await realpath(chosen).catch(() => chosen)
    const before = await stat(place).catch(() => null)
    partial = join(dirname(place), `.${basename(place).slice(0, 40)}.${randomUUID()}.partial`)
    await pipeline(source, createWriteStream(partial, { flags: 'wx', mode: 0o600 }))
    await chmod(partial, before ? before.mode & 0o777 : mode)
    const written = await open(partial, 'r+')
    await written.sync().finally(() => written.close())
    await rename(partial, place)
  } catch (error) {
    source.destroy()
    if (partial) await rm(partial, { force: true }).catch(() => {})
    if (error instanceof AppError) throw error
    throw new AppError('READ_ONLY', { why: saveFault(error) })
  }
}
