import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { beforeEach, expect, test } from 'vitest'
import type { FileId } from '#shared/domain/ids.ts'
import { AppError } from '#shared/errors.ts'
import { temporaryFolder } from '../../../../tests/support/folder.ts'
import { FileStore } from './file-store.ts'

let folder: string
let files: FileStore

beforeEach(() => {
  folder = temporaryFolder()
  files = new FileStore(folder, uuidv7)
})

async function* bytesOf(...parts: string[]): AsyncIterable<Uint8Array> {
  for (const part of parts) yield Buffer.from(part)
}
const kept = () => (existsSync(join(folder, 'files')) ? readdirSync(join(folder, 'files')).sort() : [])

test('bytes that are handed over are kept under an id, with their name, and come back', async () => {
  const stored = await files.put('交易 "1".csv', bytesOf('a', 'b', 'c'))
  expect(stored).toMatchObject({ name: '交易 "1".csv', bytes: 3 })
  expect(await files.get(stored.fileId)).toEqual(stored)
  const chunks: Buffer[] = []
  for await (const chunk of files.read(stored)) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString()).toBe('abc')
})

test('a name is never a path', async () => {
  const stored = await files.put('../../escape.csv', bytesOf('x'))
  expect(stored.path).toBe(join(folder, 'files', stored.fileId))
  expect(existsSync(join(folder, '../escape.csv'))).toBe(false)
})

test('more bytes than allowed are INVALID_INPUT, and nothing is kept', async () => {
  const put = files.put('big', bytesOf('12345', '6'), 5)
  await expect(put).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { issues: [{ path: 'file' }] } })
  expect(kept()).toEqual([])
  expect((await files.put('fits', bytesOf('12345'), 5)).bytes).toBe(5)
})

test('a stream that breaks off leaves nothing', async () => {
  async function* broken(): AsyncIterable<Uint8Array> {
    yield Buffer.from('half')
    throw new Error('connection lost')
  }
  await expect(files.put('half', broken())).rejects.toThrow('connection lost')
  expect(kept()).toEqual([])
})

test('what is being written cannot be found until it is kept; what is discarded never', async () => {
  const draft = await files.draft('draft')
  writeFileSync(draft.path, 'text')
  expect(await files.find(draft.fileId)).toBeNull()
  const stored = await draft.keep()
  expect(readFileSync(stored.path, 'utf8')).toBe('text')
  expect(await files.find(draft.fileId)).toEqual(stored)
  const other = await files.draft('other')
  writeFileSync(other.path, 'text')
  await other.discard()
  await other.discard()
  expect(await files.find(other.fileId)).toBeNull()
})

test('work that fails while it writes leaves nothing', async () => {
  const failing = files.write('out', async (path) => {
    writeFileSync(path, 'half')
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  expect(kept()).toEqual([])
})

test.for([
  '',
  '..',
  '../tandem.db',
  'x',
  '01890000-0000-7000-8000-00000000000G',
  '01890000-0000-7000-8000-000000000000.name',
  '01890000-0000-7000-8000-000000000000/../../tandem.db',
  '01890000-0000-7000-8000-000000000000\u0000',
])('there is no file under %j', async (id) => {
  writeFileSync(join(folder, 'tandem.db'), 'secret')
  expect(await files.find(id)).toBeNull()
  await expect(files.get(id as FileId)).rejects.toEqual(new AppError('NOT_FOUND', { what: 'file', id }))
})

test('a new start forgets the files of the one before', async () => {
  const { fileId } = await files.put('old', bytesOf('x'))
  await files.clear()
  expect(await files.find(fileId)).toBeNull()
  expect(kept()).toEqual([])
})

test.skipIf(process.platform === 'win32')('folder, bytes and names are their owner’s alone', async () => {
  const { path } = await files.put('a', bytesOf('x'))
  for (const file of [path, `${path}.name`, join(folder, 'files')]) {
    expect(statSync(file).mode & 0o077, file).toBe(0)
  }
})
