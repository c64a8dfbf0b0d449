import type { Pane, PaneOwner, PaneWants, Panes } from './pane.ts'
import type { Wire } from './wire.ts'

/** The desk both processes know before there is any pane: 0. Panes count from 1. */
const DESK = 0

/** What the process with the browser does for the one with the application. */
interface PaneMaker {
  make(pane: number, wants: PaneWants): Promise<void>
}

/** Panes whose pages live in another process. */
export function remotePanes(wire: Wire): Panes {
  let last = DESK
  return {
    open: (wants: PaneWants, owner: PaneOwner): Pane => {
      const pane = (last += 1)
      wire.serve<PaneOwner>(pane, owner)
      void wire.at<PaneMaker>(DESK).make(pane, wants)
      return wire.at<Pane>(pane)
    },
  }
}

/** The other end: panes of this process for an application of another one. */
export function servePanes(wire: Wire, panes: Panes): void {
  wire.serve<PaneMaker>(DESK, {
    make: async (pane, wants) => wire.serve<Pane>(pane, panes.open(wants, wire.at<PaneOwner>(pane))),
  })
}
