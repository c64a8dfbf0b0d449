import { basename, dirname, join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Locale } from '#shared/domain/settings.ts'
import type { FileId } from '#shared/domain/ids.ts'
import type { HostHandlers, HostOutput } from '#shared/ipc/host-contract.ts'
import type { FileStore } from '../../../core/files/file-store.ts'
import { dialogWords, importFilters, proposedName, saveFilters } from './dialog-words.ts'
import { Handles } from './handles.ts'
import type { OneAtATime } from './one-at-a-time.ts'
import { showInFolder } from './system-files.ts'
import { takeFile } from './take-file.ts'
import { writeWhole } from './write-whole.ts'

/** What the dialogs need of the host. */
export interface DialogDeps {
  /** The file store, once the engine is there. */
  readonly files: () => Promise<FileStore>
  /** The open windows: a dialog belongs to the first, moves with it, and nothing else is pressed meanwhile. */
  readonly windows: Iterable<BrowserWindow>
  /** One dialog at a time, of whatever kind: a second one beside it is as if it was called off. */
  readonly dialogs: OneAtATime
  /** The language to speak, such as `zh-CN`. */
  readonly locale: () => Locale
  /** Mode of a file a person saves, as their own programs would write it. */
  readonly saveMode: number
}

/** The window a dialog belongs to. */
export function ownWindow({ windows }: Pick<DialogDeps, 'windows'>): BrowserWindow {
  const [window] = windows
  if (!window) throw new Error('a dialog without a window')
  return window
}

/** Saving and choosing files by the system's dialogs. The folder last used is proposed again, until the end of the day. */
export function fileDialogs(
  deps: DialogDeps,
): Pick<HostHandlers, 'host.save-file' | 'host.show-saved' | 'host.choose-file'> {
  const { files, locale, saveMode, dialogs } = deps
  const saved = new Handles<string>()
  let lastFolder: string | null = null
  const inLastFolder = (name: string) => (lastFolder ? join(lastFolder, name) : name)

  const save = async (fileId: FileId): Promise<HostOutput<'host.save-file'>> => {
    const store = await files()
    const file = await store.get(fileId)
    const name = proposedName(file.name)
    const { filePath, canceled } = await dialog.showSaveDialog(ownWindow(deps), {
      title: dialogWords(locale()).save,
      defaultPath: inLastFolder(name),
      filters: saveFilters(name, locale()),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    if (canceled || !filePath) return { saved: null }
    await writeWhole(store.read(file), filePath, saveMode)
    lastFolder = dirname(filePath)
    return { saved: { handle: saved.give(filePath), name: basename(filePath) } }
  }
  const choose = async (): Promise<HostOutput<'host.choose-file'>> => {
    const { filePaths, canceled } = await dialog.showOpenDialog(ownWindow(deps), {
      title: dialogWords(locale()).choose,
      ...(lastFolder ? { defaultPath: lastFolder } : {}),
      filters: importFilters(locale()),
      properties: ['openFile', 'dontAddToRecent'],
    })
    const [path] = filePaths
    if (canceled || !path) return { file: null }
    lastFolder = dirname(path)
    return { file: await takeFile(await files(), path) }
  }

  return {
    'host.save-file': ({ fileId }) => dialogs.run(() => save(fileId), { saved: null }),
    'host.choose-file': () => dialogs.run(choose, { file: null }),
    'host.show-saved': ({ handle }) => {
      showInFolder(saved.use(handle))
      return {}
    },
  }
}
