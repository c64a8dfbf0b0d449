import type { Instant } from '#shared/domain/time.ts'
import { useShortcuts } from '../../../app/shortcuts/shortcuts.ts'

interface MomentKeys {
  readonly moment: () => Instant | null
  /** Begins to look back; where one does already, leads to what moves the moment. */
  readonly enter: () => unknown
  readonly step: (days: number) => unknown
  readonly back: () => unknown
}

/** The keys of looking back, the same on every screen that can: what only the past has is left to others otherwise. */
export function useMomentKeys({ moment, enter, step, back }: MomentKeys): void {
  const inPast = (act: () => unknown) => () => {
    if (moment() === null) return false
    void act()
    return true
  }
  useShortcuts({
    title: 'shortcuts.groups.past',
    shortcuts: [
      { keys: ['t'], words: 'shortcuts.past.enter', run: () => void enter() },
      { keys: ['['], words: 'shortcuts.past.dayBack', run: inPast(() => step(-1)) },
      { keys: [']'], words: 'shortcuts.past.dayOn', run: inPast(() => step(1)) },
      { keys: ['{'], words: 'shortcuts.past.weekBack', run: inPast(() => step(-7)) },
      { keys: ['}'], words: 'shortcuts.past.weekOn', run: inPast(() => step(7)) },
      { keys: ['Escape'], words: 'shortcuts.past.back', run: inPast(back) },
    ],
  })
}
