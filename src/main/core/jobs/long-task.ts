import type { BatchId, DealId, FileId, ImportId } from '#shared/domain/ids.ts'
import type { Direction } from '#shared/domain/deal.ts'
import type { ColumnMapping, DirectoryFormat, TableEncoding } from '#shared/domain/directory-tables.ts'
import type { Locale } from '#shared/domain/settings.ts'
import type { CivilDate, Instant } from '#shared/domain/time.ts'
import type { Filters } from '#shared/ipc/contract/deals.ts'
import type { ExportFormat, PartnerCenterFormat } from '#shared/ipc/contract/exchange.ts'
import type { ExportColumn } from '#shared/domain/export-columns.ts'
import type { Sort } from '../deals/lists.repository.ts'
import type { Tab } from '../deals/filters.ts'

/** Which deals an export takes: some by id, or everything a list shows, in its order. */
export type Selection =
  | { readonly ids: readonly DealId[] }
  | { readonly tab: Tab; readonly filters?: Filters | undefined; readonly sort?: Sort | undefined }

/** Work that reads the database and may take long: it runs beside the engine. Plain data, it crosses threads. */
export type LongTask =
  | {
      readonly kind: 'export'
      readonly format: ExportFormat
      readonly selection: Selection
      /** Of a table; files of Partner Center have their own. */
      readonly columns: readonly ExportColumn[]
      readonly personalData: boolean
      readonly locale: Locale
      readonly now: Instant
      readonly today: CivilDate
    }
  | {
      readonly kind: 'preview-partner-center'
      readonly format: PartnerCenterFormat
      readonly importId: ImportId
      readonly fileId: FileId
      readonly direction: Direction
      /** Of the reasons in the errors file. */
      readonly locale: Locale
      readonly now: Instant
      readonly today: CivilDate
    }
  | {
      readonly kind: 'preview-directory'
      readonly format: DirectoryFormat
      readonly importId: ImportId
      readonly fileId: FileId
      /** What somebody said of the columns; null where the proposed mapping counts. */
      readonly mapping: ColumnMapping | null
      readonly encoding: TableEncoding
      readonly locale: Locale
    }

/** What a previewed import carries over to its commit. */
export interface StagedImport {
  readonly importId: ImportId
  readonly batchId: BatchId
  readonly name: string
  readonly direction: Direction
}
