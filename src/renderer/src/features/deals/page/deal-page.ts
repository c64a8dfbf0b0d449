import { computed, ref } from 'vue'
import type { DealId } from '#shared/domain/ids.ts'
import { announce } from '../../../app/announcer.ts'
import { useLoaded } from '../../../app/load.ts'
import { CallError } from '../../../bridge/client.ts'
import { useAppEvent, useClient } from '../../../bridge/provide.ts'
import { type CommandInput, useDealCommands } from '../deal-commands.ts'
import { useMoment } from '../past/use-moment.ts'
import { useDealTimeline } from './deal-timeline.ts'

/** A deal as its page shows it: what it is, what may be done, how it came here; kept up to date. */
export function useDealPage(dealId: () => DealId) {
  const client = useClient()
  const { execute, explain } = useDealCommands()
  const timeline = useDealTimeline(dealId)
  const { moment } = useMoment()
  const busy = ref(false)
  const problem = ref('')

  /** The deal as it is; one that was taken back since is only there as it was. */
  async function dealNow() {
    const asked = { dealId: dealId() }
    try {
      const [deal, { actions }] = await Promise.all([
        client.call('deals.get', asked),
        client.call('deals.actions', asked),
      ])
      return { deal, actions, isGone: false }
    } catch (problem) {
      const asOf = moment.value
      if (asOf === null || !(problem instanceof CallError) || problem.shape.code !== 'NOT_FOUND')
        throw problem
      return { deal: await client.call('deals.get', { ...asked, asOf }), actions: [], isGone: true }
    }
  }
  const loaded = useLoaded(async () => (await Promise.all([dealNow(), timeline.load()]))[0])
  useAppEvent('deals.changed', ({ ids }) => {
    if (ids.length === 0 || ids.includes(dealId())) void loaded.reload()
  })

  /** Does something; what goes wrong is said on the page. */
  async function attempt(work: () => Promise<unknown>): Promise<void> {
    busy.value = true
    problem.value = ''
    try {
      await work()
    } catch (error) {
      problem.value = explain(error)
      announce(problem.value)
    } finally {
      busy.value = false
    }
  }
  /** Carries out a command that needs nothing more to be asked. */
  const run = (command: CommandInput) =>
    attempt(async () => {
      const { deal } = loaded.data.value ?? {}
      if (deal) await execute(deal, command).finally(loaded.reload)
    })

  return { loaded, shown: computed(() => loaded.data.value), timeline, busy, problem, attempt, run }
}
