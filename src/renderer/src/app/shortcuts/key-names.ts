import { isMac } from '../../ui/platform.ts'
import type { Translate } from '../words/words.ts'
import { type KeySpec, partsOf, stepsOf } from './key-spec.ts'

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
}

/** Keys as they are printed on the keyboard in front of the person: one text per key pressed after the other. */
export function keyNames(t: Translate, spec: KeySpec, mac = isMac()): readonly string[] {
  return stepsOf(spec).map((step) => {
    const { mod, shift, alt, key } = partsOf(step)
    const name =
      key === 'Space' ? t('shortcuts.space') : (SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    const held = [
      ...(alt ? [mac ? '⌥' : 'Alt'] : []),
      ...(shift ? [mac ? '⇧' : 'Shift'] : []),
      ...(mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ]
    // Ctrl is said before Shift, and on a Mac it is the other way round.
    return mac ? [...held, name].join('') : [...held.reverse(), name].join(' ')
  })
}
