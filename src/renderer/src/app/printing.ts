import { onScopeDispose, shallowReactive } from 'vue'

/** How a screen prints what it shows. */
export interface Printing {
  readonly print: () => unknown
  /** Whether there is anything to print now. */
  readonly isOffered: () => boolean
}

const offers = shallowReactive<Printing[]>([])
const offered = (): Printing | undefined => offers.findLast(({ isOffered }) => isOffered())

/** Says how a screen prints, for as long as it is there: the very function its button calls. */
export function usePrinting(offer: Printing): void {
  offers.push(offer)
  onScopeDispose(() => offers.splice(offers.indexOf(offer), 1))
}

/** Whether what is shown can be printed. */
export const canPrint = (): boolean => offered() !== undefined

/** Prints what is shown; false: there is nothing to print. */
export function printShown(): boolean {
  const offer = offered()
  offer?.print()
  return offer !== undefined
}
