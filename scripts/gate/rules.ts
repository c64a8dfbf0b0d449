import type { Rule } from './rule.ts'
import { CONFINEMENT_RULES } from './rules/confinement.ts'
import { DEPENDENCY_RULES } from './rules/dependencies.ts'
import { ELECTRON_RULES } from './rules/electron.ts'
import { HIDING_RULES } from './rules/hiding.ts'
import { HABIT_RULES } from './rules/habits.ts'
import { IPC_RULES } from './rules/ipc.ts'
import { LOADING_RULES } from './rules/loading.ts'
import { PREFERENCE_RULES } from './rules/preferences.ts'
import { PRELOAD_RULES } from './rules/preload.ts'
import { PROTOCOL_RULES } from './rules/protocol.ts'
import { SCREEN_RULES } from './rules/screens.ts'
import { STARTUP_RULES } from './rules/startup.ts'

/** Every rule of the gate. */
export const RULES: readonly Rule[] = [
  ...STARTUP_RULES,
  ...PREFERENCE_RULES,
  ...LOADING_RULES,
  ...CONFINEMENT_RULES,
  ...IPC_RULES,
  ...PRELOAD_RULES,
  ...PROTOCOL_RULES,
  ...SCREEN_RULES,
  ...HABIT_RULES,
  ...HIDING_RULES,
  ...ELECTRON_RULES,
  ...DEPENDENCY_RULES,
]
