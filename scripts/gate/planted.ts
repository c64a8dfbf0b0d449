import { DEPENDENCY_PLANTS } from './planted/dependencies.ts'
import { HIDING_PLANTS } from './planted/hiding.ts'
import { HOSTILE_PLANTS } from './planted/hostile.ts'
import { NETWORK_PLANTS } from './planted/network.ts'
import { OUTSIDE_PLANTS } from './planted/outside.ts'
import type { Plant } from './planted/plant.ts'
import { SCREEN_PLANTS } from './planted/screens.ts'
import { TALKING_PLANTS } from './planted/talking.ts'
import { WINDOW_PLANTS } from './planted/windows.ts'

/** Every planted violation: each must be seen by its rule, and by no other. */
export const PLANTS: readonly Plant[] = [
  ...WINDOW_PLANTS,
  ...HOSTILE_PLANTS,
  ...HIDING_PLANTS,
  ...NETWORK_PLANTS,
  ...OUTSIDE_PLANTS,
  ...TALKING_PLANTS,
  ...SCREEN_PLANTS,
  ...DEPENDENCY_PLANTS,
]
