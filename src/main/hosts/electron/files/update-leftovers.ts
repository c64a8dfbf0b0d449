import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Takes away what an earlier update left in the folder, except for the program that is running from there. What is still
 * in use stays until the next start.
 */
export async function clearPackages(folder: string, running: string | null): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const left = names.map((name) => join(folder, name)).filter((path) => path !== running)
  await Promise.all(left.map((path) => rm(path, { recursive: true, force: true }).catch(() => {})))
}
