import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { temporaryFolder } from '../../../tests/support/folder.ts'
import { acquireLock } from './open.ts'

const SCRIPT = resolve(import.meta.dirname, '../../../tests/support/lock-holder.ts')
const RACER = resolve(import.meta.dirname, '../../../tests/support/lock-racer.ts')
const busy = new AppError('BUSY', { what: 'data-folder' })

/** Another process that tries to take the lock; gives what it said. */
async function rival(
  folder: string,
): Promise<{ child: ChildProcess; said: string; hear: () => Promise<string> }> {
  const child = spawn(process.execPath, ['--expose-gc', SCRIPT, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const hear = async () => String((await lines.next()).value)
  return { child, said: await hear(), hear }
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

test('a second process on the same folder is refused while the first lives, garbage collected or not', async () => {
  const folder = temporaryFolder()
  const first = await rival(folder)
  expect(first.said).toBe('held')
  expect((await rival(folder)).said).toBe('BUSY')
  first.child.stdin!.write('collect\n')
  expect(await first.hear()).toBe('collected')
  expect((await rival(folder)).said).toBe('BUSY')
})

test('a process that was killed leaves no lock behind', async () => {
  const folder = temporaryFolder()
  const first = await rival(folder)
  await killed(first.child)
  expect((await rival(folder)).said).toBe('held')
})

test('this process is refused where another one is first, and the other way round', async () => {
  const folder = temporaryFolder()
  const first = await rival(folder)
  expect(() => acquireLock(folder)).toThrow(busy)
  await killed(first.child)
  const release = acquireLock(folder)
  expect((await rival(folder)).said).toBe('BUSY')
  release()
  expect((await rival(folder)).said).toBe('held')
})

test('the lock of a folder says nothing about another folder', () => {
  const releases = [acquireLock(temporaryFolder()), acquireLock(temporaryFolder())]
  for (const release of releases) release()
})

test('a second lock in the same process is refused too, and can be had after the release', () => {
  const folder = temporaryFolder()
  const release = acquireLock(folder)
  expect(() => acquireLock(folder)).toThrow(busy)
  release()
  acquireLock(folder)()
})

test('of two that ask at the same moment exactly one gets the lock', async () => {
  const folders = Array.from({ length: 16 }, () => temporaryFolder())
  const arrivals = new Int32Array(new SharedArrayBuffer(4 * folders.length))
  const racers = [1, 2].map(() => new Worker(RACER, { workerData: { folders, arrivals } }))
  const won = await Promise.all(racers.map(async (racer) => (await once(racer, 'message'))[0] as boolean[]))
  await Promise.all(racers.map((racer) => racer.terminate()))
  const winners = folders.map((_folder, round) => won.filter((rounds) => rounds[round]).length)
  expect(winners).toEqual(folders.map(() => 1))
})
