import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, _electron } from '@playwright/test'

const ROOT = join(import.meta.dirname, '../../..')
const NOTE = join(ROOT, 'node_modules/electron/path.txt')
const noted = existsSync(NOTE) ? join(ROOT, 'node_modules/electron/dist', readFileSync(NOTE, 'utf8')) : ''

/** The Electron program; null: it is not installed here. */
export const PROGRAM = existsSync(noted) ? noted : null

/** The built application on a data folder, in Electron itself. */
export const launchProgram = (dataDir: string): Promise<ElectronApplication> =>
  _electron.launch({ args: [ROOT, `--data-dir=${dataDir}`], executablePath: PROGRAM!, locale: 'en-US' })
