import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { flipFuses } from '@electron/fuses'
import type { AfterPackContext } from 'electron-builder'
import { fuseConfig } from './fuses.ts'

/** What the program is called where its name has no ending. */
export const EXECUTABLE = 'tandem'

/**
 * The packager lets a Mac's program reach any address without encryption, for an updater we do not have. Ours reaches
 * none, so every such permission in Info.plist is turned off again.
 */
export const withoutNetworkExceptions = (plist: string): string =>
  plist.replaceAll(
    /(<key>(?:NSAllows\w+|NSTemporaryExceptionAllowsInsecure\w+)<\/key>\s*)<true\s*\/>/g,
    '$1<false/>',
  )

/** What holds the fuses, before signing. */
const programOf = ({ appOutDir, electronPlatformName, packager }: AfterPackContext): string => {
  const { productFilename } = packager.appInfo
  const names = { darwin: `${productFilename}.app`, win32: `${productFilename}.exe` } as Record<
    string,
    string
  >
  return join(appOutDir, names[electronPlatformName] ?? EXECUTABLE)
}

/**
 * The last thing before signing: fuses, and what the packager allowed too much. The two halves of a universal program
 * of the Mac keep their fuses until they are joined. The packager's own copy of the tool knows eight fuses, ours nine.
 */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName } = context
  const isMac = electronPlatformName === 'darwin'
  const program = programOf(context)
  if (isMac) {
    const plist = join(program, 'Contents/Info.plist')
    writeFileSync(plist, withoutNetworkExceptions(readFileSync(plist, 'utf8')))
  }
  const isHalf = appOutDir.endsWith('-temp')
  if (!isHalf) await flipFuses(program, fuseConfig(isMac && process.platform === 'darwin'))
}
