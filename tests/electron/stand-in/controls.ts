import { engines } from './engines.ts'
import type { StandIn } from './stand-in.ts'

/** What can happen to an application in a process of its own, on behalf of a test. */
export interface Controls {
  /** The system or its window tells it something. */
  emit(by: 'app' | 'powerMonitor' | 'window', name: string): Promise<void>
  /** A fault of its own that nobody catches, with these words. */
  fault(kind: 'exception' | 'rejection', words: string): Promise<void>
  /** Its engine ends, fails with these words, or hears nothing of what it is asked by this name. */
  engine(what: 'ends' | { readonly deafTo: string } | { readonly fails: string }): Promise<void>
  /** Its window refuses to close. */
  holdWindow(): Promise<void>
}

/** What a person saw of an application that has ended. */
export interface Seen {
  /** Boxes with words, in their order. */
  readonly errors: readonly string[]
  /** Whether a window was ever shown. */
  readonly shown: boolean
}

/** Who hears what was seen, when it ends. */
export interface Witness {
  ended(seen: Seen): Promise<void>
}

/** Targets of the wire, besides the panes. */
export const CONTROLS = -1
export const WITNESS = -2

export const controlsOf = (standIn: StandIn): Controls => ({
  emit: async (by, name) => {
    const emitter = by === 'window' ? standIn.windows[0]! : standIn[by]
    emitter.emit(name, { preventDefault: () => {} })
  },
  fault: async (kind, words) => {
    setImmediate(() => {
      if (kind === 'exception') throw new TypeError(words)
      void Promise.reject(new RangeError(words))
    })
  },
  engine: async (what) => {
    if (what === 'ends') await engines[0]!.terminate()
    else if ('fails' in what) {
      engines[0]!.emit('error', new TypeError(what.fails))
      await engines[0]!.terminate()
    } else engines[0]!.deafTo.add(what.deafTo)
  },
  holdWindow: async () => {
    standIn.windows[0]!.on('close', (event: { preventDefault(): void }) => event.preventDefault())
  },
})
