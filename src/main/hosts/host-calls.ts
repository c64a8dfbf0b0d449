import { AppError, type Envelope, type Json } from '#shared/errors.ts'
import { type HostHandlers, type HostProcedureName, hostContract } from '#shared/ipc/host-contract.ts'
import type { LogEntry } from '../core/ports.ts'

type AnyHandler = (input: Json) => Json | Promise<Json>

/** Answers what a host answers itself: checked in, checked out, in the one envelope. Never throws. */
export function createHostCalls(handlers: HostHandlers, log: (entry: LogEntry) => void) {
  const run = async (name: string, input: Json): Promise<Json> => {
    if (!Object.hasOwn(hostContract, name)) {
      throw new AppError('NOT_FOUND', { what: 'procedure', id: name.slice(0, 100) })
    }
    const procedure = hostContract[name as HostProcedureName]
    const parsed = procedure.input.safeParse(input)
    if (!parsed.success) {
      const issues = parsed.error.issues
        .slice(0, 50)
        .map(({ path, message }) => ({ path: path.map(String).join('.'), message: message.slice(0, 200) }))
      throw new AppError('INVALID_INPUT', { issues })
    }
    const handler = handlers[name as HostProcedureName] as unknown as AnyHandler
    return procedure.output.parse(await handler(parsed.data))
  }
  return async (name: string, input: Json): Promise<Envelope> => {
    try {
      return { ok: true, value: await run(name, input) }
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.toShape() }
      log({
        level: 'error',
        code: 'HOST_PROCEDURE_FAILED',
        name,
        kind: error instanceof Error ? error.name : 'unknown',
      })
      return { ok: false, error: { code: 'INTERNAL', details: { reference: name } } }
    }
  }
}
