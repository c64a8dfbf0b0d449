import { useRouter } from 'vue-router'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { useDealCommands } from '../../features/deals/deal-commands.ts'
import { explainRefusal } from '../explain.ts'
import { useFormat } from '../format.ts'
import { useOverlays } from '../overlays.ts'
import { useUndo } from '../undo.store.ts'
import { useEveryLanguage, useWords } from '../words/words.ts'
import { type DealAction, type Deed, dealActions, mendingAction } from './deal-actions.ts'
import type { DealFacts } from './deal-facts.ts'
import { DEAL_KEYWORDS } from './keywords.ts'
import type { Row } from './row.ts'

/** What ends a deal. */
const FINAL: ReadonlySet<string> = new Set(['win', 'lose', 'decline'])

/** The actions of a deal as rows. Each does what its button on the page of the deal does. */
export function useDealRows() {
  const { t } = useWords()
  const languages = useEveryLanguage()
  const format = useFormat()
  const router = useRouter()
  const overlays = useOverlays()
  const undo = useUndo()
  const { execute, explain } = useDealCommands()

  async function perform(deal: DealView, deed: Deed): Promise<unknown> {
    switch (deed.does) {
      case 'ask':
        return overlays.open({ kind: 'deal', dealId: deal.id, question: deed.question })
      case 'go':
        return deed.to === 'copy'
          ? router.push({ path: '/new', query: { from: deal.id } })
          : router.push({ path: `/deal/${deal.id}`, query: { edit: 'name' } })
      case 'send':
        try {
          return await execute(deal, deed.command)
        } catch (error) {
          return undo.refuse(explain(error))
        }
    }
  }

  function rowOf(deal: DealView, action: DealAction): Row {
    const [reason, ...others] = action.verdict?.reasons ?? []
    const titles = [...new Set(others.map((other) => explainRefusal(t, format.value, other).title))]
    return {
      key: [deal.id, action.name, action.verdict?.target ?? ''].join(' '),
      icon: action.icon,
      label: action.label(t),
      names: languages.map(action.label).join(' '),
      found: [...languages.map(action.label), DEAL_KEYWORDS[action.name]].join(' '),
      run: () => perform(deal, action.deed),
      isFinal: FINAL.has(action.name),
      ...(reason ? { blocked: explainRefusal(t, format.value, reason) } : {}),
      ...(titles.length > 0 ? { also: t('palette.also', { titles: format.value.list(titles) }) } : {}),
    }
  }

  /** What mends the refusals of an action: other actions of its deal, or the place where it is mended. */
  function mendsOf(deal: DealView, all: readonly DealAction[], { verdict }: DealAction): Row[] {
    const names = [...new Set(verdict?.reasons.flatMap(({ fix }) => fix?.action ?? []))]
    return names.flatMap((name): Row[] => {
      const key = [deal.id, verdict?.action, verdict?.target ?? '', 'mend', name].join(' ')
      if (name === 'tag-solution') {
        const label = t('registration.conditions.directory')
        return [{ key, icon: 'directory', label, found: label, run: () => router.push('/directory') }]
      }
      const way = mendingAction(all, name)
      return way ? [{ ...rowOf(deal, way), key }] : []
    })
  }

  return (facts: DealFacts): readonly Row[] => {
    const all = dealActions(facts)
    return all.map((action) => {
      const row = rowOf(facts.deal, action)
      return row.blocked ? { ...row, mends: mendsOf(facts.deal, all, action) } : row
    })
  }
}
