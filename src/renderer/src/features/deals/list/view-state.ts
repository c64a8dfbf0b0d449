import type { Input } from '#shared/ipc/contract.ts'
import { type ColumnKey, knownColumns } from './columns.ts'
import { type ListState, type ListTab, USUAL_SORT, type View } from './lists.store.ts'

/** What a view decides of a list. */
export type Shown = Pick<ListState, 'filters' | 'sort' | 'columns'>

/** What a saved view shows; null: the list itself, whole and in its own columns. */
export const shownBy = (view: View | null, own: readonly ColumnKey[] | null): Shown =>
  view
    ? { filters: view.filters, sort: view.sort ?? USUAL_SORT, columns: knownColumns(view.columns) ?? own }
    : { filters: {}, sort: USUAL_SORT, columns: own }

/** The same for equal filters, in whatever order they were chosen. */
const ordered = (filters: Shown['filters']): string =>
  JSON.stringify(
    Object.entries(filters)
      .map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** Whether two lists show something else, or otherwise. */
export const differs = (a: Shown, b: Shown): boolean =>
  ordered(a.filters) !== ordered(b.filters) ||
  a.sort.by !== b.sort.by ||
  a.sort.direction !== b.sort.direction ||
  JSON.stringify(a.columns) !== JSON.stringify(b.columns)

/** What is kept of a list under a name. */
export const viewOf = (tab: ListTab, { filters, sort, columns }: Shown, name: string): Input<'views.save'> =>
  ({
    name,
    tab,
    filters,
    sort: differs({ filters, sort, columns }, { filters, sort: USUAL_SORT, columns }) ? sort : null,
    columns,
  }) as Input<'views.save'>
