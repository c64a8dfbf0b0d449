import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../../../../tests/support/folder.ts'
import { saveFault, writeWhole } from './write-whole.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})
const bytes = (text: string) => Readable.from([Buffer.from(text)])
const mode = (path: string) => statSync(path).mode & 0o777

test('a new file is there whole, with the mode it should have, and nothing beside it', async () => {
  await writeWhole(bytes('new'), join(folder, '交易.csv'), 0o640)
  expect(readdirSync(folder)).toEqual(['交易.csv'])
  expect(readFileSync(join(folder, '交易.csv'), 'utf8')).toBe('new')
  if (process.platform !== 'win32') expect(mode(join(folder, '交易.csv'))).toBe(0o640)
})

test.skipIf(process.platform === 'win32')('until it is whole nobody else can read it', async () => {
  const modes: number[] = []
  const watched = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      await expect.poll(() => readdirSync(folder).length).toBe(1)
      modes.push(...readdirSync(folder).map((name) => mode(join(folder, name))))
      yield Buffer.from('whole')
    })(),
  )
  const umask = process.umask(0o022)
  try {
    await writeWhole(watched, join(folder, 'deals.csv'), 0o644)
  } finally {
    process.umask(umask)
  }
  expect([modes, mode(join(folder, 'deals.csv'))]).toEqual([[0o600], 0o644])
})

test.skipIf(process.platform === 'win32')('a file that is replaced keeps its mode', async () => {
  const place = join(folder, 'deals.csv')
  writeFileSync(place, 'old')
  chmodSync(place, 0o664)
  await writeWhole(bytes('new'), place, 0o600)
  expect([readFileSync(place, 'utf8'), mode(place)]).toEqual(['new', 0o664])
})

test.skipIf(process.platform === 'win32')('a link stays a link: what it leads to is replaced', async () => {
  mkdirSync(join(folder, 'real'))
  writeFileSync(join(folder, 'real/deals.csv'), 'old')
  symlinkSync('real/deals.csv', join(folder, 'link.csv'))
  await writeWhole(bytes('new'), join(folder, 'link.csv'), 0o600)
  expect(lstatSync(join(folder, 'link.csv')).isSymbolicLink()).toBe(true)
  expect(readFileSync(join(folder, 'real/deals.csv'), 'utf8')).toBe('new')
})

test('what breaks off leaves what stood there, and nothing half', async () => {
  const place = join(folder, 'deals.csv')
  writeFileSync(place, 'old')
  async function* broken() {
    yield Buffer.from('half')
    throw Object.assign(new Error('full'), { code: 'ENOSPC' })
  }
  await expect(writeWhole(Readable.from(broken()), place, 0o600)).rejects.toMatchObject({
    code: 'READ_ONLY',
    details: { why: 'save-no-room' },
  })
  expect([readdirSync(folder), readFileSync(place, 'utf8')]).toEqual([['deals.csv'], 'old'])
})

test('a folder that is gone is said, and not made', async () => {
  const gone = join(folder, 'gone')
  await expect(writeWhole(bytes('x'), join(gone, 'a.csv'), 0o600)).rejects.toMatchObject({
    details: { why: 'save-gone' },
  })
  expect(existsSync(gone)).toBe(false)
})

test('a folder is no place for a file', async () => {
  mkdirSync(join(folder, 'deals'))
  await expect(writeWhole(bytes('x'), join(folder, 'deals'), 0o600)).rejects.toMatchObject({
    code: 'READ_ONLY',
  })
  expect(readdirSync(folder)).toEqual(['deals'])
})

test.for([
  ['EACCES', 'save-denied'],
  ['EROFS', 'save-denied'],
  ['EDQUOT', 'save-no-room'],
  ['ENAMETOOLONG', 'save-name'],
  ['EIO', 'save-failed'],
])('%s is told as %s', ([code, fault]) => {
  expect(saveFault(Object.assign(new Error('x'), { code }))).toBe(fault)
})
