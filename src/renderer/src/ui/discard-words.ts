import type { InjectionKey } from 'vue'

/** What a dialog asks before it drops what was typed in it. */
export interface DiscardWords {
  readonly ask: string
  readonly keep: string
  readonly discard: string
}

/** Gives every dialog the words, in the language of the moment; where nobody does, a dialog goes without asking. */
export const DISCARD_WORDS: InjectionKey<() => DiscardWords> = Symbol('discard words')
