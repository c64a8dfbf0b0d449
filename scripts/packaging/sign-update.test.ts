import { spawnSync } from 'node:child_process'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { withBytes } from '../../src/main/hosts/electron/files/update-bytes.ts'
import { checkUpdate } from '../../src/main/hosts/electron/files/update-package.ts'
import { temporaryFolder } from '../../tests/support/folder.ts'
import { madeFor } from './update-file.ts'
import { publicUpdateKey } from './update-key.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})
const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'sign-update.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, TANDEM_UPDATE_PRIVATE_KEY: '', ...env },
  })
const pem = (name: string) => readFileSync(join(folder, 'keys', name), 'utf8')

test('keys are made, a package is signed with one and believed with the other', async () => {
  const keys = join(folder, 'keys')
  expect(run(['--make-keys', keys]).status).toBe(0)
  if (process.platform !== 'win32') {
    expect(statSync(join(keys, 'update-private.pem')).mode & 0o777).toBe(0o600)
  }
  const installer = join(folder, 'Tandem-9.9.9-linux-x86_64.AppImage')
  writeFileSync(installer, Buffer.alloc(3_000_000, 'installer'))
  writeFileSync(join(folder, 'zh.txt'), '更快。\n')
  const env = { TANDEM_UPDATE_PRIVATE_KEY: join(keys, 'update-private.pem') }
  const { stdout, status } = run([installer, '--notes-zh', join(folder, 'zh.txt')], env)
  expect([status, stdout]).toEqual([0, `${installer}.tandemupdate\n`])
  const here = { version: '0.0.1', platform: 'linux', arch: 'x64' }
  const manifest = await withBytes(`${installer}.tandemupdate`, (file) =>
    checkUpdate(file, publicUpdateKey(pem('update-public.pem')), here),
  )
  expect(manifest).toMatchObject({
    version: (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
    fileName: 'Tandem-9.9.9-linux-x86_64.AppImage',
    bytes: 3_000_000,
    notes: { en: '', zh: '更快。' },
  })
  const other = createPublicKey(generateKeyPairSync('ed25519').privateKey)
  await expect(
    withBytes(`${installer}.tandemupdate`, (file) => checkUpdate(file, other, here)),
  ).rejects.toThrow('not-signed-by-us')
})

test('keys that are there are never written over', () => {
  const keys = join(folder, 'keys')
  run(['--make-keys', keys])
  const before = pem('update-private.pem')
  expect(run(['--make-keys', keys]).status).toBe(1)
  expect(pem('update-private.pem')).toBe(before)
})

test('without a key, or of no package, nothing is made', () => {
  const installer = join(folder, 'Tandem-9.9.9-win-x64.exe')
  writeFileSync(installer, 'x')
  expect(run([installer]).stderr).toContain('TANDEM_UPDATE_PRIVATE_KEY names no file')
  expect(run([]).stderr).toContain('Name the packages')
  expect(existsSync(`${installer}.tandemupdate`)).toBe(false)
})

test('the name of a package tells for which computers it is', () => {
  expect(madeFor('Tandem-1.0.0-linux-amd64.deb')).toEqual({ platform: 'linux', arch: 'x64' })
  expect(madeFor('Tandem-1.0.0-mac-universal.dmg')).toEqual({ platform: 'darwin', arch: 'universal' })
  expect(() => madeFor('setup.exe')).toThrow('does not tell')
})

test('only a public key of the right kind goes into a build', () => {
  const ed = generateKeyPairSync('ed25519')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const spki = { type: 'spki', format: 'pem' } as const
  expect(publicUpdateKey(ed.publicKey.export(spki).toString()).asymmetricKeyType).toBe('ed25519')
  expect(() => publicUpdateKey(rsa.publicKey.export(spki).toString())).toThrow('no Ed25519 key')
  const secret = ed.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  expect(() => publicUpdateKey(secret)).toThrow('no public key')
})
