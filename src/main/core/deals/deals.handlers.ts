import { notFound } from '#shared/errors.ts'
import type { deals } from '#shared/ipc/contract/deals.ts'
import type { Handlers } from '../handlers.ts'
import { isImport } from '../imports/undo/batch.ts'
import { undoImport } from '../imports/undo/undo-import.ts'
import { UNWATCHED } from '../jobs/job-control.ts'
import { activity } from './activity.repository.ts'
import { board, boardCards } from './board.repository.ts'
import { bulk } from './bulk.service.ts'
import { dealView } from './deal-view.ts'
import { actionsOf, check, dealOf, execute } from './deals.service.ts'
import { twinsOf, twinsOfWritten } from './duplicates.repository.ts'
import { listCount, listPage, listTotals } from './lists.repository.ts'
import { searchDeals } from './search.repository.ts'
import { dealAsOf, timelineOf } from './timeline.ts'
import { undo } from './undo.service.ts'
import { unratedDeals } from './unrated.repository.ts'
import { valuesOf } from './values.repository.ts'

const PAGE = 100
const CARDS = 50
const HITS = 20
const VALUES = 100

export const dealsHandlers: Handlers<keyof typeof deals> = {
  'deals.execute': (context, { dealId, expectedVersion, command }) =>
    context.write(async (unit) => {
      const { deal, events } = await execute(unit, dealId, expectedVersion, command)
      return { deal: await dealView(unit.db, unit.personal, deal), events }
    }),
  'deals.bulk': async (context, { dryRun, ...order }) => {
    const { refused, ...rest } = await bulk(context, order, dryRun)
    return { ...rest, refused: refused as never }
  },
  'deals.undo': async (context, order) => {
    if ('batchId' in order && (await isImport(context.db, order.batchId))) {
      const { verdicts } = await context.write((unit) => undoImport(unit, order.batchId, UNWATCHED))
      const { leave, back, stay } = verdicts
      return { undone: leave.length + back.length, refused: stay as never, redo: null }
    }
    const { undone, refused, redo } = await context.write((unit) => undo(unit, order))
    return { undone, refused: refused as never, redo }
  },
  'deals.check': async (context, { dealId, command }) => {
    const reasons = await check(context, dealId, command)
    return { allowed: reasons.length === 0, reasons: [...reasons] as never }
  },
  'deals.actions': async (context, { dealId }) => ({
    actions: (await actionsOf(context, dealId)) as never,
  }),
  'deals.get': async (context, { dealId, asOf }) => {
    if (asOf === undefined) return dealView(context.db, context.personal, await dealOf(context, dealId))
    const deal = await dealAsOf(context.db, context.personal, dealId, asOf)
    if (!deal) throw notFound('deal', dealId)
    return dealView(context.db, context.personal, deal)
  },
  'deals.list': async (context, { tab, filters, sort, cursor, limit = PAGE }) => {
    const query = { tab, filters, sort }
    const page = await listPage(context.db, query, context, { cursor, limit })
    return { ...page, count: await listCount(context.db, query, context) }
  },
  'deals.totals': (context, query) => listTotals(context.db, query, context),
  'deals.unrated': async (context, query) => ({ rows: await unratedDeals(context, query) }),
  'deals.values': async ({ db }, { limit = VALUES, ...query }) => ({
    rows: await valuesOf(db, query, limit),
  }),
  'deals.board': async (context, { perColumn = CARDS, column, cursor, asOf, ...query }) => {
    const { db } = context
    if (asOf !== undefined && asOf < context.now) {
      const { pastBoard } = await import('./past-board.ts')
      return { columns: await pastBoard(context, query, asOf, { column, cursor, limit: perColumn }) }
    }
    if (column === undefined) return { columns: await board(db, query, context, perColumn) }
    const cards = await boardCards(db, query, column, context, { cursor, limit: perColumn })
    return { columns: [{ key: column, count: 0, counts: [], totals: [], weighted: [], ...cards }] }
  },
  'deals.activity': async (context) => ({ rows: await activity(context) }),
  'deals.timeline': (context, { dealId, cursor, limit = PAGE, part }) =>
    timelineOf(context, dealId, { cursor, limit, part }),
  'deals.search': async ({ db, personal }, { text, limit = HITS }) => ({
    rows: await searchDeals(db, personal, text, limit),
  }),
  'deals.duplicates': async (context, { openOnly, ...input }) => ({
    rows:
      'dealId' in input
        ? await twinsOf(context.db, await dealOf(context, input.dealId), openOnly)
        : await twinsOfWritten(context.db, input.deal, { except: input.except ?? [], openOnly }),
  }),
}
