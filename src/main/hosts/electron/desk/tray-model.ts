import type { Locale } from '#shared/domain/settings.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { HostAsk } from '#shared/ipc/host-contract.ts'
import { timeLeft } from './time-left.ts'
import { deskWords } from './words.ts'

export type Waiting = Output<'today.waiting'>

/** A line of the menu at the icon: what it says and what it does. */
export type TrayItem =
  { readonly label: string; readonly does: 'open' | 'quit' | HostAsk } | { readonly label: null }

/** The icon beside the clock: in words, its look, and its menu. */
export interface TrayModel {
  readonly tooltip: string
  readonly needsAnswer: boolean
  readonly items: readonly TrayItem[]
}

const LINE: TrayItem = { label: null }

/**
 * The most urgent deals by the time they have left. They have no number that means something to a person, and a name
 * would stand on every projected screen: so those with the same time share a line.
 */
function urgent({ first, now, hold }: Waiting, locale: Locale): TrayItem[] {
  if (hold) return []
  const { runOut } = deskWords(locale)
  const lines = Map.groupBy(first, ({ expiresAt }) => JSON.stringify(timeLeft(now, expiresAt)))
  return [...lines.values()].flatMap((deals): TrayItem[] => {
    const left = timeLeft(now, deals[0]!.expiresAt)
    if (!left) return []
    const does: HostAsk =
      deals.length === 1 ? { ask: 'deal', dealId: deals[0]!.dealId } : { ask: 'go', to: '/today' }
    return [{ label: runOut(deals.length, left), does }]
  })
}

/** What the icon shows of the deals that wait. */
export function trayOf(waiting: Waiting, locale: Locale): TrayModel {
  const words = deskWords(locale)
  const needsAnswer = waiting.count > 0
  const said = words.waiting(waiting.count)
  const answers: TrayItem[] = needsAnswer
    ? [LINE, { label: said, does: { ask: 'go', to: '/today' } }, ...urgent(waiting, locale)]
    : []
  return {
    tooltip: needsAnswer ? `Tandem · ${said}` : 'Tandem',
    needsAnswer,
    items: [
      { label: words.open, does: 'open' },
      { label: words.newDeal, does: { ask: 'new-deal' } },
      ...answers,
      LINE,
      { label: words.quit, does: 'quit' },
    ],
  }
}

/** The small picture on the button of the taskbar: of a number up to nine, of more, or of none. */
export const badgePicture = (count: number): string | null =>
  count <= 0 ? null : count > 9 ? '9-plus' : String(count)
