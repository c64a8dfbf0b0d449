import type { today } from '#shared/ipc/contract/today.ts'
import type { Handlers } from '../handlers.ts'
import { happenedSince } from './away.repository.ts'
import { dayOfWork } from './today.service.ts'
import { awaySince, look } from './visits.repository.ts'

const AWAY_ROWS = 20

export const todayHandlers: Handlers<keyof typeof today> = {
  'today.get': async (context, { limits = {} }) => ({
    ...(await dayOfWork(context, limits)),
    away: await happenedSince(context.db, await awaySince(context.db), AWAY_ROWS),
  }),
  'today.visit': (context) =>
    context.write(async ({ trx, db, now }) => ({ since: await look(trx, db, now) })),
}
