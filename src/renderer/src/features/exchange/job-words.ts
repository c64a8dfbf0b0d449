import type { ErrorShape } from '#shared/errors.ts'
import { REFUSAL_CODES, type RefusalCode } from '#shared/errors.ts'
import type { ImportRowView } from '#shared/ipc/contract/exchange.ts'
import { explainError } from '../../app/explain.ts'
import type { Format } from '../../app/format.ts'
import type { Translate } from '../../app/words/words.ts'
import { CallError } from '../../bridge/client.ts'
import type { Job } from './jobs.store.ts'

const FILE_FAULTS = [
  'not-unicode-text',
  'not-a-csv',
  'missing-columns',
  'too-many-columns',
  'column-twice',
  'too-many-rows',
  'cell-too-long',
  'larger',
] as const

/** Why a job failed, in words: faults of the file first, else like any failed call. */
export function jobProblem(t: Translate, format: Format, job: Job): string {
  if (!job.error) return ''
  const shape = job.error as unknown as ErrorShape
  if (shape.code === 'INVALID_INPUT') {
    const [issue] = shape.details.issues
    const [code = '', detail = ''] = (issue?.message ?? '').split(/: (.*)/s)
    const known = FILE_FAULTS.find((fault) => code.startsWith(fault))
    if (known) return t(`exchange.fileFaults.${known}`, { detail })
  }
  return explainError(t, format, new CallError(shape))
}

const isRefusal = (code: string): code is RefusalCode => (REFUSAL_CODES as readonly string[]).includes(code)

/** A fault of a row in words: the column, what stands there, and what is wrong with it. */
export function rowFault(t: Translate, fault: ImportRowView['reasons'][number]): string {
  const what = isRefusal(fault.code)
    ? t(`refusals.${fault.code}.title`, { partner: '', number: '', field: '', missing: '', limit: 50 })
    : t(`exchange.cells.${fault.code}`)
  const where = [fault.column, fault.value && fault.value !== fault.column ? `“${fault.value}”` : '']
  return [...where, what].filter(Boolean).join(' ')
}
