import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const NOTE = join(import.meta.dirname, '../../node_modules/.cache/tandem/chromium')

/** The Chromium the bootstrap found or fetched; undefined lets Playwright look for its own. */
export const chromiumPath = (): string | undefined =>
  process.env['TANDEM_CHROMIUM'] ?? (existsSync(NOTE) ? readFileSync(NOTE, 'utf8') : undefined)

/** How tests start it: as root in a container there is no sandbox, and nothing but the page is to be reached. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
