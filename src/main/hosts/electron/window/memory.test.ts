import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Later, WindowMemory } from './memory.ts'
import { NOTHING_REMEMBERED, readRemembered } from './remembered.ts'

const folder = mkdtempSync(join(tmpdir(), 'tandem-window-'))
const path = join(folder, 'window.json')
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
})
const written = () => readRemembered(readFileSync(path, 'utf8'))

/** A while that is over when the test says so. */
function quiet() {
  let asked: (() => void) | null = null
  const later: Later = (act) => void (asked = act)
  return { later, over: () => asked?.() }
}

test('what is noted is written once it is quiet, and is there at the next start', () => {
  const { later, over } = quiet()
  const memory = new WindowMemory(path, later)
  expect(memory.now).toEqual(NOTHING_REMEMBERED)
  memory.note({ zoom: 1.1 })
  memory.note({ maximized: true })
  expect(readdirSync(folder)).toEqual([])
  over()
  expect(written()).toEqual({ ...NOTHING_REMEMBERED, zoom: 1.1, maximized: true })
  expect(new WindowMemory(path).now).toEqual(written())
})

test('the file is for its owner alone, and nothing is left beside it', () => {
  writeFileSync(join(folder, 'window.json.new'), 'half a file of an earlier end', { mode: 0o644 })
  const memory = new WindowMemory(path, quiet().later)
  memory.note({ zoom: 1.5 })
  memory.keep()
  expect(readdirSync(folder)).toEqual(['window.json'])
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('what is written already is not written again', () => {
  const memory = new WindowMemory(path, quiet().later)
  memory.note({ zoom: 1.5 })
  memory.keep()
  rmSync(path)
  memory.note({ zoom: 1.5 })
  memory.keep()
  expect(readdirSync(folder)).toEqual([])
})

test('a file that is none, and a folder that takes none, keep nobody from working', () => {
  mkdirSync(path)
  const failures: unknown[] = []
  const memory = new WindowMemory(path, quiet().later, (error) => failures.push(error))
  expect(memory.now).toEqual(NOTHING_REMEMBERED)
  memory.note({ zoom: 2 })
  memory.keep()
  expect([memory.now.zoom, failures.length]).toEqual([2, 1])
})

test.skipIf(process.platform === 'win32')(
  'a pipe in its place keeps no start waiting, and is replaced',
  () => {
    execFileSync('mkfifo', [path])
    const memory = new WindowMemory(path, quiet().later)
    expect(memory.now).toEqual(NOTHING_REMEMBERED)
    memory.note({ zoom: 1.25 })
    memory.keep()
    expect(written().zoom).toBe(1.25)
  },
)

test('a file somebody made endless is not read', () => {
  writeFileSync(path, JSON.stringify({ ...NOTHING_REMEMBERED, zoom: 1.5 }).padEnd(70_000))
  expect(new WindowMemory(path).now).toEqual(NOTHING_REMEMBERED)
  writeFileSync(path, '')
  truncateSync(path, 10 * 1024 ** 3)
  expect(new WindowMemory(path).now).toEqual(NOTHING_REMEMBERED)
})

test('at rest what was noted is written a last time, and nothing after it', () => {
  const { later, over } = quiet()
  const failures: unknown[] = []
  const memory = new WindowMemory(path, later, (error) => failures.push(error))
  memory.note({ zoom: 1.25 })
  memory.rest()
  expect([written().zoom, memory.resting]).toEqual([1.25, true])
  memory.note({ zoom: 1.5 })
  over()
  expect([written().zoom, failures]).toEqual([1.25, []])
})
