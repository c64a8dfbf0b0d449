import { useRouter } from 'vue-router'
import type { useOverlays } from './overlays.ts'
import { PLACES } from './places.ts'
import { printShown } from './printing.ts'
import { type Shortcut, addGroup, type provideShortcuts } from './shortcuts/shortcuts.ts'
import { useUndo } from './undo.store.ts'

/** The keys that work on every screen. */
export function useShellShortcuts(
  { groups }: ReturnType<typeof provideShortcuts>,
  overlays: ReturnType<typeof useOverlays>,
): void {
  const router = useRouter()
  const undo = useUndo()
  addGroup(groups, {
    title: 'shortcuts.groups.places',
    shortcuts: PLACES.map(({ to, words, letter }): Shortcut => ({
      keys: [`g ${letter}`],
      words,
      run: () => void router.push(to),
    })),
  })
  addGroup(groups, {
    title: 'shortcuts.groups.anywhere',
    shortcuts: [
      {
        keys: ['mod+k', '/'],
        words: 'shortcuts.anywhere.palette',
        whileTyping: true,
        run: () => overlays.open({ kind: 'palette' }),
      },
      { keys: ['?'], words: 'shortcuts.anywhere.sheet', run: () => overlays.open({ kind: 'shortcuts' }) },
      { keys: ['n', 'c'], words: 'shortcuts.anywhere.newDeal', run: () => void router.push('/new') },
      { keys: ['mod+p'], words: 'shortcuts.anywhere.print', whileTyping: true, run: () => printShown() },
      { keys: ['mod+z'], words: 'shortcuts.anywhere.undo', run: () => void undo.undo() },
      { keys: ['mod+shift+z'], words: 'shortcuts.anywhere.redo', run: () => void undo.redo() },
    ],
  })
}
