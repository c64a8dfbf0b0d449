import type { today } from '#shared/ipc/contract/today.ts'
import type { AwayRow } from '#shared/ipc/contract/today.ts'
import type { Core } from '../core.ts'
import type { Handlers } from '../handlers.ts'
import { happenedSince } from './away.repository.ts'
import { answersDue } from './needs.repository.ts'
import { dayOfWork } from './today.service.ts'
import { awaySince, look } from './visits.repository.ts'

const AWAY_ROWS = 20
const ON_AN_ICON = 5

type Away = Awaited<ReturnType<typeof happenedSince>>

/** The refused lines of an import can be fetched while the application keeps their file. */
async function withFilesThereAre({ imports }: Core, away: Away): Promise<Away> {
  const rows = away.rows.map(async (row): Promise<AwayRow> => {
    if (row.what !== 'import' || row.errorsFileId === null) return row
    return (await imports.isKept(row.errorsFileId)) ? row : { ...row, errorsFileId: null }
  })
  return { ...away, rows: await Promise.all(rows) }
}

export const todayHandlers: Handlers<keyof typeof today> = {
  'today.get': async (context, { limits = {} }) => ({
    ...(await dayOfWork(context, limits)),
    away: await withFilesThereAre(
      context.core,
      await happenedSince(context.db, await awaySince(context.db), AWAY_ROWS),
    ),
  }),
  'today.waiting': async ({ db, now, hold }) => {
    const { count, rows } = await answersDue(db, now, ON_AN_ICON)
    const first = rows.map(({ id, expiresAt }) => ({ dealId: id, expiresAt: expiresAt! }))
    return { count, first, now, hold: hold !== null }
  },
  'today.visit': (context) =>
    context.write(async ({ trx, db, now }) => ({ since: await look(trx, db, now) })),
}
