import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What this build was made of (scripts/packaging/stamp.ts). */
export interface BuildStamp {
  /** The version of the product. */
  readonly version: string
  /** The commit it was built from, with `-modified` behind it when files differed; null outside of a repository. */
  readonly commit: string | null
  /** When the commit was made, in seconds of the epoch. */
  readonly committed: number | null
}

/** Reads the stamp beside the bundle: `folder` is where the host's own script lies. */
export function readBuildStamp(folder: string): BuildStamp {
  return JSON.parse(readFileSync(join(folder, 'build.json'), 'utf8')) as BuildStamp
}
