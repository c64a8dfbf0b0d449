import { EventEmitter } from 'node:events'
import type { Display, Screen } from 'electron'

export type StandInDisplay = Pick<Display, 'bounds' | 'id' | 'scaleFactor' | 'workArea'>

/** A display whose taskbar takes 40 pixels at its lower edge. */
export function display(id: number, x: number, y: number, width: number, height: number): StandInDisplay {
  const bounds = { x, y, width, height }
  return { id, bounds, scaleFactor: 1, workArea: { ...bounds, height: height - 40 } }
}

/** The displays there are, the primary one first. */
export class StandInScreen
  extends EventEmitter
  implements Record<keyof Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>, unknown>
{
  readonly #displays: readonly StandInDisplay[]
  readonly #ready: () => void

  constructor(displays: readonly StandInDisplay[], mustBeReady: () => void) {
    super()
    this.#displays = displays
    this.#ready = mustBeReady
  }

  getAllDisplays(): readonly StandInDisplay[] {
    this.#ready()
    return this.#displays.toReversed()
  }
  getPrimaryDisplay(): StandInDisplay {
    this.#ready()
    return this.#displays[0]!
  }
}
