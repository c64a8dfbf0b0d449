import { ref, shallowRef } from 'vue'
import type { Input, Output } from '#shared/ipc/contract.ts'
import type { DealId } from '#shared/domain/ids.ts'
import type { Refusal } from '#shared/errors.ts'
import { explainError, explainRefusal } from '../../../app/explain.ts'
import { useFormat } from '../../../app/format.ts'
import { useWords } from '../../../app/words/words.ts'
import { useClient } from '../../../bridge/provide.ts'
import { usePendingCommands } from '../pending-commands.ts'
import { useRememberMe } from '../remember-me.ts'

export type BulkOrder = Omit<Input<'deals.bulk'>, 'dryRun'>
export type BulkResult = Output<'deals.bulk'>

/** Deals that the same reason keeps from being changed. */
export interface BlockedGroup {
  readonly title: string
  readonly text: string
  readonly ids: readonly DealId[]
}

/** Whom a command leaves as they are. */
export interface LeftOut {
  /** They are where it would bring them: nothing to be mended. */
  readonly there: readonly DealId[]
  /** They cannot, and why: the most frequent reason first. */
  readonly blocked: readonly BlockedGroup[]
}

/** Whether a deal is where the command would bring it: in that very stage, or with Microsoft asked or on it. */
function isThere({ code, params }: Refusal): boolean {
  if (code === 'MICROSOFT_ALREADY_INVITED')
    return params['status'] === 'pending' || params['status'] === 'accepted'
  return code === 'STAGE_NOT_AHEAD' && params['stage'] !== undefined && params['stage'] === params['current']
}

/** One command on many deals: what would come of it, and carrying it out. */
export function useBulk() {
  const client = useClient()
  const pending = usePendingCommands()
  const remember = useRememberMe()
  const { t } = useWords()
  const format = useFormat()
  const preview = shallowRef<BulkResult | null>(null)
  const busy = ref(false)
  const problem = ref('')
  let newest = 0

  /** Asks what would happen, without doing it; null: nothing to ask yet. Late answers are dropped. */
  async function look(order: BulkOrder | null): Promise<void> {
    const request = ++newest
    preview.value = null
    problem.value = ''
    if (!order) return
    try {
      const result = await client.call('deals.bulk', { ...order, dryRun: true })
      if (request === newest) preview.value = result
    } catch (error) {
      if (request === newest) problem.value = explainError(t, format.value, error)
    }
  }

  /** Does it; null where it failed, and `problem` says how. */
  async function carryOut(order: BulkOrder): Promise<BulkResult | null> {
    busy.value = true
    problem.value = ''
    try {
      const result = await pending.run(() => client.call('deals.bulk', { ...order, dryRun: false }))
      remember(order.command)
      return result
    } catch (error) {
      problem.value = explainError(t, format.value, error)
      return null
    } finally {
      busy.value = false
    }
  }

  /** Who stays as they are: those who are there already, and those who cannot, by the reason that is said first. */
  function leftOut({ refused }: Pick<BulkResult, 'refused'>): LeftOut {
    const there: DealId[] = []
    const groups = new Map<string, { title: string; text: string; ids: DealId[] }>()
    for (const { dealId, reasons } of refused) {
      const [first] = reasons
      if (isThere(first!)) {
        there.push(dealId)
        continue
      }
      const { title, text } = explainRefusal(t, format.value, first!)
      const group = groups.get(title) ?? { title, text, ids: [] }
      group.ids.push(dealId)
      groups.set(title, group)
    }
    return { there, blocked: [...groups.values()].sort((a, b) => b.ids.length - a.ids.length) }
  }

  return { preview, busy, problem, look, carryOut, leftOut }
}
