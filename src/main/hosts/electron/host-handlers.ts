import { release } from 'node:os'
import type { HostHandlers } from '#shared/ipc/host-contract.ts'
import type { Asks } from './asks.ts'
import { type DeskHandlerDeps, deskHandlers } from './desk/handlers.ts'
import type { MainWindow } from './window/window.ts'
import { type DialogDeps, fileDialogs } from './files/dialogs.ts'
import { OneAtATime } from './files/one-at-a-time.ts'
import { type UpdateDeps, updateHandlers } from './files/updates.ts'

/** What the handlers of the window are made from. */
export interface HostDeps extends Omit<DialogDeps & UpdateDeps, 'dialogs'>, DeskHandlerDeps {
  readonly asks: Asks
  readonly main: Pick<MainWindow, 'takeBackTyping' | 'takeLastScreen'>
}

/** Everything the Electron host answers itself. Loaded with the first such call, not at the start. */
export const hostHandlers = (
  { asks, main, ...deps }: HostDeps,
  dialogs = new OneAtATime(),
): HostHandlers => ({
  'host.ready': () => asks.ready(),
  'host.screen': (shown) => {
    asks.shows(shown)
    return {}
  },
  'host.left': () => {
    asks.left()
    return {}
  },
  'host.take-back-typing': ({ way }) => {
    main.takeBackTyping(way)
    return {}
  },
  'host.last-screen': () => ({ address: main.takeLastScreen() }),
  'host.versions': () => ({
    electron: process.versions['electron'] ?? '',
    chromium: process.versions['chrome'] ?? '',
    node: process.versions.node,
    system: `${process.platform} ${release()} ${process.arch}`,
  }),
  ...fileDialogs({ ...deps, dialogs }),
  ...deskHandlers(deps),
  ...updateHandlers({ ...deps, dialogs }),
})
