import type { z } from 'zod'
import { application } from './contract/application.ts'
import { company } from './contract/company.ts'
import { deals } from './contract/deals.ts'
import { directory } from './contract/directory.ts'
import { drafts } from './contract/drafts.ts'
import { exchange } from './contract/exchange.ts'
import { notifications } from './contract/notifications.ts'
import { reports } from './contract/reports.ts'
import { today } from './contract/today.ts'
import { views } from './contract/views.ts'

/**
 * The whole surface of the application, gathered from one file per noun. Handlers, client, dispatch, the fuzz corpus
 * and the contract tests are all derived from this object.
 */
export const contract = {
  ...application,
  ...company,
  ...deals,
  ...directory,
  ...drafts,
  ...exchange,
  ...notifications,
  ...reports,
  ...today,
  ...views,
}

export type Contract = typeof contract
export type ProcedureName = keyof Contract
/** What a caller passes. */
export type Input<N extends ProcedureName> = z.input<Contract[N]['input']>
/** What a handler gets: parsed, with defaults filled in. */
export type Parsed<N extends ProcedureName> = z.output<Contract[N]['input']>
/** What a handler gives and a caller gets. */
export type Output<N extends ProcedureName> = z.output<Contract[N]['output']>

/** Looks a procedure up by its own name only: "constructor" is nobody's procedure. */
export const procedureOf = (name: string): Contract[ProcedureName] | null =>
  Object.hasOwn(contract, name) ? contract[name as ProcedureName] : null
