import { z } from 'zod'
import { UPDATE_REFUSALS } from '#shared/domain/update-refusals.ts'
import { command } from '../procedure.ts'
import { nothing } from '../values.ts'

/** Stands for the chosen file, for one use. */
const handle = z.uuid()
const refused = z.enum(UPDATE_REFUSALS).optional()

/** What kind of package an update brings: it decides what happens after the application has ended. */
export const PACKAGE_KINDS = ['exe', 'dmg', 'appimage', 'deb'] as const

const update = z.strictObject({
  handle,
  version: z.string(),
  /** What is new, by language; empty where nothing was written. */
  notes: z.strictObject({ en: z.string(), zh: z.string() }),
  /** How long the package is. */
  bytes: z.int(),
  kind: z.enum(PACKAGE_KINDS),
})
export type ChosenUpdate = z.output<typeof update>

/** Updates of the application from files: signed ones, which a person chose. Nothing is looked for anywhere. */
export const hostUpdate = {
  /**
   * Capability `update`. Asks for a file and holds the whole of it against its signature. `update`: null when none was
   * chosen; `refused`: why it is not taken. Errors: NOT_FOUND (procedure) where this build takes no updates.
   */
  'host.choose-update': command(nothing, z.strictObject({ update: update.nullable().optional(), refused })),
  /**
   * Capability `update`. Verifies the file again, keeps its package, ends the application and hands the package to the
   * system. `refused`: why not; the handle stays good with `busy` alone. Errors: NOT_FOUND (handle) when it is unknown or
   * used, NOT_FOUND (procedure) where this build takes no updates.
   */
  'host.install-update': command(z.strictObject({ handle }), z.strictObject({ refused })),
}
