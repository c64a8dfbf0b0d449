import { DAY_MS, type Instant, msOf } from '#shared/domain/time.ts'
import { type AnyStage, type Rung, markable, rungOf } from '#shared/domain/stages.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import type { Output } from '#shared/ipc/contract.ts'
import type { OpenInvitation, ReturnedRegistration } from '#shared/ipc/contract/today.ts'
import { TODAY_SECTIONS, type TodaySection } from '#shared/domain/today.ts'

/** One thing that needs the person. */
export interface TodayRow {
  /** The same as long as it is the same thing. */
  readonly key: string
  readonly section: TodaySection
  readonly deal: DealRow
  readonly party?: OpenInvitation['party']
  readonly returned?: Omit<ReturnedRegistration, 'deal'>
}

/** A section of the screen with what it shows and how much there is. */
export interface TodayList {
  readonly section: TodaySection
  readonly count: number
  readonly rows: readonly TodayRow[]
}

type Day = Output<'today.get'>

const rowsOf = (day: Day, section: TodaySection): TodayRow[] => {
  switch (section) {
    case 'invitations':
      return day.invitations.rows.map(({ deal, party }) => ({
        key: `${section}:${party.id}`,
        section,
        deal,
        party,
      }))
    case 'registrations':
      return day.registrations.rows.map(({ deal, ...returned }) => ({
        key: `${section}:${deal.id}`,
        section,
        deal,
        returned,
      }))
    default:
      return day[section].rows.map((deal) => ({ key: `${section}:${deal.id}`, section, deal }))
  }
}

/** The sections that hold something, in the order of the screen. */
export const todayLists = (day: Day): readonly TodayList[] =>
  TODAY_SECTIONS.map((section) => ({
    section,
    count: day[section].count,
    rows: rowsOf(day, section),
  })).filter(({ count }) => count > 0)

/** What runs out first of all, whosever answer it is; nothing where no clock runs. */
export function mostUrgent(day: Day, nowMs: number): (TodayRow & { readonly expiresAt: Instant }) | null {
  const running = [...rowsOf(day, 'answers'), ...rowsOf(day, 'invitations')].flatMap((row) => {
    const expiresAt = row.party?.expiresAt ?? row.deal.expiresAt
    return expiresAt !== null && msOf(expiresAt) > nowMs ? [{ ...row, expiresAt }] : []
  })
  return running.sort((a, b) => msOf(a.expiresAt) - msOf(b.expiresAt))[0] ?? null
}

/** Whole days in the stage a deal is in. */
export const daysInStage = ({ stageSince }: { readonly stageSince: Instant }, nowMs: number): number =>
  Math.floor((nowMs - msOf(stageSince)) / DAY_MS)

const familyOf = ({ type }: DealRow) => (type === 'solution-assessment' ? 'assessment' : 'standard')
const orderOf = (deal: DealRow): number => (deal.stage ? (rungOf(familyOf(deal), deal.stage)?.order ?? 0) : 0)

/** The stage a person would mark next; null at the last one. */
export const nextStageOf = (deal: DealRow): AnyStage | null => stagesAhead(deal)[0]?.stage ?? null

const stagesAhead = (deal: DealRow): readonly Rung[] =>
  markable(familyOf(deal)).filter(({ order }) => order > orderOf(deal))

/** Stages without which an assessment is not won (B3); none for other deals. */
export const missingToWin = (deal: DealRow): readonly AnyStage[] =>
  familyOf(deal) === 'assessment' ? stagesAhead(deal).map(({ stage }) => stage) : []
