import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, _electron } from '@playwright/test'
import { SAVED_FOLDER } from './dialog-folders.ts'

const ROOT = join(import.meta.dirname, '../../..')
const NOTE = join(ROOT, 'node_modules/electron/path.txt')
const noted = existsSync(NOTE) ? join(ROOT, 'node_modules/electron/dist', readFileSync(NOTE, 'utf8')) : ''

/** The Electron program; null: it is not installed here. */
export const PROGRAM = existsSync(noted) ? noted : null

/** The built application on a data folder, in Electron itself. Nobody is there to answer its dialog for saving. */
export async function launchProgram(dataDir: string): Promise<ElectronApplication> {
  const application = await _electron.launch({
    args: [ROOT, `--data-dir=${dataDir}`],
    executablePath: PROGRAM!,
    locale: 'en-US',
  })
  const folder = join(dataDir, SAVED_FOLDER)
  mkdirSync(folder, { recursive: true })
  await application.evaluate(({ dialog }, place) => {
    const path = process.getBuiltinModule('node:path')
    dialog.showSaveDialog = async (...args: readonly unknown[]) => {
      const { defaultPath = 'file' } = args.at(-1) as Electron.SaveDialogOptions
      return { canceled: false, filePath: path.join(place, path.basename(defaultPath)) }
    }
  }, folder)
  return application
}
