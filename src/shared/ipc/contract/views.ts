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

/**
 * How a person left a list: the saved list they had chosen (null: none), and what they saw, saved or not. `own` are the
 * columns the list has where no saved one says otherwise.
 */
export const leftList = z.strictObject({
  tab: view.shape.tab,
  viewId: view.shape.id.nullable(),
  filters,
  sort: sort.nullable(),
  columns: view.shape.columns,
  own: view.shape.columns,
})
export type LeftList = z.output<typeof leftList>

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
  /** How each list was left; lists nobody changed are not among them. A saved list that is gone is not named. */
  'views.left': query(nothing, z.strictObject({ rows: z.array(leftList) })),
  /** Remembers how a list was left, for the next start as well. Not announced: it is nobody else's concern. */
  'views.leave': command(leftList, nothing),
}
