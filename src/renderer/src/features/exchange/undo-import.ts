import type { BatchId } from '#shared/domain/ids.ts'
import type { ErrorShape } from '#shared/errors.ts'
import type { ImportCommitted, ImportUndo } from '#shared/ipc/contract/exchange.ts'
import { type Outcome, useUndo } from '../../app/undo.store.ts'
import { useWords } from '../../app/words/words.ts'
import { CallError } from '../../bridge/client.ts'
import { useClient } from '../../bridge/provide.ts'
import { useJobs } from './jobs.store.ts'

/** How much an undo of an import changes, the directory included. */
export const changesOf = ({ leave, back, entries }: ImportUndo): number =>
  leave + back + entries.leave + entries.back

/**
 * Taking an import back, by the one home of undo: the job runs in the tray, and what came of it is said there and in the
 * toast. There is no redo.
 */
export function useUndoImport() {
  const client = useClient()
  const jobs = useJobs()
  const undo = useUndo()
  const { t } = useWords()

  /** Runs the job to its end. Errors: as the job's own, CANCELLED where somebody stopped it. */
  async function carryOut(batchId: BatchId): Promise<Outcome> {
    const { jobId } = await client.call('imports.undo', { batchId })
    const { state, error, result } = await jobs.follow(jobId)
    if (state !== 'done') {
      throw new CallError((error ?? { code: 'CANCELLED', details: { what: 'job' } }) as unknown as ErrorShape)
    }
    const done = result as unknown as ImportUndo
    const reasons = done.stay.because.map(({ reason }) => reason)
    return { undone: changesOf(done), kept: done.stay.count, reasons, redo: null }
  }
  const ways = (batchId: BatchId, name: string) => ({
    undone: () => t('importUndo.done', { name }),
    carryOut: () => carryOut(batchId),
  })

  /** An import is through: it is the next to be undone. */
  function offer({ batchId, created, updated }: ImportCommitted, name: string): void {
    if (created + updated > 0) undo.offer(t('importUndo.did', { name }), { batchId }, ways(batchId, name))
  }
  /** Takes it back now. */
  const takeBack = (batchId: BatchId, name: string): Promise<void> =>
    undo.takeBack(t('importUndo.did', { name }), { batchId }, ways(batchId, name))

  return { offer, takeBack }
}
