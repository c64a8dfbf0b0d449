import type { SolutionKind } from '#shared/domain/company.ts'
import type { DealType, Direction, HelpType, PartyStatus, Reason, Status } from '#shared/domain/deal.ts'
import type { RegistrationState } from '#shared/domain/registration.ts'
import type { Locale } from '#shared/domain/settings.ts'
import type { AnyStage } from '#shared/domain/stages.ts'
import type { ExportColumn } from '#shared/domain/export-columns.ts'
import { en } from './en.ts'
import { zhCN } from './zh-cn.ts'

/** Words for the values of the domain, the same on screens and in files. A value without a word does not compile. */
export interface Labels {
  readonly yes: string
  readonly no: string
  readonly status: Record<Status, string>
  readonly partyStatus: Record<PartyStatus, string>
  readonly type: Record<DealType, string>
  /** Where space is short: on cards and in tables. */
  readonly typeShort: Record<DealType, string>
  readonly direction: Record<Direction, string>
  readonly stage: Record<AnyStage, string>
  readonly help: Record<HelpType, string>
  readonly reason: Record<Reason, string>
  readonly solutionKind: Record<SolutionKind, string>
  readonly registration: Record<RegistrationState, string>
  /** Of a workbook: its two sheets, and the columns of the second that the first has not. */
  readonly sheet: {
    readonly deals: string
    readonly totals: string
    readonly count: string
    readonly value: string
  }
  readonly column: Record<ExportColumn, string>
}

/** The labels of each language. */
export const LABELS: Record<Locale, Labels> = { en, 'zh-CN': zhCN }
