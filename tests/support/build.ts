import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = join(import.meta.dirname, '../..')

/** The built application, as a copy of its own: a rebuild meanwhile changes nothing under test. */
export interface Build {
  readonly loopback: string
  /** The folder of all three builds. */
  readonly out: string
  readonly engine: URL
  remove(): void
}

/** Copies what the last build made. It stays inside the repository, where the packages are found. */
export function takeBuild(purpose: string): Build {
  if (!existsSync(join(ROOT, 'out/main/loopback.js'))) throw new Error('nothing is built: npm run build')
  const folder = join(ROOT, 'node_modules/.cache/tandem', `${purpose}-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  cpSync(join(ROOT, 'out'), join(folder, 'out'), { recursive: true })
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
  return {
    out: join(folder, 'out'),
    loopback: join(folder, 'out/main/loopback.js'),
    engine: pathToFileURL(join(folder, 'out/main/engine.js')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
