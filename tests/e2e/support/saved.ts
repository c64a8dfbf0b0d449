import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Page, expect } from '@playwright/test'
import { CHOSEN_FOLDER, SAVED_FOLDER } from '../../electron/support/dialog-folders.ts'
import { callFrom } from './call.ts'
import type { Host } from './host.ts'

export interface Saved {
  readonly name: string
  readonly path: string
}

async function downloadedBy(page: Page, press: () => Promise<void>): Promise<Saved> {
  const download = page.waitForEvent('download')
  await press()
  const saved = await download
  return { name: saved.suggestedFilename(), path: await saved.path() }
}

/** Files that are whole: one that is still written has another name until then. */
const wholeIn = (folder: string): string[] => readdirSync(folder).filter((name) => !name.endsWith('.partial'))

async function savedByDialog(folder: string, press: () => Promise<void>): Promise<Saved> {
  mkdirSync(folder, { recursive: true })
  for (const name of wholeIn(folder)) rmSync(join(folder, name))
  await press()
  await expect.poll(() => wholeIn(folder)).toHaveLength(1)
  const name = wholeIn(folder)[0]!
  return { name, path: join(folder, name) }
}

async function hasDialog(page: Page, kind: 'save-dialog' | 'open-dialog'): Promise<boolean> {
  const info = await callFrom(page, 'app.info', {})
  const { capabilities } = (info.ok ? info.value : {}) as { capabilities?: readonly string[] }
  return capabilities?.includes(kind) ?? false
}

/** The one file that comes of pressing something: among the downloads, or where the system's dialog was told to. */
export async function savedBy(
  { page, host }: { readonly page: Page; readonly host: Host },
  press: () => Promise<void>,
): Promise<Saved> {
  return (await hasDialog(page, 'save-dialog'))
    ? savedByDialog(join(host.dataDir, SAVED_FOLDER), press)
    : downloadedBy(page, press)
}

/**
 * Chooses a file by pressing something, in the chooser of the browser or the dialog of the system. Said before it is
 * pressed: the browser needs a moment before it hands its chooser over.
 */
export async function choosing(
  { page, host }: { readonly page: Page; readonly host: Host },
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<(press: () => Promise<void>) => Promise<void>> {
  if (await hasDialog(page, 'open-dialog')) {
    const folder = join(host.dataDir, CHOSEN_FOLDER)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    writeFileSync(join(folder, file.name), file.buffer)
    return (press) => press()
  }
  const chooser = page.waitForEvent('filechooser')
  return async (press) => {
    await press()
    await (await chooser).setFiles(file)
  }
}
