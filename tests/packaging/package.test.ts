import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile, cp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { Arch, type Configuration } from 'electron-builder'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inspect } from '../../scripts/packaging/check/inspect.ts'
import { type Layout, type System, layoutsIn } from '../../scripts/packaging/check/layout.ts'
import { ensureBuilt } from '../support/ensure-built.ts'
import { ROOT, layOut } from './lay-out.ts'

// Laying out takes seconds, and minutes on a computer that does other things.
vi.setConfig({ testTimeout: 400_000 })
const parent = mkdtempSync(join(tmpdir(), 'tandem-package-'))
beforeAll(ensureBuilt, 120_000)
afterAll(() => rmSync(parent, { recursive: true, force: true }))
const folderFor = (name: string): string => {
  const folder = join(parent, name)
  mkdirSync(folder)
  return folder
}
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)

const laidOut = new Map<System, Promise<readonly Layout[]>>()
/** The packages of a system, laid out once. */
const layoutsOf = (system: System): Promise<readonly Layout[]> => {
  const layouts = laidOut.get(system) ?? layOut(folderFor(system), system, [Arch.x64, Arch.arm64])
  laidOut.set(system, layouts)
  return layouts
}
const good = async (): Promise<Layout> => (await layoutsOf('linux')).find(({ arch }) => arch === 'x64')!

test.each(['linux', 'win32', 'darwin'] as const)(
  '%s: a package is what it may be, and no more',
  async (system) => {
    const layouts = await layoutsOf(system)
    expect(layouts.map(({ arch }) => arch).toSorted()).toEqual(['arm64', 'x64'])
    for (const layout of layouts) {
      const { faults, sizes } = await inspect(layout)
      expect(faults).toEqual([])
      const [archive, beside, total] = [sizes.asar, sizes.unpacked, sizes.total].map(megabytes)
      process.stdout.write(
        `${system} ${layout.arch}: archive ${archive} MB, beside it ${beside} MB, together ${total} MB\n`,
      )
      if (system === 'linux' && layout.arch === process.arch) loadsTheDriver(layout)
      if (system === 'darwin') asksForNoNetwork(layout)
    }
  },
)

/** The native module that lies beside the archive answers, under Node. */
function loadsTheDriver({ resources, arch }: Layout): void {
  const driver = join(resources, `app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-${arch}.node`)
  const script = `
    const Database = require('better-sqlite3')
    const db = new Database(':memory:', { nativeBinding: ${JSON.stringify(driver)} })
    process.stdout.write(JSON.stringify(db.prepare('select 1 as one').get()))`
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' })
  expect([stdout, stderr]).toEqual(['{"one":1}', ''])
}

function asksForNoNetwork({ program }: Layout): void {
  const plist = readFileSync(join(program, 'Contents/Info.plist'), 'utf8')
  expect(plist).toMatch(/<key>NSAllowsArbitraryLoads<\/key>\s*<false\/>/)
  expect(plist).not.toMatch(/<key>NS(Allows|TemporaryExceptionAllows)\w+<\/key>\s*<true\/>/)
  expect(plist).toMatch(/<key>CFBundleTypeExtensions<\/key>\s*<array>\s*<string>tandem<\/string>/)
}

test('of the languages of Chromium only those Tandem speaks are left', async () => {
  const { licences: folder } = await good()
  expect(readdirSync(join(folder, 'locales')).toSorted()).toEqual(['en-US.pak', 'zh-CN.pak'])
})

test.each([
  {
    name: 'a wrong fuse',
    spoil: ({ program }: Layout) =>
      flipFuses(program, { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: true }),
    fault: /^the fuse RunAsNode should be off$/,
  },
  {
    name: 'a package without the licences of Chromium',
    spoil: ({ licences }: Layout) => rm(join(licences, 'LICENSES.chromium.html')),
    fault: /^LICENSES\.chromium\.html is not beside the program$/,
  },
  {
    name: 'a second prebuild',
    spoil: ({ resources }: Layout) => {
      const prebuilds = join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
      return copyFile(join(prebuilds, 'linux-x64.node'), join(prebuilds, 'linuxmusl-x64.node'))
    },
    fault: /^beside the archive should lie .*; there is .*linux-x64\.node, .*linuxmusl-x64\.node$/,
  },
  {
    name: 'a prebuild that is missing',
    spoil: ({ resources }: Layout) => rm(join(resources, 'app.asar.unpacked'), { recursive: true }),
    fault: /there is nothing$/,
  },
])('$name is noticed', async ({ name, spoil, fault }) => {
  const { resources } = await good()
  const copy = join(folderFor(name.replaceAll(' ', '-')), 'packages')
  await cp(join(resources, '../..'), copy, { recursive: true })
  const layout = layoutsIn(copy).find(({ arch }) => arch === 'x64')!
  expect((await inspect(layout)).faults).toEqual([])
  await spoil(layout)
  expect((await inspect(layout)).faults).toContainEqual(expect.stringMatching(fault))
})

const allBut = (patterns: readonly string[], ...parts: string[]): string[] =>
  patterns.filter((pattern) => !parts.some((part) => pattern.includes(part)))

test('settings that let in too much, or leave something out, are noticed fault by fault', async () => {
  const folder = folderFor('too-much')
  writeFileSync(join(folder, 'engine.js.map'), '{}')
  const [layout] = await layOut(folder, 'linux', [Arch.x64], (ours) => ({
    ...ours,
    asarUnpack: [],
    linux: {
      ...ours.linux,
      files: [
        ...allBut(ours.linux!.files as string[], 'out/main/jobs.js', '.map', '{deps,src}', '/prebuilds/'),
        { from: folder, to: 'out/main', filter: ['engine.js.map'] },
        'out/main/loopback.js',
        'out/main/chunks/*.js',
        'src/shared/result.ts',
        'scripts/packaging/stamp.test.ts',
      ],
    },
    afterPack: null,
  }))
  const { faults } = await inspect(layout!)
  for (const fault of [
    /^out\/main\/engine\.js\.map has no business in the archive$/,
    /^out\/main\/loopback\.js has no business in the archive$/,
    /^out\/main\/chunks\/.+ is there and nothing imports it$/,
    /^out\/main\/jobs\.js is imported and not there$/,
    /^src\/shared\/result\.ts has no business in the archive$/,
    /^scripts\/packaging\/stamp\.test\.ts has no business in the archive$/,
    /^node_modules\/better-sqlite3\/deps\/sqlite3\/sqlite3\.c has no business in the archive$/,
    /^node_modules\/better-sqlite3\/prebuilds\/win32-x64\.node cannot be loaded out of the archive$/,
    /^the archive has \d+ bytes, over \d+$/,
    /^the fuse OnlyLoadAppFromAsar should be on$/,
  ]) {
    expect(faults).toContainEqual(expect.stringMatching(fault))
  }
})

test('the packager itself refuses a setting it does not know', async () => {
  const spoilt = (ours: Configuration) => ({ ...ours, artefactName: 'x' }) as Configuration
  await expect(layOut(folderFor('schema'), 'linux', [Arch.x64], spoilt)).rejects.toThrow('artefactName')
})
