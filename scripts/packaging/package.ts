import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Platform, build } from 'electron-builder'
import { configuration } from './configuration.ts'
import type { Stamp } from './stamp.ts'

/**
 * `npm run package`: builds the program and makes the packages of this system in out/packages. `--dir` stops at the
 * folder that would be packed. A release (`TANDEM_RELEASE=1`) wants a clean commit and a signature.
 */
const ROOT = join(import.meta.dirname, '../..')
const { values } = parseArgs({ options: { dir: { type: 'boolean', default: false } } })

function giveUp(why: string): never {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}

const built = spawnSync(
  process.execPath,
  [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
  {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, process.stderr],
  },
)
if (built.status !== 0) giveUp('The build failed.')
const stamp = JSON.parse(readFileSync(join(ROOT, 'out/main/build.json'), 'utf8')) as Stamp
if (process.env['TANDEM_RELEASE'] === '1' && !/^[0-9a-f]{40}$/.test(stamp.commit ?? '')) {
  giveUp(`A release is made of a commit; this is ${stamp.commit ?? 'no repository'}.`)
}
// The one time packages carry is the commit's.
if (stamp.committed !== null) process.env['SOURCE_DATE_EPOCH'] ??= String(stamp.committed)

const made = await build({
  projectDir: ROOT,
  targets: Platform.current().createTarget(values.dir ? 'dir' : null),
  config: configuration(ROOT, process.env),
  publish: 'never',
})
for (const path of made) process.stdout.write(`${path}\n`)
