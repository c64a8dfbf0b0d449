import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../../tests/support/folder.ts'
import { LogFile, logLine } from './log-file.ts'

const AT = new Date(Date.UTC(2026, 10, 23, 9))

test('a line says when, how bad and what, in that order', () => {
  const line = logLine({ level: 'error', code: 'ENGINE_FAILED', name: 'RangeError', count: 3 }, AT)
  expect(line).toBe(
    '{"at":"2026-11-23T09:00:00.000Z","level":"error","code":"ENGINE_FAILED","name":"RangeError","count":3}\n',
  )
})

test('places keep no folder of a person, and nothing is long', () => {
  const stack = [
    'at open (file:///home/ana.silva/apps/tandem/out/main/engine.js:12:3)',
    'at C:\\Users\\Ana Silva\\Tandem\\resources\\app.asar\\out\\main\\chunks\\open-1.js:1:2',
    'at x (/Users/ana/Applications/Tandem.app/Contents/Resources/app.asar/node_modules/y/z.js:1:1)',
  ]
  for (const place of [...stack, stack.join(' | ')]) {
    expect(logLine({ level: 'error', code: 'X', stack: place }, AT)).not.toMatch(/ana/i)
  }
  const { stack: kept } = JSON.parse(logLine({ level: 'error', code: 'X', stack: stack[0]! }, AT)) as {
    stack: string
  }
  expect(kept).toBe('at open (out/main/engine.js:12:3)')
  expect(logLine({ level: 'warn', code: 'X', name: 'y'.repeat(1_000_000) }, AT).length).toBeLessThan(1_200)
})

test('the file is readable by its owner alone, and is made with the first line', () => {
  const folder = temporaryFolder()
  const log = new LogFile(folder)
  expect(readdirSync(folder)).toEqual([])
  log.write('one\n')
  log.write('two\n')
  expect(readFileSync(join(folder, 'logs/main.log'), 'utf8')).toBe('one\ntwo\n')
  expect(statSync(join(folder, 'logs/main.log')).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700)
})

test('a full file becomes the old one, and the one before that goes', () => {
  const folder = temporaryFolder()
  const logs = join(folder, 'logs')
  for (const line of ['aaaa\n', 'bbbb\n', 'cccc\n', 'dddd\n', 'eeee\n']) new LogFile(folder, 10).write(line)
  expect(readdirSync(logs).sort()).toEqual(['main.log', 'main.old.log'])
  expect(readFileSync(join(logs, 'main.old.log'), 'utf8')).toBe('cccc\ndddd\n')
  expect(readFileSync(join(logs, 'main.log'), 'utf8')).toBe('eeee\n')
})

test('where nothing can be written nothing is, and it goes on when it can', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'logs'), 'in the way')
  const log = new LogFile(folder)
  log.write('lost\n')
  rmSync(join(folder, 'logs'))
  log.write('kept\n')
  expect(readFileSync(join(folder, 'logs/main.log'), 'utf8')).toBe('kept\n')
})

test.skipIf(process.platform === 'win32')('a pipe in its place keeps nobody waiting', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'logs'))
  execFileSync('mkfifo', [join(folder, 'logs', 'main.log')])
  new LogFile(folder).write('line\n')
  expect(readdirSync(join(folder, 'logs'))).toEqual(['main.log'])
})
