import { type InjectionKey, inject, provide, shallowRef } from 'vue'
import type { BatchId, DealId, PartyId } from '#shared/domain/ids.ts'
import type { ExportColumn } from '#shared/domain/export-columns.ts'
import type { Input } from '#shared/ipc/contract.ts'
import type { Brought } from './brought.ts'

export type ExportSelection = NonNullable<Input<'exports.start'>['selection']>

/** A report or deal sheets to be written as a file. */
export type PaperOrder = Pick<Input<'exports.start'>, 'selection' | 'options'> & {
  readonly format: 'report' | 'deal-sheet'
}

/** What a deal can be asked for anywhere, in the dialog its own page would open. */
export type DealQuestion =
  | {
      readonly what:
        | 'accept'
        | 'decline'
        | 'win'
        | 'lose'
        | 'invite-microsoft'
        | 'invite-partner'
        | 'set-team'
        | 'set-solutions'
        | 'register'
        | 'record-review'
    }
  | { readonly what: 'record-answer'; readonly partyId: PartyId }

/** What lies over the screens and belongs to none of them. Features ask for it here, not of each other. */
export type Overlay =
  /** `part`: what of the directory the file is taken for, where it does not say itself. */
  | {
      readonly kind: 'import'
      readonly part?: 'customers' | 'partners' | 'solutions'
      /** What is to be imported already: a file, or why there is none. */
      readonly brought?: Brought
    }
  | { readonly kind: 'clear-sample' }
  /** Asks before an import is taken back; `name` is its file's. */
  | { readonly kind: 'undo-import'; readonly batchId: BatchId; readonly name: string }
  | {
      readonly kind: 'export'
      readonly selection: ExportSelection
      readonly count: number
      /** What the list is called, view and all. */
      readonly title?: string
      /** The columns that are shown, in their order; none where what is shown has no columns. */
      readonly columns?: readonly ExportColumn[]
    }
  | { readonly kind: 'paper'; readonly order: PaperOrder; readonly title: string }
  /** `dealId`: only what can be done with that deal. */
  | { readonly kind: 'palette'; readonly dealId?: DealId }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'licences' }
  | { readonly kind: 'deal'; readonly dealId: DealId; readonly question: DealQuestion }
  | { readonly kind: 'add'; readonly part: 'customers' | 'partners' | 'solutions' }

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
