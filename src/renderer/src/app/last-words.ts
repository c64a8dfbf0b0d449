import { onScopeDispose } from 'vue'

type Save = () => Promise<unknown>
const saves = new Set<Save>()

/** Has something saved before the window closes, for as long as the screen is there. */
export function beforeLeaving(save: Save): void {
  saves.add(save)
  onScopeDispose(() => saves.delete(save))
}

/** Saves what screens hold. Never rejects: a window that is to close cannot be kept by what fails. */
export async function saveBeforeLeaving(): Promise<void> {
  await Promise.allSettled([...saves].map((save) => save()))
}
