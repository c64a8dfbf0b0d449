import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { RELEASE } from './release.ts'

/**
 * `npm run gate:report`: what Electronegativity says of the built application. A second opinion to be read, never a
 * gate: it is no longer kept up, and it knows neither all items nor today's syntax (docs/electron-security.md has its
 * findings with what we think of each). It is fetched into a temporary folder, without running scripts, and then runs
 * without a network. `--tool <folder>` takes it from a folder it was installed in before.
 */
const PACKAGE = '@doyensec/electronegativity'
const VERSION = '1.10.3'
const ROOT = join(import.meta.dirname, '../..')
/** Checks that ask the network for lists: of releases, and of switches. */
const ASKING = ['availablesecurityfixesglobalcheck', 'customargumentsjscheck', 'customargumentsjsoncheck']
/** Its parser is old: these are what the built scripts still use once they are written in older words. */
const SYNTAX = ['importMeta', 'dynamicImport', 'topLevelAwait']

/** In place of its client for the network: every request fails at once. */
const OFFLINE = `const Module = require('node:module')
const load = Module._load
const offline = () => Promise.reject(new Error('offline'))
Module._load = (name, ...rest) => (name === 'got' ? offline : load(name, ...rest))
`

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0)
    throw new Error(`${command} ${args[0] ?? ''} ended with ${String(status)}: ${stderr.slice(0, 400)}`)
  return stdout
}

/** The built application without the other host, in words the tool's parser knows. */
function copyBuilt(target: string): void {
  for (const folder of ['main', 'preload', 'renderer']) {
    const from = join(ROOT, 'out', folder)
    cpSync(from, join(target, folder), {
      recursive: true,
      filter: (path) => !/loopback\.js$|[/\\]fonts$/.test(path),
    })
    for (const name of readdirSync(join(target, folder), { recursive: true, encoding: 'utf8' })) {
      const file = join(target, folder, name)
      if (!/\.c?js$/.test(name)) continue
      const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
        compilerOptions: { target: ts.ScriptTarget.ES2017, module: ts.ModuleKind.ESNext, allowJs: true },
        fileName: file.replace(/\.cjs$/, '.js'),
      })
      rmSync(file)
      writeFileSync(file.replace(/\.cjs$/, '.js'), outputText)
    }
  }
}

/** A line of the tool's table: check, severity, confidence, file, place, text of the place. */
const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)].map(([, quoted, plain]) => (quoted ?? plain ?? '').trim())

const work = mkdtempSync(join(tmpdir(), 'tandem-electronegativity-'))
try {
  const given = process.argv.indexOf('--tool')
  const tool = given > 0 ? process.argv[given + 1]! : work
  if (given < 0) {
    process.stdout.write(`fetching ${PACKAGE} ${VERSION}\n`)
    writeFileSync(join(work, 'package.json'), '{"private":true}')
    run('npm', ['install', `${PACKAGE}@${VERSION}`, '--ignore-scripts', '--no-audit', '--no-fund'], work)
  }
  const input = join(work, 'input')
  mkdirSync(input)
  copyBuilt(input)
  const [offline, output] = [join(work, 'offline.cjs'), join(work, 'report.csv')]
  writeFileSync(offline, OFFLINE)
  const script = join(tool, 'node_modules', PACKAGE, 'dist/index.js')
  const options = ['-i', input, '-o', output, '-r', '-v', 'false', '-x', ASKING.join(), '-p', SYNTAX.join()]
  const said = run(process.execPath, ['--require', offline, script, ...options, '-e', RELEASE.version], work)
  const unread = said.split('\n').filter((line) => /error|unexpected|parse/i.test(line))
  const found = readFileSync(output, 'utf8').trim().split('\n').slice(1).map(fieldsOf)
  process.stdout.write('| Check | Severity | Confidence | Place |\n| --- | --- | --- | --- |\n')
  for (const [check, severity, confidence, file, place] of found) {
    process.stdout.write(`| ${check} | ${severity} | ${confidence} | ${file?.replace(work, '')}:${place} |\n`)
  }
  process.stdout.write(`${found.length} findings; ${unread.length} lines about files it could not read\n`)
  for (const line of unread) process.stdout.write(`  ${line.slice(0, 200)}\n`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
