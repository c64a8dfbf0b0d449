import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { stampOf } from './stamp.ts'

/** `npm run package:reproducible`: builds the same sources in two folders and compares what comes out, byte by byte. */
const ROOT = join(import.meta.dirname, '../..')
const SOURCES = [
  'src',
  'scripts',
  'resources',
  'package.json',
  'electron.vite.config.ts',
  'tsconfig.base.json',
]
const NOBODYS = '0'.repeat(40)
const { commit, committed } = stampOf(ROOT, process.env)

/** What a build of a copy of the sources holds: the digest of each file by its path. */
function buildIn(folder: string): Map<string, string> {
  for (const name of SOURCES) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const script = join(folder, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status } = spawnSync(process.execPath, [script, 'build', '--logLevel', 'error'], {
    cwd: folder,
    stdio: ['ignore', process.stderr, process.stderr],
    env: {
      ...process.env,
      TANDEM_COMMIT: commit ?? NOBODYS,
      SOURCE_DATE_EPOCH: String(committed ?? 0),
    },
  })
  if (status !== 0) throw new Error('the build failed')
  const out = join(folder, 'out')
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(out, path), createHash('sha256').update(readFileSync(path)).digest('hex')] as const
    }),
  )
}

const folders = ['one', 'another'].map((name) => mkdtempSync(join(tmpdir(), `tandem-${name}-`)))
try {
  const [one, another] = folders.map(buildIn) as [Map<string, string>, Map<string, string>]
  const names = [...new Set([...one.keys(), ...another.keys()])].sort()
  const different = names.filter((name) => one.get(name) !== another.get(name))
  for (const name of different) process.stdout.write(`differs: ${name}\n`)
  const whole = createHash('sha256')
    .update(names.map((name) => `${name} ${one.get(name)}\n`).join(''))
    .digest('hex')
  process.stdout.write(`${names.length} files, ${different.length} differ; all of them: ${whole}\n`)
  process.exitCode = different.length === 0 ? 0 : 1
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}
