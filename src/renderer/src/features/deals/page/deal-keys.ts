import { type Shortcut, useShortcuts } from '../../../app/shortcuts/shortcuts.ts'

/** What the keys of a deal's page do. Each tells with false that there is nothing to do. */
export interface DealDeeds {
  readonly step: (steps: 1 | -1) => unknown
  readonly edit: () => boolean
  readonly favorite: () => boolean
  readonly markNext: () => boolean
  readonly actions: () => unknown
  readonly asItWas: () => unknown
  readonly backToNow: () => boolean
}

/** The keys of the page of a deal. */
export function useDealKeys(deeds: DealDeeds): void {
  const deed = (
    keys: readonly string[],
    name: 'nextDeal' | 'previousDeal' | 'edit' | 'favorite' | 'next' | 'actions' | 'asItWas' | 'back',
    run: () => unknown,
  ): Shortcut => ({ keys, words: `shortcuts.deal.${name}`, run: () => run() !== false })
  useShortcuts({
    title: 'shortcuts.groups.deal',
    shortcuts: [
      deed([']', 'j'], 'nextDeal', () => void deeds.step(1)),
      deed(['[', 'k'], 'previousDeal', () => void deeds.step(-1)),
      deed(['e'], 'edit', deeds.edit),
      deed(['f'], 'favorite', deeds.favorite),
      deed(['m'], 'next', deeds.markNext),
      deed(['.'], 'actions', () => void deeds.actions()),
      deed(['t'], 'asItWas', () => void deeds.asItWas()),
      deed(['Escape'], 'back', deeds.backToNow),
    ],
  })
}
