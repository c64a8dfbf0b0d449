import { createWriteStream } from 'node:fs'
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Bytes, type Update, UpdateRefused, packageOf } from './update-package.ts'

/**
 * Writes the package of an update into a folder that is its owner's alone, once all of it is what was signed; nothing
 * else lies there then. Gives its name. Errors: UpdateRefused; nothing is left behind then.
 */
export async function keepPackage(file: Bytes, update: Update, folder: string): Promise<string> {
  const { fileName } = update.manifest
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const partial = join(folder, `${fileName}.partial`)
    await pipeline(packageOf(file, update), createWriteStream(partial, { flags: 'wx', mode: 0o600 }))
    const written = await open(partial, 'r+')
    await written.sync().finally(() => written.close())
    // An AppImage is a program: it is started from where it lies.
    if (fileName.endsWith('.AppImage')) await chmod(partial, 0o700)
    await rename(partial, join(folder, fileName))
    return fileName
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => {})
    throw error instanceof UpdateRefused ? error : new UpdateRefused('not-kept')
  }
}
