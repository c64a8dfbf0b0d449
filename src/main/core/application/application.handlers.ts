import type { Instant } from '#shared/domain/time.ts'
import type { application } from '#shared/ipc/contract/application.ts'
import { RULEBOOK } from '#shared/rules/rulebook.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { schemaVersion } from '../../db/migrate.ts'
import { clockView, confirmClock, mustKnowTheDay } from '../clock/clock.service.ts'
import type { Handlers } from '../handlers.ts'
import { unreadCount } from '../notifications/notifications.repository.ts'
import { clearSample, loadSample } from '../sample/sample.service.ts'

async function countsOf(db: ReadExecutor) {
  const rows = await db
    .selectFrom('deals')
    .select((build) => ['status', build.fn.countAll<number>().as('deals')])
    .groupBy('status')
    .execute()
  const of = (status: string) => rows.find((row) => row.status === status)?.deals ?? 0
  const deals = rows.reduce((sum, row) => sum + row.deals, 0)
  const favorites = await db
    .selectFrom('deals')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('favorite', '=', 1)
    .executeTakeFirstOrThrow()
  const sample = await db
    .selectFrom('deals')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('origin', '=', 'sample')
    .executeTakeFirstOrThrow()
  return {
    deals,
    received: of('received'),
    active: of('accepted'),
    closed: deals - of('received') - of('accepted'),
    favorites: favorites.count,
    sample: sample.count,
  }
}

export const applicationHandlers: Handlers<keyof typeof application> = {
  'app.info': async ({ core, db, ...reading }) => {
    const last = await db
      .selectFrom('deal_events')
      .select(['seq', 'recorded_at'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    const { kind, version, commit = null, runtime = [], capabilities } = core.ports.host
    return {
      name: 'Tandem',
      version,
      commit,
      runtime: [...runtime],
      rulebook: RULEBOOK,
      schemaVersion: schemaVersion(core.reader),
      host: kind,
      capabilities: [...capabilities],
      clock: clockView(reading, core.ports.clock),
      counts: { ...(await countsOf(db)), events: last?.seq ?? 0, unread: await unreadCount(db) },
      savedAt: (last?.recorded_at ?? null) as Instant | null,
    }
  },
  'app.confirm-clock': async (context, { today }) => {
    const expiredMeanwhile = await confirmClock(context, today)
    const { clock, ports } = context.core
    return { clock: clockView(clock.read(), ports.clock), expiredMeanwhile }
  },
  'sample.load': (context) => {
    mustKnowTheDay(context.hold)
    return context.write(async (unit) => ({ deals: await loadSample(unit) }))
  },
  'sample.clear': (context) => context.write(async (unit) => ({ deals: await clearSample(unit) })),
}
