import type { BatchId, DealId, FileId, ImportId } from '#shared/domain/ids.ts'
import type { Direction } from '#shared/domain/deal.ts'
import type { ColumnMapping, DirectoryFormat, TableEncoding } from '#shared/domain/directory-tables.ts'
import type { Locale } from '#shared/domain/settings.ts'
import type { CivilDate, Instant } from '#shared/domain/time.ts'
import type { Filters } from '#shared/ipc/contract/deals.ts'
import type { PartnerCenterFormat, TableFormat } from '#shared/ipc/contract/exchange.ts'
import type { ExportColumn } from '#shared/domain/export-columns.ts'
import type { Sort } from '../deals/lists.repository.ts'
import type { Tab } from '../deals/filters.ts'
import type { Moment } from '../context.ts'
import type { PaperTask } from '../paper/paper-task.ts'
import type { Connection } from '../../db/connection.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { FileStore } from '../files/file-store.ts'
import type { FontBook } from '../paper/fonts.ts'
import type { Clock } from '../ports.ts'

/** Which deals an export takes: some by id, or everything a list shows, in its order. */
export type Selection =
  | { readonly ids: readonly DealId[] }
  | { readonly tab: Tab; readonly filters?: Filters | undefined; readonly sort?: Sort | undefined }

/** How a previewed file is carried out, by what it holds. */
export type CarryOut =
  | { readonly kind: 'partner-center'; readonly direction: Direction }
  | {
      readonly kind: 'directory'
      readonly format: DirectoryFormat
      readonly columns: readonly string[]
      readonly mapping: ColumnMapping
    }

/** Work that may take long: it runs beside the engine. Plain data, it crosses threads. */
export type LongTask =
  | {
      readonly kind: 'export'
      readonly format: TableFormat
      readonly selection: Selection
      /** Of a table; files of Partner Center have their own. */
      readonly columns: readonly ExportColumn[]
      readonly personalData: boolean
      /** What the file is named after; null: the kind of list it is. */
      readonly title: string | null
      readonly locale: Locale
      readonly now: Instant
      readonly today: CivilDate
    }
  | PaperTask
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
  | {
      readonly kind: 'commit-import'
      readonly name: string
      readonly stagedFileId: FileId
      readonly errorsFileId: FileId | null
      readonly batchId: BatchId
      readonly how: CarryOut
      /** Rows refused while reading, so that the result counts the whole file. */
      readonly unreadable: number
      readonly total: number
      readonly moment: Moment
    }
  | { readonly kind: 'undo-import'; readonly batchId: BatchId; readonly moment: Moment }

/** What a previewed import carries over to its commit. */
export interface StagedImport {
  readonly importId: ImportId
  readonly batchId: BatchId
  readonly name: string
  readonly direction: Direction
}

/** What long work may use: connections of its own and the folder of files. */
export interface LongTaskDeps {
  readonly db: ReadExecutor
  /** The connection that writes, opened when it is first needed. Only for a task that has the writing turn. */
  readonly writer: () => Promise<Connection>
  readonly files: FileStore
  readonly newId: () => string
  /** Lets messages of this thread have their turn. */
  readonly breathe: () => Promise<void>
  /** Which day it is where the person is. */
  readonly clock: Pick<Clock, 'dayOf'>
  readonly fonts: FontBook
}
