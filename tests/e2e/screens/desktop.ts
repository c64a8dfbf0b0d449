import { generateKeyPairSync } from 'node:crypto'
import { rmSync } from 'node:fs'
import { expect } from '@playwright/test'
import { manifestOf, updateFile } from '../../support/update-file.ts'
import { callFrom } from '../support/call.ts'
import { type Desktop, holdFiles } from '../support/desktop.ts'
import type { Tandem } from '../support/test.ts'
import type { Screen } from './screen.ts'

/** A screen only a host with a window of its own has. `more`: what else is to be known of it. */
const onDesktop = (
  name: string,
  open: (tandem: Tandem, desktop: Desktop) => Promise<void>,
  more: Partial<Screen> = {},
): Screen => ({
  ...more,
  name,
  ground: 'desktop',
  open: (tandem) => {
    if (!tandem.desktop) throw new Error(`${name} needs a desktop`)
    return open(tandem, tandem.desktop)
  },
})

/** The settings, down at one of their sections. */
async function settingsAt({ page, shell }: Tandem, section: 'desktop' | 'about'): Promise<void> {
  await shell.go('Settings')
  await page.locator(`section#${section}`).scrollIntoViewIfNeeded()
}
async function chooseUpdate(tandem: Tandem, desktop: Desktop, path: string): Promise<void> {
  await settingsAt(tandem, 'about')
  desktop.choose(path)
  await tandem.page.getByRole('button', { name: 'Install an update from a file…' }).click()
}

/** Why a file is not taken as an update: the file, and some of what is said. */
const REFUSED: Readonly<Record<string, readonly [(desktop: Desktop) => string, string]>> = {
  'not-an-update': [(desktop) => desktop.write('Tandem.zip', 'PK'), 'This is not an update'],
  'not-signed': [
    (desktop) => {
      const { privateKey } = generateKeyPairSync('ed25519')
      const content = Buffer.from('package')
      return desktop.write('x.tandemupdate', updateFile(manifestOf(content), content, privateKey))
    },
    'not signed by the makers',
  ],
  damaged: [
    (desktop) => desktop.write('x.tandemupdate', desktop.update().subarray(0, -1)),
    'damaged or not complete',
  ],
  'not-newer': [
    (desktop) => desktop.write('x.tandemupdate', desktop.update({ version: '1.3.0' })),
    'no newer version',
  ],
  'other-system': [
    (desktop) =>
      desktop.write('x.tandemupdate', desktop.update({ arch: process.arch === 'x64' ? 'arm64' : 'x64' })),
    'another system or processor',
  ],
  unreadable: [(desktop) => desktop.at('gone.tandemupdate'), 'could not be read'],
}

/** The dialog of an update that was believed. */
async function openUpdate(tandem: Tandem, desktop: Desktop): Promise<string> {
  const path = desktop.write('Tandem-1.5.0.tandemupdate', desktop.update())
  await chooseUpdate(tandem, desktop, path)
  await expect(tandem.deal.dialog).toContainText('1.5.0')
  return path
}
const install = ({ deal }: Tandem) => deal.dialog.getByRole('button', { name: 'Quit and install' }).click()

/** A list as a file, written. */
async function exportList({ shell, page, deal }: Tandem): Promise<void> {
  await shell.go('Inbound')
  await page.getByRole('button', { name: 'Export' }).click()
  await deal.dialog.getByRole('button', { name: 'Export' }).click()
}

