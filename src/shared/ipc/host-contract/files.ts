import { z } from 'zod'
import { command } from '../procedure.ts'
import { id, nothing } from '../values.ts'

/** A file of the file store, under the name it came with. */
export const handedFile = z.strictObject({ fileId: id<'file'>(), name: z.string() })
export type HandedFile = z.output<typeof handedFile>

/**
 * Stands for a place on this computer that the screens never learn. Good for one use: whoever keeps it cannot come back
 * to that place, and guessing one leads nowhere.
 */
const handle = z.uuid()

/** Files of this computer, by the system's own dialogs. No path ever crosses: names, ids of the file store, handles. */
export const hostFiles = {
  /**
   * Capability `save-dialog`. Asks where a file of the file store is to be saved, and writes it there whole or not at
   * all. `saved`: null when the person thought better of it, or has a dialog open already; `name`: what it is called now. Errors: NOT_FOUND (file),
   * READ_ONLY with why: one of SAVE_FAULTS.
   */
  'host.save-file': command(
    z.strictObject({ fileId: id<'file'>() }),
    z.strictObject({ saved: z.strictObject({ handle, name: z.string() }).nullable() }),
  ),
  /** Capability `save-dialog`. Shows a saved file in its folder. Errors: NOT_FOUND (handle) when it was shown already. */
  'host.show-saved': command(z.strictObject({ handle }), nothing),
  /**
   * Capability `open-dialog`. Asks for a file and takes a copy of it into the file store; null when none was chosen, or a dialog is open already. Its
   * id is all the screens need: what was chosen is not read again, so that there is no handle. Errors: INVALID_INPUT
   * (file), larger than allowed or not readable.
   */
  'host.choose-file': command(
    z.strictObject({ purpose: z.enum(['import']) }),
    z.strictObject({ file: handedFile.nullable() }),
  ),
}
