import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { useUndo } from '../../../app/undo.store.ts'
import { useWords } from '../../../app/words/words.ts'
import { CallError } from '../../../bridge/client.ts'
import { useClient } from '../../../bridge/provide.ts'
import { useDealCommands } from '../deal-commands.ts'
import type { WholeForm } from './draft-form.ts'
import type { useDraftSaving } from './draft-saving.ts'
import type { NewDeal } from './new-deal.ts'

/** Creating the deal, and the way back: who takes the creation back goes on writing where they were. */
export function useCreating(
  form: Pick<NewDeal, 'draft' | 'command' | 'reasons' | 'settlePartners'>,
  saving: Pick<ReturnType<typeof useDraftSaving>, 'discard'>,
) {
  const { t } = useWords()
  const client = useClient()
  const router = useRouter()
  const undo = useUndo()
  const { execute, explain } = useDealCommands()
  const busy = ref(false)
  const problem = ref('')

  async function writeOn(written: WholeForm): Promise<void> {
    const { draftId } = await client.call('drafts.save', { draftId: null, form: written })
    await router.push({ path: '/new', query: { draft: draftId } })
  }

  /** False where the rules refuse it: then `reasons` say why. */
  async function create(): Promise<boolean> {
    problem.value = ''
    busy.value = true
    try {
      await form.settlePartners()
      const written = JSON.parse(JSON.stringify(form.draft)) as WholeForm
      const { deal, events } = await execute(null, form.command.value)
      // Should this fail, the draft is still in the list: better twice than not at all.
      await saving.discard().catch(() => {})
      const [eventId] = events
      if (eventId) {
        undo.offer(
          t('newDeal.created', { name: deal.name }),
          { eventId },
          {
            undone: () => t('undo.back.create', { name: deal.name }),
            dealId: deal.id,
            after: () => writeOn(written),
          },
        )
      }
      await router.push(`/deal/${deal.id}`)
    } catch (error) {
      if (error instanceof CallError && error.shape.code === 'REFUSED') {
        form.reasons.value = error.shape.details.reasons
        return false
      }
      problem.value = explain(error)
    } finally {
      busy.value = false
    }
    return true
  }
  return { busy, problem, create, explain }
}