export const DESKTOP: readonly Screen[] = [
  onDesktop('settings-desktop', (tandem) => settingsAt(tandem, 'desktop'), { main: true }),
  onDesktop('settings-desktop-refused', async (tandem, desktop) => {
    const section = tandem.page.locator('section#desktop')
    desktop.refuseLogin()
    await settingsAt(tandem, 'desktop')
    desktop.standIn.showsNotifications = false
    await section.getByRole('checkbox', { name: 'Open when you log in' }).click()
    await section.getByRole('button', { name: 'Show a test notification' }).click()
    await expect(section).toContainText('did not change this')
    await expect(section).toContainText('This system shows no notifications')
  }),
  ...Object.entries(REFUSED).map(([name, [file, words]]) =>
    onDesktop(`settings-update-${name}`, async (tandem, desktop) => {
      await chooseUpdate(tandem, desktop, file(desktop))
      await expect(tandem.page.getByRole('alert')).toContainText(words)
    }),
  ),
  onDesktop('dialog-update', async (tandem, desktop) => void (await openUpdate(tandem, desktop)), {
    main: true,
  }),
  onDesktop('dialog-update-unreadable', async (tandem, desktop) => {
    rmSync(await openUpdate(tandem, desktop))
    await install(tandem)
    await expect(tandem.deal.dialog.getByRole('alert')).toContainText('could not be read')
  }),
  onDesktop('dialog-update-not-kept', async (tandem, desktop) => {
    await openUpdate(tandem, desktop)
    desktop.refuseWriting()
    await install(tandem)
    await expect(tandem.deal.dialog.getByRole('alert')).toContainText('could not be written')
  }),
  onDesktop('dialog-update-busy', async (tandem, desktop) => {
    desktop.holdPrinter()
    const started = await callFrom(tandem.page, 'exports.start', {
      format: 'deal-sheet',
      selection: { tab: 'inbound' },
      locale: 'en',
      options: { personalData: false, as: 'pdf' },
    })
    expect(started).toMatchObject({ ok: true })
    await openUpdate(tandem, desktop)
    await install(tandem)
    await expect(tandem.deal.dialog.getByRole('alert')).toContainText('An import or export is running')
  }),
  onDesktop(
    'dialog-update-installing',
    async (tandem, desktop) => {
      await openUpdate(tandem, desktop)
      desktop.holdWindow()
      await install(tandem)
      await expect(tandem.deal.dialog).toContainText('Preparing the update')
    },
    { stays: true },
  ),
  onDesktop('dialog-export-saved', async (tandem, desktop) => {
    desktop.choose(desktop.at('Inbound 2026.csv'))
    await exportList(tandem)
    await expect(tandem.deal.dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible()
  }),
  onDesktop('dialog-export-not-saved', async (tandem, desktop) => {
    desktop.choose(null)
    await exportList(tandem)
    await expect(tandem.deal.dialog).toContainText('is ready and not saved yet')
  }),
  onDesktop('dialog-export-refused', async (tandem, desktop) => {
    desktop.choose(desktop.at('gone/Inbound.csv'))
    await exportList(tandem)
    await expect(tandem.deal.dialog).toContainText('That folder is not there any more')
  }),
  onDesktop(
    'drop-file',
    async ({ page, shell, board }) => {
      await shell.go('Pipeline')
      await board.shown()
      await holdFiles(page, ['customers.csv'])
      await expect(page.getByText('Drop to import')).toBeVisible()
    },
    { main: true },
  ),
  onDesktop('drop-files', async ({ page, shell, board }) => {
    await shell.go('Pipeline')
    await board.shown()
    await holdFiles(page, ['customers.csv', 'partners.csv'])
    await expect(page.getByText('One file at a time', { exact: true })).toBeVisible()
  }),
  onDesktop('dialog-opened-file', async ({ page, shell, board, deal }, desktop) => {
    await shell.go('Pipeline')
    await board.shown()
    desktop.open(desktop.write('北辰.csv', '客户名称,国家\n北辰制造,中国\n'))
    await expect(deal.dialog).toContainText('北辰.csv')
    await expect(page.getByRole('button', { name: 'Read the file' })).toBeEnabled()
  }),
  onDesktop('dialog-opened-files', async ({ shell, board, deal }, desktop) => {
    await shell.go('Pipeline')
    await board.shown()
    desktop.open(desktop.write('a.csv', 'Name\n'), desktop.write('b.csv', 'Name\n'))
    await expect(deal.dialog.getByRole('alert')).toContainText('one file at a time')
  }),
]
