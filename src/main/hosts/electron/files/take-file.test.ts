import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { fileStoreIn } from '../../../../../tests/support/file-store.ts'
import { temporaryFolder } from '../../../../../tests/support/folder.ts'
import { takeFile } from './take-file.ts'

let folder: string
let files: ReturnType<typeof fileStoreIn>
beforeEach(() => {
  folder = temporaryFolder()
  files = fileStoreIn(join(folder, 'data'))
})
const fault = (message: string) => ({
  code: 'INVALID_INPUT',
  details: { issues: [{ path: 'file', message }] },
})

test('a file is copied under its last name; where it lay is not told', async () => {
  const path = join(folder, '交易.csv')
  writeFileSync(path, 'a,b')
  const taken = await takeFile(files, path)
  expect(taken).toEqual({ fileId: taken.fileId, name: '交易.csv' })
  expect(JSON.stringify(taken)).not.toContain(folder)
  writeFileSync(path, 'changed later')
  expect(readFileSync((await files.get(taken.fileId)).path, 'utf8')).toBe('a,b')
})

test('a folder, a device and what is gone are refused', async () => {
  mkdirSync(join(folder, 'folder.csv'))
  await expect(takeFile(files, join(folder, 'folder.csv'))).rejects.toMatchObject(fault('not-a-file'))
  await expect(takeFile(files, join(folder, 'gone.csv'))).rejects.toMatchObject(fault('not-readable'))
  if (process.platform !== 'win32')
    await expect(takeFile(files, '/dev/zero')).rejects.toMatchObject(fault('not-a-file'))
})

test('more than is taken in is refused', async () => {
  const path = join(folder, 'big.csv')
  writeFileSync(path, '')
  truncateSync(path, 128 * 1024 * 1024 + 1)
  await expect(takeFile(files, path)).rejects.toMatchObject(fault('larger than 134217728 bytes'))
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'what may not be read is said',
  async () => {
    const path = join(folder, 'secret.csv')
    writeFileSync(path, 'x')
    chmodSync(path, 0)
    await expect(takeFile(files, path)).rejects.toMatchObject(fault('not-readable'))
  },
)
