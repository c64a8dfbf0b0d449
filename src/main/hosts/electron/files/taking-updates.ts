import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { EngineClient } from '../../../workers/engine-client.ts'
import { program } from '../desk/login.ts'
import type { Ending } from '../life/ending.ts'
import { updatesFolder } from './open-update.ts'
import { RunningJobs } from './running-jobs.ts'
import { clearPackages } from './update-leftovers.ts'
import type { UpdateDeps } from './updates.ts'

/** The key updates are signed with, beside the bundle; null: this build was made without one, and takes none. */
export function updateKeyIn(folder: string): string | null {
  const file = join(folder, 'update-key.pub')
  return existsSync(file) ? file : null
}

/** What taking updates is made from. */
export const takingUpdates = (
  folder: string,
  engine: Pick<EngineClient, 'call' | 'subscribe'>,
  ending: Ending,
): Pick<UpdateDeps, 'updateKey' | 'installed' | 'jobs' | 'ending' | 'quit'> => ({
  updateKey: updateKeyIn(folder),
  installed: { version: app.getVersion(), platform: process.platform, arch: process.arch },
  jobs: new RunningJobs(engine),
  ending,
  quit: () => app.quit(),
})

/** Takes away what the last update left, unless it is what runs. */
export const forgetUpdates = (): void => void clearPackages(updatesFolder(), program())
