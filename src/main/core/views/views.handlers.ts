import type { ViewId } from '#shared/domain/ids.ts'
import { notFound } from '#shared/errors.ts'
import type { views } from '#shared/ipc/contract/views.ts'
import type { Handlers } from '../handlers.ts'
import { deleteView, leaveList, leftLists, listViews, saveView, viewExists } from './views.repository.ts'

export const viewsHandlers: Handlers<keyof typeof views> = {
  'views.list': async ({ db }) => ({ rows: await listViews(db) }),
  'views.save': (context, { id, ...rest }) =>
    context.write(async (unit) => {
      if (id && !(await viewExists(unit.db, id))) throw notFound('view', id)
      const saved = { ...rest, name: rest.name.trim(), id: id ?? (context.core.ports.newId() as ViewId) }
      await saveView(unit.trx, saved, unit.now)
      unit.announce({ name: 'views.changed', payload: {} })
      return saved
    }),
  'views.delete': (context, { id }) =>
    context.write(async (unit) => {
      if (!(await deleteView(unit.trx, id))) throw notFound('view', id)
      unit.announce({ name: 'views.changed', payload: {} })
      return {}
    }),
  'views.left': async ({ db }) => ({ rows: await leftLists(db) }),
  'views.leave': (context, left) =>
    context.write(async (unit) => {
      await leaveList(unit.trx, left)
      return {}
    }),
}
