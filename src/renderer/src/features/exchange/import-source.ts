import { computed, ref, shallowRef } from 'vue'
import type { Direction } from '#shared/domain/deal.ts'
import type {
  ColumnMapping,
  DirectoryField,
  DirectoryFormat,
  TableEncoding,
} from '#shared/domain/directory-tables.ts'
import type { FileId } from '#shared/domain/ids.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { FileColumns, ImportFormat } from '#shared/ipc/contract/exchange.ts'
import type { Brought } from '../../app/brought.ts'
import { useChoosing } from '../../app/files.ts'
import { useFormat } from '../../app/format.ts'
import { useSentence } from '../../app/sentence.ts'
import { useWords } from '../../app/words/words.ts'
import { CallError } from '../../bridge/client.ts'
import { useClient } from '../../bridge/provide.ts'
import { holdsDeals } from './import-kinds.ts'
import { fileProblem } from './job-words.ts'

/** What can be imported besides deals. */
export type DirectoryPart = 'customers' | 'partners' | 'solutions'
type Chosen = { [F in DirectoryField]?: string }

const isNotUnicodeText = (error: unknown): boolean =>
  error instanceof CallError &&
  error.shape.code === 'INVALID_INPUT' &&
  error.shape.details.issues.some(({ message }) => message === 'not-unicode-text')

/** A file somebody chose: what it holds, as its header says or as they say, and which of its columns is what. */
export function useImportSource(part: DirectoryPart | undefined) {
  const client = useClient()
  const format = useFormat()
  const { t } = useWords()
  const choosing = useChoosing()
  const file = shallowRef<{ readonly name: string } | null>(null)
  const look = shallowRef<FileColumns | null>(null)
  const kind = ref<ImportFormat | ''>('')
  const direction = ref<Direction | null>('outbound')
  const chosen = ref<Chosen>({})
  const encoding = ref<TableEncoding>('unicode')
  const looking = ref(false)
  const problem = useSentence()
  const isNotUnicode = ref(false)
  let fileId: FileId | null = null
  let toUpload: File | null = null
  /** Only the answer to the last question counts. */
  let turn = 0

  const table = computed(() => (look.value?.table?.format === kind.value ? look.value.table : null))
  /** Fields that need a column and have none. */
  const missing = computed(
    () => table.value?.fields.filter(({ field, required }) => required && !chosen.value[field]) ?? [],
  )
  const isReady = computed(
    () => look.value !== null && !looking.value && kind.value !== '' && missing.value.length === 0,
  )

  async function ask(asked?: DirectoryFormat): Promise<void> {
    const mine = (turn += 1)
    looking.value = true
    problem.hush()
    isNotUnicode.value = false
    try {
      fileId ??= await client.upload(toUpload!)
      const question = { fileId, encoding: encoding.value }
      const answer = await client.call('imports.columns', asked ? { ...question, format: asked } : question)
      if (mine !== turn) return
      if (!asked && part && answer.recognised === null) return await ask(`${part}-csv`)
      look.value = answer
      kind.value = asked ?? answer.recognised ?? ''
      chosen.value = { ...answer.table?.mapping }
    } catch (error) {
      if (mine !== turn) return
      problem.say(() => fileProblem(t, format.value, error))
      isNotUnicode.value = encoding.value === 'unicode' && isNotUnicodeText(error)
    } finally {
      if (mine === turn) looking.value = false
    }
  }
  function forget(): void {
    turn += 1
    file.value = null
    fileId = null
    toUpload = null
    look.value = null
    kind.value = ''
    encoding.value = 'unicode'
    looking.value = false
    isNotUnicode.value = false
  }
  /** A file of the page, one the host took in already, or why there is none. */
  async function bring(brought: Brought): Promise<void> {
    forget()
    if ('refused' in brought) {
      problem.say(() => t(`files.refused.${brought.refused}`))
      return
    }
    file.value = brought
    if (brought instanceof File) toUpload = brought
    else fileId = brought.fileId
    await ask()
  }
  /** Asks for a file by the system's dialog; without one, what was chosen before stays. */
  async function chooseNatively(): Promise<void> {
    try {
      const chosen = await choosing.choose()
      if (chosen) await bring(chosen)
    } catch (error) {
      forget()
      problem.say(() => fileProblem(t, format.value, error))
    }
  }
  /** The person knows better what the file holds. */
  async function setKind(next: ImportFormat | ''): Promise<void> {
    kind.value = next
    if (next !== '' && !holdsDeals(next)) await ask(next as DirectoryFormat)
  }
  async function readAsGb18030(): Promise<void> {
    encoding.value = 'gb18030'
    await ask()
  }

  /** What the file is to be read as; null while that is not known. */
  function order(): Omit<Input<'imports.preview'>, 'locale'> | null {
    if (!isReady.value || fileId === null || kind.value === '') return null
    const given = { fileId, format: kind.value }
    if (!table.value) return { ...given, options: { direction: direction.value ?? 'outbound' } }
    const mapping = Object.fromEntries(
      Object.entries(chosen.value).filter(([, column]) => column !== ''),
    ) as ColumnMapping
    return { ...given, mapping, options: { encoding: encoding.value } }
  }
  return {
    file,
    look,
    kind,
    direction,
    chosen,
    table,
    missing,
    isReady,
    looking,
    problem: problem.text,
    isNotUnicode,
    isNative: choosing.isNative,
    bring,
    chooseNatively,
    setKind,
    readAsGb18030,
    order,
  }
}
export type ImportSource = ReturnType<typeof useImportSource>
