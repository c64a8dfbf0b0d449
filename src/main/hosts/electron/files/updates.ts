import { createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dialog } from 'electron'
import type { UpdateRefusal } from '#shared/domain/update-refusals.ts'
import { notFound } from '#shared/errors.ts'
import type { HostHandlers, HostOutput } from '#shared/ipc/host-contract.ts'
import type { Ending } from '../life/ending.ts'
import { dialogWords } from './dialog-words.ts'
import { type DialogDeps, ownWindow } from './dialogs.ts'
import { Handles } from './handles.ts'
import { openUpdate, updatesFolder } from './open-update.ts'
import type { RunningJobs } from './running-jobs.ts'
import { showInFolder } from './system-files.ts'
import { withBytes } from './update-bytes.ts'
import { keepPackage } from './update-folder.ts'
import { packageKind } from './update-manifest.ts'
import { type Installed, UpdateRefused, checkUpdate, readUpdate } from './update-package.ts'

/** What updates need of the host. */
export interface UpdateDeps extends Pick<DialogDeps, 'windows' | 'locale' | 'dialogs'> {
  /** The file of the key updates are signed with; null: this build takes none. */
  readonly updateKey: string | null
  readonly installed: Installed
  readonly jobs: Pick<RunningJobs, 'any'>
  readonly ending: Pick<Ending, 'lastly'>
  /** Closes the windows, then everything. */
  readonly quit: () => void
}
interface Chosen {
  readonly path: string
  readonly sha256: string
}

async function refusing<T extends object>(work: () => Promise<T>): Promise<T | { refused: UpdateRefusal }> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UpdateRefused) return { refused: error.code }
    throw error
  }
}

/** A package that installs itself is opened; what the system has no one program for is shown to the person. */
async function hand(fileName: string): Promise<void> {
  const kind = packageKind(fileName)
  const isOpened = (kind === 'exe' || kind === 'dmg') && (await openUpdate(fileName))
  if (!isOpened) showInFolder(join(updatesFolder(), fileName))
}

/** Updates of the application, from files a person chooses. */
export function updateHandlers(
  deps: UpdateDeps,
): Pick<HostHandlers, 'host.choose-update' | 'host.install-update'> {
  const { installed, locale, jobs, ending, quit, dialogs } = deps
  const chosen = new Handles<Chosen>()
  const keyFor = async (procedure: string) => {
    if (deps.updateKey === null) throw notFound('procedure', procedure)
    return createPublicKey(await readFile(deps.updateKey, 'utf8'))
  }

  const choose = async (): Promise<HostOutput<'host.choose-update'>> => {
    const key = await keyFor('host.choose-update')
    const words = dialogWords(locale())
    const { filePaths, canceled } = await dialog.showOpenDialog(ownWindow(deps), {
      title: words.chooseUpdate,
      filters: [{ name: words.update, extensions: ['tandemupdate'] }],
      properties: ['openFile', 'dontAddToRecent'],
    })
    const [path] = filePaths
    if (canceled || !path) return { update: null }
    return await refusing(async () => {
      const manifest = await withBytes(path, (file) => checkUpdate(file, key, installed))
      const { version, notes, bytes, sha256, fileName } = manifest
      const handle = chosen.give({ path, sha256 })
      return { update: { handle, version, notes, bytes, kind: packageKind(fileName) } }
    })
  }
  const install = async (handle: string): Promise<HostOutput<'host.install-update'>> => {
    const key = await keyFor('host.install-update')
    if (await jobs.any()) return { refused: 'busy' }
    const { path, sha256 } = chosen.use(handle)
    return await refusing(async () => {
      // The file may have been changed since it was chosen: it is believed anew, and must be the same.
      const fileName = await withBytes(path, async (file) => {
        const update = await readUpdate(file, key, installed)
        if (update.manifest.sha256 !== sha256) throw new UpdateRefused('damaged')
        return keepPackage(file, update, updatesFolder())
      })
      ending.lastly(() => hand(fileName))
      // The page hears the answer first.
      setImmediate(quit)
      return {}
    })
  }

  return {
    'host.choose-update': () => dialogs.run(choose, { update: null }),
    'host.install-update': ({ handle }) => dialogs.run(() => install(handle), { refused: 'busy' }),
  }
}
