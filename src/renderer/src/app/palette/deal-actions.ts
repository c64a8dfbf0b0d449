import { type AnyStage, type Family, markable, rungOf } from '#shared/domain/stages.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'
import type { CommandInput } from '../../features/deals/deal-commands.ts'
import type { IconName } from '../../ui/icons.ts'
import type { DealQuestion } from '../overlays.ts'
import type { Translate } from '../words/words.ts'
import type { DealFacts } from './deal-facts.ts'
import type { DealActionName } from './keywords.ts'

/** What choosing an action does: send a command, ask in a dialog, or go to where it is done. */
export type Deed =
  | { readonly does: 'send'; readonly command: CommandInput }
  | { readonly does: 'ask'; readonly question: DealQuestion }
  | { readonly does: 'go'; readonly to: 'edit' | 'copy' }

/** Something that can be done with a deal, or can't: then its verdict says why. */
export interface DealAction {
  readonly name: DealActionName
  readonly icon: IconName
  /** Its name, in whatever language is handed in. */
  readonly label: (t: Translate) => string
  readonly deed: Deed
  readonly verdict: VerdictView | null
  /** The smaller, the nearer to what one does next. */
  readonly order: number
}
type Sketch = Omit<DealAction, 'name' | 'verdict'>

const ask = (question: DealQuestion): Deed => ({ does: 'ask', question })
const familyOf = (deal: DealView): Family => (deal.type === 'solution-assessment' ? 'assessment' : 'standard')

function stageSketch(deal: DealView, kind: 'mark-stage' | 'correct-stage', stage: AnyStage): Sketch {
  const family = familyOf(deal)
  const marked = new Set(deal.stageMarks.map((mark) => mark.stage))
  const next = markable(family).find((rung) => !marked.has(rung.stage))?.stage
  const rung = rungOf(family, stage)?.order ?? 0
  const isMark = kind === 'mark-stage'
  const words = isMark ? 'dealPage.actions.markStage' : 'dealPage.actions.correct'
  return {
    icon: isMark ? 'arrow' : 'undo',
    label: (t) => t(words, { stage: t(`labels.stage.${stage}`) }),
    deed: { does: 'send', command: { kind, stage } },
    order: isMark && stage === next ? 3 : (isMark ? 30 : 40) + rung,
  }
}

function sketch({ deal, actions }: DealFacts, verdict: VerdictView): Sketch | null {
  switch (verdict.action) {
    case 'accept':
      return {
        icon: 'accepted',
        label: (t) => t('dealPage.actions.accept'),
        deed: ask({ what: 'accept' }),
        order: 1,
      }
    case 'decline':
      return {
        icon: 'declined',
        label: (t) => t('dealPage.actions.decline'),
        deed: ask({ what: 'decline' }),
        order: 2,
      }
    case 'mark-stage':
    case 'correct-stage':
      return stageSketch(deal, verdict.action, verdict.target as AnyStage)
    case 'register':
    case 'resubmit': {
      const words = `palette.deal.${verdict.action}` as const
      return { icon: 'file', label: (t) => t(words), deed: ask({ what: 'register' }), order: 4 }
    }
    case 'record-review': {
      // One dialog for all outcomes: the first that is possible stands for it, else the first.
      const outcomes = actions.filter(({ action }) => action === 'record-review')
      if (verdict !== (outcomes.find(({ allowed }) => allowed) ?? outcomes[0])) return null
      return {
        icon: 'check',
        label: (t) => t('palette.deal.recordReview'),
        deed: ask({ what: 'record-review' }),
        order: 5,
      }
    }
    case 'win':
      return { icon: 'won', label: (t) => t('dealPage.actions.win'), deed: ask({ what: 'win' }), order: 6 }
    case 'lose':
      return { icon: 'lost', label: (t) => t('dealPage.actions.lose'), deed: ask({ what: 'lose' }), order: 7 }
    case 'record-answer': {
      const party = deal.parties.find(({ id }) => id === verdict.target)
      if (!party) return null
      // Who has accepted can still win or lose its part.
      const words = party.status === 'accepted' ? 'palette.deal.recordOutcome' : 'palette.deal.recordAnswer'
      const organization = party.kind === 'microsoft' ? 'Microsoft' : party.organization
      return {
        icon: 'pending',
        label: (t) => t(words, { organization }),
        deed: ask({ what: 'record-answer', partyId: party.id }),
        order: 8,
      }
    }
    case 'invite-microsoft':
      return {
        icon: 'outbound',
        label: (t) => t('dealPage.actions.inviteMicrosoft'),
        deed: ask({ what: 'invite-microsoft' }),
        order: 9,
      }
    case 'invite-partner':
      return {
        icon: 'partner',
        label: (t) => t('dealPage.actions.invitePartner'),
        deed: ask({ what: 'invite-partner' }),
        order: 10,
      }
    case 'set-favorite':
      return {
        icon: 'favorite',
        label: (t) => t(`palette.deal.${deal.favorite ? 'noFavorite' : 'favorite'}`),
        deed: { does: 'send', command: { kind: 'set-favorite', favorite: !deal.favorite } },
        order: 11,
      }
    case 'edit':
      return {
        icon: 'edit',
        label: (t) => t('palette.deal.edit'),
        deed: { does: 'go', to: 'edit' },
        order: 12,
      }
    case 'set-team':
      return {
        icon: 'co-sell',
        label: (t) => t('palette.deal.team'),
        deed: ask({ what: 'set-team' }),
        order: 13,
      }
    case 'set-solutions':
      return {
        icon: 'assessment',
        label: (t) => t('palette.deal.solutions'),
        deed: ask({ what: 'set-solutions' }),
        order: 14,
      }
    default:
      return null
  }
}

const isBlocked = ({ verdict }: DealAction): boolean => verdict?.allowed === false

/** Everything that can be done with a deal: what is next first, what is blocked last. */
export function dealActions(facts: DealFacts): readonly DealAction[] {
  const judged = facts.actions.flatMap((verdict): DealAction[] => {
    const found = sketch(facts, verdict)
    return found ? [{ ...found, name: verdict.action as DealActionName, verdict }] : []
  })
  const copy: DealAction = {
    name: 'copy',
    icon: 'copy',
    label: (t) => t('dealPage.actions.copy'),
    deed: { does: 'go', to: 'copy' },
    verdict: null,
    order: 15,
  }
  return [...judged, copy].sort((a, b) => Number(isBlocked(a)) - Number(isBlocked(b)) || a.order - b.order)
}

/** The action that mends what a refusal points at; none where it is not one of this deal, or is blocked as well. */
export const mendingAction = (all: readonly DealAction[], name: string): DealAction | null =>
  all.find((action) => action.name === name && !isBlocked(action)) ?? null
