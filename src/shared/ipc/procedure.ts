import { z } from 'zod'
import type { Json } from '#shared/errors.ts'

// Electron and the pages forbid `new Function`; zod must not even try it.
z.config({ jitless: true })

/** What crosses the boundary: JSON, or nothing else. */
export type JsonSchema = z.ZodType<Json, Json>

/** One call of the application: what goes in, what comes out, and whether it may write. */
export interface Procedure<
  K extends 'query' | 'command' = 'query' | 'command',
  I extends JsonSchema = JsonSchema,
  O extends JsonSchema = JsonSchema,
> {
  readonly kind: K
  readonly input: I
  readonly output: O
}

/** A procedure that only reads: its handler gets a read-only database. */
export const query = <I extends JsonSchema, O extends JsonSchema>(
  input: I,
  output: O,
): Procedure<'query', I, O> => ({
  kind: 'query',
  input,
  output,
})

/** A procedure that may write: its handler gets the unit of work. */
export const command = <I extends JsonSchema, O extends JsonSchema>(
  input: I,
  output: O,
): Procedure<'command', I, O> => ({ kind: 'command', input, output })
