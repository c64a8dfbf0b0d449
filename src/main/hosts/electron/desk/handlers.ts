import type { HostHandlers } from '#shared/ipc/host-contract.ts'
import type { hostDesk } from '#shared/ipc/host-contract/desk.ts'
import type { Desk } from './desk.ts'
import { loginOf } from './login.ts'

/** What the handlers of the desk are made from. */
export interface DeskHandlerDeps {
  readonly desk: Desk
  readonly platform: NodeJS.Platform
}

/** Opening at login and a message to look at, asked for by the settings. */
export const deskHandlers = ({
  desk,
  platform,
}: DeskHandlerDeps): Pick<HostHandlers, keyof typeof hostDesk> => ({
  'host.desk': () => ({ openAtLogin: loginOf(platform)?.isOn() ?? false }),
  'host.set-desk': ({ openAtLogin }) => {
    const login = loginOf(platform)
    login?.set(openAtLogin)
    return { openAtLogin: login?.isOn() ?? false }
  },
  'host.test-notification': () => ({ shown: desk.test() }),
})
