import { type InjectionKey, inject, provide, shallowRef } from 'vue'
import type { Input } from '#shared/ipc/contract.ts'

export type ExportSelection = Input<'exports.start'>['selection']

/** What lies over the screens and belongs to none of them. Features ask for it here, not of each other. */
export type Overlay =
  | { readonly kind: 'import' }
  | { readonly kind: 'clear-sample' }
  | { readonly kind: 'export'; readonly selection: ExportSelection; readonly count: number }

const KEY: InjectionKey<{ current: { value: Overlay | null }; open(overlay: Overlay): void; close(): void }> =
  Symbol('overlays')

/** Made once by the shell. */
export function provideOverlays() {
  const current = shallowRef<Overlay | null>(null)
  const overlays = {
    current,
    open: (overlay: Overlay) => void (current.value = overlay),
    close: () => void (current.value = null),
  }
  provide(KEY, overlays)
  return overlays
}

/** Opens what lies over the screens from anywhere. */
export function useOverlays() {
  const overlays = inject(KEY)
  if (!overlays) throw new Error('no overlays were provided')
  return overlays
}
