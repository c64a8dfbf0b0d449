import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { digestOf, inMemory, manifestOf } from '../../../../../tests/support/update-file.ts'
import { temporaryFolder } from '../../../../../tests/support/folder.ts'
import { keepPackage } from './update-folder.ts'
import { clearPackages } from './update-leftovers.ts'

const PACKAGE = Buffer.alloc(2_500_000, 'installer')
let folder: string
beforeEach(() => {
  folder = join(temporaryFolder(), 'updates')
})
const keep = (fileName: string, sha256 = digestOf(PACKAGE), bytes = PACKAGE) =>
  keepPackage(inMemory(bytes), { manifest: manifestOf(PACKAGE, { fileName, sha256 }), packageAt: 0 }, folder)
const mode = (path: string) => statSync(path).mode & 0o777

test('a package is kept alone in a folder of its owner; an AppImage can be started', async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'an older one.deb'), 'x')
  expect(await keep('Tandem.deb')).toBe('Tandem.deb')
  expect(readdirSync(folder)).toEqual(['Tandem.deb'])
  expect(readFileSync(join(folder, 'Tandem.deb')).equals(PACKAGE)).toBe(true)
  if (process.platform !== 'win32') {
    expect([mode(folder), mode(join(folder, 'Tandem.deb'))]).toEqual([0o700, 0o600])
    await keep('Tandem.AppImage')
    expect(mode(join(folder, 'Tandem.AppImage'))).toBe(0o700)
  }
})

test('of what is not what was signed nothing is kept', async () => {
  await expect(keep('Tandem.deb', '0'.repeat(64))).rejects.toThrow('damaged')
  await expect(keep('Tandem.deb', digestOf(PACKAGE), PACKAGE.subarray(1))).rejects.toThrow('damaged')
  expect(readdirSync(join(folder, '..'))).toEqual([])
})

test('a folder that cannot be made is said', async () => {
  folder = join(folder, '..', 'a file', 'updates')
  writeFileSync(join(folder, '..'), '')
  await expect(keep('Tandem.deb')).rejects.toThrow('not-kept')
})

test('what is left is taken away, except for the program that runs', async () => {
  await clearPackages(folder, null)
  mkdirSync(folder)
  for (const name of ['a.deb', 'b.AppImage', 'c.partial']) writeFileSync(join(folder, name), 'x')
  await clearPackages(folder, join(folder, 'b.AppImage'))
  expect(readdirSync(folder)).toEqual(['b.AppImage'])
})
