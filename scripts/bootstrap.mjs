// Everything a fresh clone needs before the first command: packages, the build and, for tests, a Chromium.
// Runs on any Node from 20 on and depends on nothing; all it says goes to stderr.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const OLDEST_NODE = 20
const INSTALLED_STAMP = join(ROOT, 'node_modules/.tandem-installed')
const BUILT_STAMP = join(ROOT, 'out/.built')
const CHROMIUM_NOTE = join(ROOT, 'node_modules/.cache/tandem/chromium')
const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`)

/** @param {string[]} lines @returns {never} */
function giveUp(...lines) {
  for (const line of lines) say(line)
  process.exit(1)
}

/** @param {string} command @param {string[]} args @param {Record<string, string>} [env] */
function run(command, args, env = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, ...env },
  })
  return result.status === 0
}

/** @param {string | Buffer} text */
const digest = (text) => createHash('sha256').update(text).digest('hex')

/** @param {string} path */
const stampAt = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

function checkNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < OLDEST_NODE) {
    giveUp(
      `Tandem needs Node ${OLDEST_NODE} or newer; this is ${process.version}. Get one from https://nodejs.org.`,
    )
  }
}

function installPackages() {
  const wanted = digest(readFileSync(join(ROOT, 'package-lock.json')))
  if (stampAt(INSTALLED_STAMP) === wanted) return
  say('Installing packages (once; about a minute) …')
  const npm = process.env.npm_execpath
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund']
  const done = npm ? run(process.execPath, [npm, ...args]) : run('npm', args)
  if (!done) giveUp('The packages could not be installed. Check the network and run the same command again.')
  writeFileSync(INSTALLED_STAMP, wanted)
}

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|bench|test-d)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

/** What the build was made from: names, sizes and times of its sources. */
function sourcesDigest() {
  const files = [
    ...['src', 'resources'].flatMap(filesUnder),
    ...['package.json', 'package-lock.json', 'electron.vite.config.ts'].map((name) => join(ROOT, name)),
  ].sort()
  return digest(
    files
      .map((file) => {
        const { size, mtimeMs } = statSync(file)
        return `${file} ${size} ${mtimeMs}`
      })
      .join('\n'),
  )
}

/** Node 24 comes with the packages: nothing of the product runs on another one. */
const ownNode = () => join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

function build() {
  if (!existsSync(ownNode())) {
    giveUp(
      'The Node that comes with the packages is missing. Delete the folder node_modules and run the same command again.',
    )
  }
  const wanted = sourcesDigest()
  if (stampAt(BUILT_STAMP) === wanted) return
  say('Building …')
  const tool = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
  const path = `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`
  if (!run(ownNode(), [tool, 'build', '--logLevel', 'error'], { PATH: path }))
    giveUp('The build failed; see above.')
  writeFileSync(BUILT_STAMP, wanted)
}

/** @param {string} name */
function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // not in this folder
    }
  }
  return null
}

function installedChromium() {
  const named = process.env.TANDEM_CHROMIUM
  if (named && existsSync(named)) return named
  return CHROMIUMS.map(onPath).find((path) => path !== null) ?? null
}

function playwrightChromium() {
  const ask = "process.stdout.write(require('playwright').chromium.executablePath())"
  const result = spawnSync(ownNode(), ['-e', ask], { cwd: ROOT, encoding: 'utf8' })
  const path = result.stdout?.trim() ?? ''
  return path !== '' && existsSync(path) ? path : null
}

/** A Chromium for the tests: one that is there, else Playwright's download, else the system's package. */
function findChromium() {
  const noted = stampAt(CHROMIUM_NOTE)
  if (noted !== '' && existsSync(noted)) return
  let path = installedChromium() ?? playwrightChromium()
  if (!path) {
    say('Fetching a Chromium for the tests …')
    run(ownNode(), [join(ROOT, 'node_modules/playwright/cli.js'), 'install', 'chromium'])
    path = playwrightChromium()
  }
  if (!path && process.getuid?.() === 0 && onPath('apt-get')) {
    say('Installing Chromium with apt-get …')
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    if (run('apt-get', ['update', '-qq'], quiet)) run('apt-get', ['install', '-y', '-qq', 'chromium'], quiet)
    path = installedChromium()
  }
  if (!path) {
    giveUp(
      'The tests need a Chromium and none could be found or fetched.',
      'Install one, or name it: TANDEM_CHROMIUM=/path/to/chromium npm test',
    )
  }
  mkdirSync(dirname(CHROMIUM_NOTE), { recursive: true })
  writeFileSync(CHROMIUM_NOTE, path)
}

checkNode()
installPackages()
build()
if (process.argv[2] === 'test') findChromium()
