/** One reason against an action: what holds, one sentence, and the ways out. */
export interface Reason {
  readonly title: string
  readonly text: string
  readonly mends: readonly { readonly label: string; readonly go: () => void }[]
}
