import type { Contract, Output, Parsed, ProcedureName } from '#shared/ipc/contract.ts'
import type { CommandContext, QueryContext } from './context.ts'

/** A handler per procedure: queries get a view that cannot write, commands the way to a unit of work. */
export type Handlers<N extends ProcedureName = ProcedureName> = {
  readonly [K in N]: (
    context: Contract[K]['kind'] extends 'query' ? QueryContext : CommandContext,
    input: Parsed<K>,
  ) => Promise<Output<K>>
}
