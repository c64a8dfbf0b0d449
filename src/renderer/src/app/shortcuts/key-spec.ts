/**
 * Keys as they are written down: "k", "mod+k" (Ctrl, or Cmd on a Mac), "shift+x", "alt+ArrowLeft", "ArrowDown", and
 * "g p" for one key after the other.
 */
export type KeySpec = string

/** The keys of a spec that are pressed one after the other. */
export const stepsOf = (spec: KeySpec): readonly string[] => spec.split(' ')

/** What is held and what is pressed in one step of a spec. */
export function partsOf(step: string): {
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly key: string
} {
  const parts = step.split('+')
  const [mod, shift, alt] = ['mod', 'shift', 'alt'].map((held) => parts.includes(held))
  return { mod: mod!, shift: shift!, alt: alt!, key: parts.at(-1)! }
}

const named = (key: string): string => (key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key)

/**
 * Whether a key event is a step of a spec. Shift only matters where the spec names it, and together with Ctrl or Cmd:
 * "?" needs it on one keyboard and not on another.
 */
export function fits(step: string, event: KeyboardEvent): boolean {
  const { mod, shift, alt, key } = partsOf(step)
  if (alt !== event.altKey || mod !== (event.ctrlKey || event.metaKey)) return false
  if (mod ? shift !== event.shiftKey : shift && !event.shiftKey) return false
  return named(event.key) === named(key)
}
