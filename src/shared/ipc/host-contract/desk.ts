import { z } from 'zod'
import { command, query } from '../procedure.ts'
import { nothing } from '../values.ts'

const desk = z.strictObject({ openAtLogin: z.boolean() })

/** What a host does on the desk of a person, outside of its window. */
export const hostDesk = {
  /** Capability `login`. Whether the system opens the application when somebody logs in. */
  'host.desk': query(nothing, desk),
  /**
   * Capability `login`. Asks the system to do so, without a window, or no longer. Gives what holds then: a system may
   * refuse, or wait for a person's consent in its own settings.
   */
  'host.set-desk': command(desk, desk),
  /** Capability `toasts`. Shows a message of the system as all of ours look. `shown`: whether the system takes any. */
  'host.test-notification': command(nothing, z.strictObject({ shown: z.boolean() })),
}
