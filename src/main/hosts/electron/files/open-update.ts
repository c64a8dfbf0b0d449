import { basename, join } from 'node:path'
import { app, shell } from 'electron'

/** Where packages of updates lie until they are installed: in the data folder, its owner's alone. */
export const updatesFolder = (): string => join(app.getPath('userData'), 'updates')

/** Hands a package to the system, out of that folder alone. Whether it was taken. The one file that is ever opened so. */
export async function openUpdate(fileName: string): Promise<boolean> {
  const problem = await shell.openPath(join(updatesFolder(), basename(fileName)))
  return problem === ''
}
