import { type z } from 'zod'
import { AppError, type Envelope, type InputIssue, type Json } from '#shared/errors.ts'
import { type ProcedureName, procedureOf } from '#shared/ipc/contract.ts'
import type { CommandContext } from './context.ts'
import type { Handlers } from './handlers.ts'
import { stackOf } from './jobs/jobs.service.ts'
import type { LogEntry } from './ports.ts'

export interface DispatchDeps {
  readonly handlers: Handlers
  /** Closes what has run out before anything can show or use a stale status. */
  readonly beforeEach: (name: ProcedureName) => Promise<unknown>
  readonly context: () => CommandContext
  readonly newId: () => string
  readonly log: (entry: LogEntry) => void
  /** Also holds outputs against their schemas; on in tests. */
  readonly checkOutputs: boolean
}

export type Dispatch = (name: string, input: unknown) => Promise<Envelope>

const issuesOf = (error: z.ZodError): InputIssue[] =>
  error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message.slice(0, 200),
  }))

type AnyHandler = (context: CommandContext, input: Json) => Promise<Json>

/** Finds a procedure by its own name, checks what comes in, runs it, and answers in the one envelope. Never throws. */
export function createDispatch(deps: DispatchDeps): Dispatch {
  const run = async (name: string, input: unknown): Promise<Json> => {
    const procedure = procedureOf(name)
    if (!procedure) throw new AppError('NOT_FOUND', { what: 'procedure', id: name.slice(0, 100) })
    const parsed = procedure.input.safeParse(input)
    if (!parsed.success) throw new AppError('INVALID_INPUT', { issues: issuesOf(parsed.error) })
    await deps.beforeEach(name as ProcedureName)
    const handler = deps.handlers[name as ProcedureName] as unknown as AnyHandler
    const value = await handler(deps.context(), parsed.data)
    if (deps.checkOutputs) procedure.output.parse(value)
    return value
  }
  return async (name, input) => {
    try {
      return { ok: true, value: await run(name, input) }
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.toShape() }
      const reference = deps.newId()
      const kind = error instanceof Error ? error.name : 'unknown'
      deps.log({ level: 'error', code: 'PROCEDURE_FAILED', reference, name, kind, stack: stackOf(error) })
      return { ok: false, error: { code: 'INTERNAL', details: { reference } } }
    }
  }
}
