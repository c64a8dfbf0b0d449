import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../../tests/support/folder.ts'
import { openRegular } from './regular-file.ts'

test('a file is opened; what is gone is said', async () => {
  const path = join(temporaryFolder(), 'a.csv')
  await expect(openRegular(path)).rejects.toMatchObject({ code: 'ENOENT' })
  writeFileSync(path, 'a,b')
  const handle = await openRegular(path)
  expect(await handle?.readFile('utf8')).toBe('a,b')
  await handle?.close()
})

test.skipIf(process.platform === 'win32')(
  'a pipe nobody writes into, a folder and a device are none',
  async () => {
    const folder = temporaryFolder()
    const pipe = join(folder, 'pipe.csv')
    execFileSync('mkfifo', [pipe])
    mkdirSync(join(folder, 'folder.csv'))
    for (const path of [pipe, join(folder, 'folder.csv'), '/dev/zero'])
      expect(await openRegular(path)).toBeNull()
  },
)
