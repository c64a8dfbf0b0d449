import { z } from 'zod'
import { NOT_TAKEN } from '#shared/domain/not-taken.ts'
import { PLACES } from '#shared/domain/places.ts'
import { hostDesk } from './host-contract/desk.ts'
import { handedFile, hostFiles } from './host-contract/files.ts'
import { hostUpdate } from './host-contract/update.ts'
import { type JsonSchema, command, query } from './procedure.ts'
import { id, nothing } from './values.ts'

/**
 * What the window asks of the screens: chosen in the menu or the tray, by a notification, or by a file opened with
 * Tandem.
 */
export const hostAsk = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('go'), to: z.enum(PLACES) }),
  z.strictObject({ ask: z.literal('deal'), dealId: id<'deal'>() }),
  /** `file`: what was handed over already; null: the person is to choose one, and `refused` says what was not taken. */
  z.strictObject({
    ask: z.literal('import'),
    file: handedFile.nullable(),
    refused: z.enum(NOT_TAKEN).optional(),
  }),
  z.strictObject({
    ask: z.enum(['new-deal', 'palette', 'shortcuts', 'undo', 'redo', 'about', 'print']),
  }),
  /** The window is about to close: what is not saved yet is saved now, and `host.left` called. */
  z.strictObject({ ask: z.literal('leave') }),
])
export type HostAsk = z.output<typeof hostAsk>

/**
 * What a host with a window of its own answers itself, beside the contract of the application: the same envelope over the
 * same channel. Who may call them is told by a capability of `app.info`, named with each.
 */
export const hostContract = {
  /**
   * Capability `window`. The screens are there and listen: gives what was asked of them before. From then on `host.asked`
   * tells.
   */
  'host.ready': command(nothing, z.strictObject({ asks: z.array(hostAsk) })),
  /** Capability `window`. Whether the screen that is shown can be printed: told when it changes, for the menu. */
  'host.screen': command(z.strictObject({ prints: z.boolean() }), nothing),
  /** Capability `window`. The screens were asked to leave, and everything they held is saved: the window may close. */
  'host.left': command(nothing, nothing),
  /**
   * Capability `window`. The address of the screen the window was left at, for its first page to begin with; null: it
   * was told already, and the page is a later one.
   */
  'host.last-screen': command(nothing, z.strictObject({ address: z.string().nullable() })),
  /** Capability `window`. Takes back what is typed in the field that has the focus, or types it again. */
  'host.take-back-typing': command(z.strictObject({ way: z.enum(['undo', 'redo']) }), nothing),
  /** Capability `window`. What the window is made of, for whoever asks for help. */
  'host.versions': query(
    nothing,
    z.strictObject({ electron: z.string(), chromium: z.string(), node: z.string(), system: z.string() }),
  ),
  ...hostDesk,
  ...hostFiles,
  ...hostUpdate,
} satisfies Record<`host.${string}`, { input: JsonSchema; output: JsonSchema }>

export type HostContract = typeof hostContract
export type HostProcedureName = keyof HostContract
export type HostInput<N extends HostProcedureName> = z.input<HostContract[N]['input']>
export type HostOutput<N extends HostProcedureName> = z.output<HostContract[N]['output']>
/** What a host does for each of its procedures: checked input in, output out. Errors: AppError. */
export type HostHandlers = {
  readonly [N in HostProcedureName]: (
    input: z.output<HostContract[N]['input']>,
  ) => HostOutput<N> | Promise<HostOutput<N>>
}
