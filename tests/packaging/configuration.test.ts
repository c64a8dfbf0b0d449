import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { withoutNetworkExceptions } from '../../scripts/packaging/after-pack.ts'
import { configuration } from '../../scripts/packaging/configuration.ts'
import { FUSES } from '../../scripts/packaging/fuses.ts'
import { ensureBuilt } from '../support/ensure-built.ts'
import { ROOT } from './lay-out.ts'

beforeAll(ensureBuilt, 120_000)
let bare: ReturnType<typeof configuration>
beforeAll(() => {
  bare = configuration(ROOT, {})
})

test('the nine fuses, each said', () => {
  expect(Object.fromEntries(FUSES.map(({ name, on }) => [name, on]))).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  })
})

test('who signs comes from the environment alone', () => {
  expect([bare.mac?.identity, bare.mac?.notarize, bare.forceCodeSigning]).toEqual(['-', false, false])
  const release = configuration(ROOT, {
    TANDEM_RELEASE: '1',
    CSC_LINK: 'file',
    APPLE_API_KEY: 'file',
    APPLE_API_KEY_ID: 'id',
    APPLE_API_ISSUER: 'issuer',
  })
  expect([release.mac?.identity, release.mac?.notarize, release.forceCodeSigning]).toEqual([
    undefined,
    true,
    true,
  ])
  expect(JSON.stringify(release)).not.toMatch(/password|issuer/i)
  expect(configuration(ROOT, { APPLE_ID: 'id', APPLE_TEAM_ID: 'team' }).mac?.notarize).toBe(false)
})

test('per user on Windows, one hardened program for every Mac, no address to update from', () => {
  const { win, mac, nsis, linux, publish } = bare
  expect(win?.target).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }])
  expect([nsis?.perMachine, nsis?.deleteAppDataOnUninstall]).toEqual([false, false])
  expect(mac?.target).toEqual([{ target: 'dmg', arch: ['universal'] }])
  expect(mac?.hardenedRuntime).toBe(true)
  expect((linux?.target as { target: string }[]).map(({ target }) => target)).toEqual(['AppImage', 'deb'])
  expect(publish).toBeNull()
})

test('on Linux the entry of the desktop is named as the windows name themselves, and as a portal wants it', () => {
  const { desktopName } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    desktopName: string
  }
  expect(desktopName).toMatch(/^(?:[A-Za-z]\w*\.){2,}desktop$/)
  expect(bare.linux?.syncDesktopName).toBe(true)
})

test('the hardened runtime makes one exception, for the compiler of JavaScript', () => {
  const { mac } = bare
  expect(mac?.entitlementsInherit).toBe(mac?.entitlements)
  const plist = readFileSync(join(ROOT, mac!.entitlements!), 'utf8')
  expect([...plist.matchAll(/<key>([^<]+)<\/key>\s*<(\w+)/g)].map(([, key, value]) => [key, value])).toEqual([
    ['com.apple.security.cs.allow-jit', 'true'],
  ])
})

test('what the packager allows a Mac’s program for an updater is turned off again', () => {
  const plist = '<key>NSAllowsArbitraryLoads</key>\n<true/><key>Other</key><true/>'
  expect(withoutNetworkExceptions(plist)).toBe(
    '<key>NSAllowsArbitraryLoads</key>\n<false/><key>Other</key><true/>',
  )
})
