import { EventEmitter } from 'node:events'
import type { NativeTheme } from 'electron'

/** How the system looks. */
export class StandInNativeTheme extends EventEmitter implements Pick<NativeTheme, 'shouldUseDarkColors'> {
  shouldUseDarkColors = false
}
