import type { DealId } from '#shared/domain/ids.ts'
import { type CivilDate, type Instant, addCivilDays, addDays, instantFromMs } from '#shared/domain/time.ts'
import type { Output, Parsed } from '#shared/ipc/contract.ts'
import type { QueryContext } from '../context.ts'
import {
  answerDeadlines,
  answersDue,
  closingByDay,
  dealsInNeed,
  firstClosing,
  firstExpiring,
  openInvitations,
  overdueDeals,
  returnedRegistrations,
  stillDeals,
} from './needs.repository.ts'

const FIRST_ROWS = 20
const DAYS_AHEAD = 7

type Day = Omit<Output<'today.get'>, 'away'>
type Limits = NonNullable<Parsed<'today.get'>['limits']>

/** What needs the person now, and what the next days bring. */
export async function dayOfWork(context: QueryContext, limits: Limits): Promise<Day> {
  const { db, personal, now, today } = context
  const answers = await answersDue(db, now, limits.answers ?? FIRST_ROWS)
  const invitations = await openInvitations(db, now, limits.invitations ?? FIRST_ROWS)
  const registrations = await returnedRegistrations(db, personal, limits.registrations ?? FIRST_ROWS)
  const overdue = await overdueDeals(db, today, limits.overdue ?? FIRST_ROWS)
  const still = await stillDeals(db, now, limits.still ?? FIRST_ROWS)
  const sections = { answers, invitations, registrations, overdue, still }
  const needs = await dealsInNeed(db, now, today, {
    answers: answers.count,
    registrations: registrations.count,
    overdue: overdue.count,
  })
  return {
    today,
    needs,
    ...sections,
    days: await daysAhead(context),
    next: needs === 0 ? await firstToCome(context) : null,
  }
}

/** The days after today with what falls on each. */
async function daysAhead({ db, core, now, today }: QueryContext): Promise<Day['days']> {
  const days = Array.from({ length: DAYS_AHEAD }, (_, index) => addCivilDays(today, index + 1))
  const closing = await closingByDay(db, days[0]!, days.at(-1)!)
  const answers = new Map<CivilDate, number>()
  // A day of the calendar may be an hour longer than 24 hours; what lies beyond the last one is left out below.
  for (const deadline of await answerDeadlines(db, addDays(now, DAYS_AHEAD + 2))) {
    const day = core.ports.clock.dayOf(instantFromMs(deadline))
    answers.set(day, (answers.get(day) ?? 0) + 1)
  }
  return days.map((day) => ({ day, closing: closing.get(day) ?? 0, answers: answers.get(day) ?? 0 }))
}

/** What will need somebody first, while nothing does. */
async function firstToCome({ db, core, today }: QueryContext): Promise<Day['next']> {
  const closing = await firstClosing(db, today)
  const expiring = await firstExpiring(db)
  const expires = expiring && core.ports.clock.dayOf(expiring.expires_at as Instant)
  if (expires && (!closing || expires < closing.close_date)) {
    const { id, name, organization } = expiring
    return { kind: 'expires', dealId: id as DealId, name, organization, day: expires }
  }
  if (!closing) return null
  const { id, name, close_date } = closing
  return { kind: 'closes', dealId: id as DealId, name, organization: null, day: close_date as CivilDate }
}
