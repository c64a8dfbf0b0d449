import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Shell } from '../e2e/pages/shell.ts'
import { StartPage } from '../e2e/pages/start.ts'
import { manifestOf, updateFile } from '../support/update-file.ts'
import { type UpdatingBuild, takeUpdatingBuild } from '../support/updating-build.ts'
import { runOn } from './stand-in/run.ts'
import { type OwnStandIn, expect, folderTest, standInOn } from './support/test.ts'

const PACKAGE = Buffer.alloc(1_500_000, 'installer')
/** An update for Windows is opened; one for Linux is shown to the person. */
const NAMES = { win32: 'Tandem-9.9.9-win-x64.exe', linux: 'Tandem-9.9.9-linux.deb' } as const
const manifestFor = (platform: keyof typeof NAMES) =>
  manifestOf(PACKAGE, {
    version: '9.9.9',
    platform,
    arch: process.arch,
    fileName: NAMES[platform],
    notes: { en: 'Lists are faster.', zh: '列表更快。' },
  })
const GOOD = manifestFor('linux')

/** A build with the key in it, and one start of it. */
const test = folderTest.extend<
  { system: keyof typeof NAMES; standIn: OwnStandIn; page: Page; fileOf: (content: Buffer) => string },
  { build: UpdatingBuild }
>({
  build: [
    async ({}, use) => {
      const build = takeUpdatingBuild('updates')
      await use(build)
      build.remove()
    },
    { scope: 'worker' },
  ],
  system: ['linux', { option: true }],
  standIn: async ({ context, dataDir, build, system }, use) => {
    mkdirSync(join(dataDir, 'updates'))
    writeFileSync(join(dataDir, 'updates', 'left from before.deb'), 'x')
    const standIn = standInOn(context, dataDir)
    // The host asks what it runs on at its start alone.
    const { platform } = process
    Object.defineProperty(process, 'platform', { value: system })
    await runOn(standIn, build.out)
    await standIn.page
    Object.defineProperty(process, 'platform', { value: platform })
    await use(standIn)
    standIn.app.quit()
    await standIn.app.ended
  },
  page: async ({ standIn }, use) => {
    const page = await standIn.page
    await new StartPage(page).begin('empty')
    await new Shell(page).go('Settings')
    await use(page)
  },
  fileOf: async ({ dataDir }, use) => {
    await use((content) => {
      const path = join(dataDir, 'Tandem.tandemupdate')
      writeFileSync(path, content)
      return path
    })
  },
})
const call = (page: Page, name: string, input: object) =>
  page.evaluate(([procedure, given]) => window.tandem!.call(procedure, given as never), [
    name,
    input,
  ] as const)
const choose = (page: Page) => page.getByRole('button', { name: 'Install an update from a file…' }).click()

for (const name of ['linux', 'win32'] as const) {
  test.describe(() => {
    test.use({ system: name })
    test(`an update for ${name} is installed: everything is closed, then its package is handed to the system`, async ({
      standIn,
      page,
      dataDir,
      fileOf,
      build,
    }) => {
      await expect.poll(() => readdirSync(join(dataDir, 'updates'))).toEqual([])
      standIn.dialog.files.push(fileOf(build.sign(manifestFor(name), PACKAGE)))
      await choose(page)
      const dialog = page.getByRole('dialog', { name: 'Update Tandem' })
      await expect(dialog).toContainText('9.9.9')
      await expect(dialog).toContainText('Lists are faster.')
      expect(standIn.dialog.askedForFiles.at(-1)).toMatchObject({
        filters: [{ name: 'Updates of Tandem', extensions: ['tandemupdate'] }],
      })
      await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await standIn.app.ended).toBe(0)

      const kept = join(dataDir, 'updates', NAMES[name])
      const { openedPaths, shown } = standIn.shell
      expect([openedPaths, shown]).toEqual(name === 'linux' ? [[], [kept]] : [[kept], []])
      expect(readFileSync(kept).equals(PACKAGE)).toBe(true)
      if (process.platform !== 'win32') expect(statSync(kept).mode & 0o077).toBe(0)
      expect(existsSync(join(dataDir, 'tandem.db'))).toBe(true)
      expect(existsSync(join(dataDir, 'tandem.db-wal'))).toBe(false)
    })
  })
}

test('a damaged file and one of a stranger are refused in words, and nothing ends', async ({
  standIn,
  page,
  dataDir,
  fileOf,
  build,
}) => {
  const damaged = build.sign(GOOD, PACKAGE)
  damaged[damaged.length - 1]! ^= 1
  standIn.dialog.files.push(fileOf(damaged))
  await choose(page)
  await expect(page.getByRole('alert')).toContainText('damaged or not complete')
  await expect(page.getByRole('dialog')).toBeHidden()
  const stranger = generateKeyPairSync('ed25519').privateKey
  standIn.dialog.files.push(fileOf(updateFile(GOOD, PACKAGE, stranger)))
  await choose(page)
  await expect(page.getByRole('alert')).toContainText('not signed by the makers of Tandem')
  expect(existsSync(join(dataDir, 'updates', NAMES.linux))).toBe(false)
  expect(standIn.shell.openedPaths).toEqual([])
})

test('a handle serves once, for the file that was chosen', async ({
  standIn,
  page,
  dataDir,
  fileOf,
  build,
}) => {
  const path = fileOf(build.sign(GOOD, PACKAGE))
  standIn.dialog.files.push(path)
  const answer = (await call(page, 'host.choose-update', {})) as never as {
    value: { update: { handle: string } }
  }
  expect(JSON.stringify(answer)).not.toContain(dataDir)
  const { handle } = answer.value.update
  const other = Buffer.alloc(PACKAGE.length, 'another')
  const { fileName } = GOOD
  fileOf(build.sign(manifestOf(other, { ...GOOD, sha256: manifestOf(other).sha256, fileName }), other))
  const unchanged = readdirSync(join(dataDir, 'updates'))
  expect(await call(page, 'host.install-update', { handle })).toEqual({
    ok: true,
    value: { refused: 'damaged' },
  })
  const used = { ok: false, error: { code: 'NOT_FOUND', details: { what: 'handle', id: handle } } }
  expect(await call(page, 'host.install-update', { handle })).toEqual(used)
  expect(await call(page, 'host.install-update', { handle: '../../etc' })).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  })
  expect(readdirSync(join(dataDir, 'updates'))).toEqual(unchanged)
  expect([standIn.shell.openedPaths, standIn.shell.shown]).toEqual([[], []])
})

folderTest(
  'a build without a key takes no updates and shows nothing of them',
  async ({ context, dataDir }) => {
    const standIn = standInOn(context, dataDir)
    await runOn(standIn)
    const page = await standIn.page
    await new StartPage(page).begin('empty')
    await new Shell(page).go('Settings')
    await expect(page.getByRole('button', { name: 'Copy details' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Install an update from a file…' })).toHaveCount(0)
    expect(await call(page, 'host.choose-update', {})).toMatchObject({ error: { code: 'NOT_FOUND' } })
    standIn.app.quit()
    await standIn.app.ended
  },
)
