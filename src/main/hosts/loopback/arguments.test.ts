import { expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

test('without arguments: the folder of this system, any port, a window, no end of its own', () => {
  const { dataDir, ...rest } = readArguments([])
  expect(dataDir).toMatch(/Tandem/)
  expect(rest).toEqual({ port: 0, open: true, idleExitMinutes: null })
})

test('everything can be said', () => {
  const argv = ['--data-dir', '/data', '--port', '4711', '--no-open', '--idle-exit-minutes', '15']
  expect(readArguments(argv)).toEqual({ dataDir: '/data', port: 4711, open: false, idleExitMinutes: 15 })
})

test.for([
  ['--port', 'x'],
  ['--port', '-1'],
  ['--port', '65536'],
  ['--port', '80.5'],
  ['--idle-exit-minutes', 'soon'],
  ['--host', '0.0.0.0'],
  ['--data-dir'],
  ['folder'],
])('%j is refused with a sentence', (argv) => {
  expect(() => readArguments(argv)).toThrow(/./)
})
