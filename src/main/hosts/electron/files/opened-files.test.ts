import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../../../tests/support/folder.ts'
import { existing, openedBy } from './opened-files.ts'

const linux = (...argv: string[]) => openedBy(['/opt/tandem', ...argv], '/home/mara', 'linux')
const windows = (...argv: string[]) =>
  openedBy(['C:\\Tandem\\Tandem.exe', ...argv], 'C:\\Users\\mara', 'win32')

test.for<[string, string[], string[]]>([
  ['an absolute path', ['/data/deals.csv'], ['/data/deals.csv']],
  ['a relative one', ['in/deals.JSON'], ['/home/mara/in/deals.JSON']],
  ['several, each once', ['a.csv', './a.csv', 'b.tandem'], ['/home/mara/a.csv', '/home/mara/b.tandem']],
  ['a file address', ['file:///data/My%20deals.csv'], ['/data/My deals.csv']],
  ['the program itself', [], []],
  ['switches', ['--data-dir=/x.csv', '-a.csv', '--inspect'], []],
  ['what follows --', ['--', '-a.csv', '--b.csv'], ['/home/mara/-a.csv', '/home/mara/--b.csv']],
  ['addresses', ['https://evil.invalid/a.csv', 'smb://x/a.csv', 'tandem:a.csv', 'file://host/a.csv'], []],
  ['an escaped slash in an address', ['file:///data%2fx.csv'], []],
  ['other endings', ['a.exe', 'a.csv.sh', 'csv', '.csv', 'a.desktop', '/etc/passwd'], []],
  ['devices and the kernel', ['/dev/x.csv', '/proc/self/x.json', '//host/x.csv', '/a/../dev/x.csv'], []],
  ['a NUL and endless names', ['a\u0000.csv', `${'x'.repeat(5000)}.csv`], []],
])('on Linux: %s', ([, argv, paths]) => {
  expect(linux(...argv)).toEqual(paths)
})

test.for<[string, string[], string[]]>([
  ['a path', ['D:\\in\\deals.csv'], ['D:\\in\\deals.csv']],
  ['a relative one', ['deals.tandem'], ['C:\\Users\\mara\\deals.tandem']],
  ['switches of both kinds', ['/update.csv', '--x.csv'], []],
  [
    'shares and devices',
    ['\\\\host\\share\\a.csv', '//host/a.csv', '\\\\?\\C:\\a.csv', '\\\\.\\NUL.csv'],
    [],
  ],
  ['names that are devices', ['nul.csv', 'C:\\x\\COM1.json', 'con .csv', 'C:\\aux\\a.csv', 'com¹.csv'], []],
  ['names that only begin so', ['console.csv'], ['C:\\Users\\mara\\console.csv']],
  ['streams beside a file', ['C:\\in\\deals.csv:more.csv', 'in\\deals.csv::$DATA.csv'], []],
  ['a share by address', ['file://host/share/a.csv'], []],
])('on Windows: %s', ([, argv, paths]) => {
  expect(windows(...argv)).toEqual(paths)
})

test('only a regular file that is there is opened, by what links lead to', async () => {
  const folder = temporaryFolder()
  const at = (name: string) => join(folder, name)
  writeFileSync(at('deals.csv'), 'a')
  writeFileSync(at('secret.key'), 'a')
  mkdirSync(at('folder.csv'))
  symlinkSync(at('deals.csv'), at('link.csv'))
  symlinkSync(at('secret.key'), at('disguised.csv'))
  symlinkSync('/dev/zero', at('zero.csv'))
  symlinkSync(at('gone.csv'), at('dangling.csv'))
  // A file of the right name, where nothing of a person lies.
  const device = `/dev/shm/tandem-${process.pid}.csv`
  if (existsSync('/dev/shm')) writeFileSync(device, 'a')
  onTestFinished(() => rmSync(device, { force: true }))
  symlinkSync(device, at('elsewhere.csv'))
  const asked = [
    'deals.csv',
    'elsewhere.csv',
    'folder.csv',
    'link.csv',
    'disguised.csv',
    'zero.csv',
    'dangling.csv',
    'gone.csv',
  ]
  expect(await existing(asked.map(at), 'linux')).toEqual([at('deals.csv'), at('link.csv')])
})
