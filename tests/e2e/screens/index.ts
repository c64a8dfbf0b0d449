import { BOARD } from './board.ts'
import { DEAL } from './deal.ts'
import { DESKTOP } from './desktop.ts'
import { DIRECTORY } from './directory.ts'
import { IMPORTS } from './imports.ts'
import { INSIGHTS } from './insights.ts'
import { LISTS } from './lists.ts'
import { NEW_DEAL } from './new-deal.ts'
import { REGISTRATION } from './registration.ts'
import type { Screen } from './screen.ts'
import { SHELL } from './shell.ts'
import { TODAY } from './today.ts'

export type { Screen }

/** Every screen there is. Whoever adds one adds it to its area, and it is watched from then on. */
export const SCREENS: readonly Screen[] = [
  ...TODAY,
  ...BOARD,
  ...LISTS,
  ...DEAL,
  ...REGISTRATION,
  ...NEW_DEAL,
  ...INSIGHTS,
  ...DIRECTORY,
  ...IMPORTS,
  ...SHELL,
  ...DESKTOP,
]
