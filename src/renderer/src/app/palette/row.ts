import type { DealId } from '#shared/domain/ids.ts'
import type { IconName } from '../../ui/icons.ts'
import type { KeySpec } from '../shortcuts/key-spec.ts'

/** One line of the palette: a deal, a place, or something to do. */
export interface Row {
  readonly key: string
  readonly icon: IconName
  readonly label: string
  /** Whom or what it is about, for those who do not see the heading over it. */
  readonly about?: string
  /** A quiet fact at the right. */
  readonly fact?: string
  /** A second line: where else the words were found. */
  readonly detail?: string
  /** Keys that do the same without the palette. */
  readonly keys?: KeySpec
  /** Holds already. */
  readonly isOn?: boolean
  /** Why it cannot be done now, in the words the blocked button has for it. */
  readonly blocked?: { readonly title: string; readonly text: string }
  /** What else stands against it, by the titles alone. */
  readonly also?: string
  /** What would mend that. */
  readonly mends?: readonly Row[]
  /** What it is called in every language; its label where that is the same in each. */
  readonly names?: string
  /** Everything it is found by, in every language. */
  readonly found: string
  /** The deal it opens: its actions are one key away. */
  readonly dealId?: DealId
  /** The palette stays open: the row only leads further into it. */
  readonly stays?: boolean
  /** It cannot be taken back: nobody is led to it unasked. */
  readonly isFinal?: boolean
  readonly run: () => unknown
}

/** Rows under a heading. */
export interface RowGroup {
  readonly key: string
  readonly title: string
  /** The heading is the name of a deal. */
  readonly isDeal?: boolean
  readonly rows: readonly Row[]
}

/** A row's, or a heading's, id on the page. */
export const idOf = (key: string): string => `palette-${key.replaceAll(' ', '-')}`
