import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a build is of: nothing in it tells when or where it was made. */
export interface Stamp {
  readonly version: string
  /** Full hash, with `-modified` behind it when the files differ from the commit; null outside of a repository. */
  readonly commit: string | null
  /** When the commit was made, in seconds of the epoch: the one time a package carries. */
  readonly committed: number | null
}

const FULL_HASH = /^[0-9a-f]{40}(-modified)?$/

/** The answer of git, null when there is none to ask. */
function git(root: string, ...args: string[]): string | null {
  const { status, stdout } = spawnSync('git', ['-C', root, ...args], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/**
 * The stamp of a build of that folder: of `TANDEM_COMMIT` and `SOURCE_DATE_EPOCH` where a build is told, else of git.
 * Errors: a told commit that is no full hash.
 */
export function stampOf(root: string, env: NodeJS.ProcessEnv): Stamp {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const told = env['TANDEM_COMMIT']
  if (told !== undefined && !FULL_HASH.test(told)) throw new Error(`TANDEM_COMMIT is no full hash: ${told}`)
  const head = git(root, 'rev-parse', 'HEAD')
  const isModified = told === undefined && head !== null && git(root, 'status', '--porcelain') !== ''
  const commit = told ?? (isModified ? `${head}-modified` : head)
  const epoch =
    env['SOURCE_DATE_EPOCH'] ?? (commit ? git(root, 'log', '-1', '--format=%ct', commit.slice(0, 40)) : null)
  return { version, commit, committed: epoch === null ? null : Number(epoch) }
}
