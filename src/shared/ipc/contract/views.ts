import { z } from 'zod'
import { command, query } from '../procedure.ts'
import { id, nothing, shortText } from '../values.ts'
import { TABS, filters, sort } from './deals.ts'

/** A list as somebody likes to look at it. `sort` and `columns` are null where the list's own hold. */
export const view = z.strictObject({
  id: id<'view'>(),
  name: shortText,
  tab: z.enum(TABS),
  filters,
  sort: sort.nullable(),
  columns: z.array(shortText).max(50).nullable(),
})
export type View = z.output<typeof view>

export const views = {
  /** All saved lists, by name. (CONTRACT, "Directory and company") */
  'views.list': query(nothing, z.strictObject({ rows: z.array(view) })),
  /** Saves a list under a name; with an id it takes the place of that one. Errors: NOT_FOUND. */
  'views.save': command(
    z.strictObject({
      id: view.shape.id.nullish(),
      name: shortText.refine((name) => name.trim() !== '', 'a saved list needs a name'),
      tab: view.shape.tab,
      filters: filters.default({}),
      sort: view.shape.sort.default(null),
      columns: view.shape.columns.default(null),
    }),
    view,
  ),
  /** Deletes a saved list. Errors: NOT_FOUND. */
  'views.delete': command(z.strictObject({ id: view.shape.id }), nothing),
}
