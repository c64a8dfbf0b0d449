import { computed, ref, shallowRef } from 'vue'
import type { JobId } from '#shared/domain/ids.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { Exported } from '#shared/ipc/contract/exchange.ts'
import { explainError } from '../../app/explain.ts'
import { useSaving } from '../../app/files.ts'
import { useFormat } from '../../app/format.ts'
import { useSentence } from '../../app/sentence.ts'
import { useWords } from '../../app/words/words.ts'
import { useClient } from '../../bridge/provide.ts'
import { jobProblem } from './job-words.ts'
import { useJobs } from './jobs.store.ts'

/** One export from its start to the saved file, and what went wrong on the way. */
export function useExport() {
  const { t } = useWords()
  const format = useFormat()
  const client = useClient()
  const jobs = useJobs()
  const saving = useSaving()
  const jobId = ref<JobId | null>(null)
  const result = shallowRef<Exported | null>(null)
  const problem = useSentence()
  /** From the start until the file is there: a second press must not write another. */
  const busy = ref(false)
  const job = computed(() => jobs.jobs.find((candidate) => candidate.jobId === jobId.value) ?? null)

  async function start(input: Input<'exports.start'>): Promise<void> {
    if (busy.value) return
    problem.hush()
    busy.value = true
    try {
      const started = await client.call('exports.start', input)
      jobId.value = started.jobId
      const ended = await jobs.follow(started.jobId)
      if (ended.state === 'done') {
        result.value = ended.result as unknown as Exported
        // A file that names people leaves only once a person has read how many.
        if (result.value.people === 0) await save()
      } else {
        problem.say(() =>
          ended.state === 'failed' ? jobProblem(t, format.value, ended) : t('exchange.tray.cancelled'),
        )
      }
    } catch (error) {
      problem.say(() => explainError(t, format.value, error))
    } finally {
      busy.value = false
    }
  }
  async function save(): Promise<void> {
    if (result.value) await saving.save(result.value.fileId, result.value.name)
  }
  const isUnsaved = computed(() => result.value !== null && saving.saved.value === null)
  /** What Enter does: writes the file, saves it where it is not saved yet, or is done. */
  async function goOn(write: () => Promise<void>, close: () => void): Promise<void> {
    if (isUnsaved.value) await save()
    else if (result.value) close()
    else await write()
  }
  const cancel = () => (jobId.value ? jobs.cancel(jobId.value) : undefined)
  return { job, result, problem: problem.text, busy, saving, isUnsaved, start, save, goOn, cancel }
}
