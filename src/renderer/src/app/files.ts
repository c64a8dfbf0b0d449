import { computed, shallowRef } from 'vue'
import type { FileId } from '#shared/domain/ids.ts'
import type { HandedFile } from '#shared/ipc/host-contract/files.ts'
import { useClient } from '../bridge/provide.ts'
import { useApplication } from './application.store.ts'
import { explainError } from './explain.ts'
import { useFormat } from './format.ts'
import { useSentence } from './sentence.ts'
import { useWords } from './words/words.ts'

/** Chooses files by the system's own dialog, where there is one. */
export function useChoosing() {
  const client = useClient()
  const application = useApplication()
  return {
    isNative: computed(() => application.can('open-dialog')),
    choose: async (): Promise<HandedFile | null> =>
      (await client.askHost('host.choose-file', { purpose: 'import' })).file,
  }
}

/** A file that was saved. `where`: put among the downloads, or where the person said; by `handle` it is shown there, once. */
export interface SavedFile {
  readonly name: string
  readonly where: 'downloads' | 'chosen'
  readonly handle: string | null
}

/** Saves one file: by the system's dialog where there is one, else as the browser does. */
export function useSaving() {
  const client = useClient()
  const application = useApplication()
  const format = useFormat()
  const { t } = useWords()
  const isNative = computed(() => application.can('save-dialog'))
  const saved = shallowRef<SavedFile | null>(null)
  const problem = useSentence()

  async function attempt(work: () => Promise<void>): Promise<void> {
    problem.hush()
    try {
      await work()
    } catch (error) {
      problem.say(() => explainError(t, format.value, error))
    }
  }
  /** `name`: what it is called where no dialog asks. */
  const save = (fileId: FileId, name: string): Promise<void> =>
    attempt(async () => {
      if (isNative.value) {
        const answer = await client.askHost('host.save-file', { fileId })
        if (answer.saved) saved.value = { ...answer.saved, where: 'chosen' }
      } else if (await client.download(fileId, name)) {
        saved.value = { name, where: 'downloads', handle: null }
      } else {
        problem.say(() => t('files.gone'))
      }
    })
  const show = (): Promise<void> =>
    attempt(async () => {
      const last = saved.value
      if (!last?.handle) return
      saved.value = { ...last, handle: null }
      await client.askHost('host.show-saved', { handle: last.handle })
    })
  return { isNative, saved, problem: problem.text, save, show }
}
export type Saving = ReturnType<typeof useSaving>
