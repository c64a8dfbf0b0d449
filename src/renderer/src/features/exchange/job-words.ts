import type { ErrorShape } from '#shared/errors.ts'
import { explainError } from '../../app/explain.ts'
import type { Format } from '../../app/format.ts'
import type { Translate } from '../../app/words/words.ts'
import { CallError } from '../../bridge/client.ts'
import type { Job } from './jobs.store.ts'

const FILE_FAULTS = [
  'not-unicode-text',
  'no-header',
  'not-a-csv',
  'missing-columns',
  'too-many-columns',
  'column-twice',
  'too-many-rows',
  'cell-too-long',
  'larger',
  'too-much-memory',
  'too-slow',
  'not-a-file',
  'not-readable',
  'no-such-column',
  'fields-without-column',
] as const

/** Why a job failed, in words. */
export const jobProblem = (t: Translate, format: Format, job: Job): string =>
  job.error ? fileProblem(t, format, new CallError(job.error as unknown as ErrorShape)) : ''

/** Why something with a file failed, in words: faults of the file first, else like any failed call. */
export function fileProblem(t: Translate, format: Format, error: unknown): string {
  const shape = error instanceof CallError ? error.shape : null
  if (shape?.code === 'INVALID_INPUT') {
    const [issue] = shape.details.issues
    const [code = '', detail = ''] = (issue?.message ?? '').split(/: (.*)/s)
    const known = FILE_FAULTS.find((fault) => code.startsWith(fault))
    if (known) return t(`exchange.fileFaults.${known}`, { detail })
  }
  return explainError(t, format, error)
}
