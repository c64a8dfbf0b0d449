import { z } from 'zod'
import { CLOSE_PERIODS } from '#shared/domain/close-period.ts'
import { COMMAND_KINDS } from '#shared/domain/command.ts'
import { DEAL_TYPES, STATUSES } from '#shared/domain/deal.ts'
import { TIMELINE_PARTS } from '#shared/domain/event-parts.ts'
import { LIKENESS_REASONS } from '#shared/domain/likeness.ts'
import { BOARD_COLUMNS, FAMILIES } from '#shared/domain/stages.ts'
import { command, query } from '../procedure.ts'
import {
  amount,
  civilDate,
  country,
  currency,
  cursor,
  id,
  instant,
  limit,
  money,
  refusal,
  shortText,
  stage,
} from '../values.ts'
import { dealCommand } from './commands.ts'
import { deal, dealRow, partyStatus, registrationState, timelineEntry } from './deal-views.ts'

export const TABS = ['inbound', 'outbound', 'favorites', 'all'] as const

/** Columns a list can be sorted by. `attention`: least time left, then stages from the top, then closed, newest first. */
export const SORT_KEYS = [
  'attention',
  'name',
  'customerName',
  'status',
  'type',
  'stage',
  'value',
  'closeDate',
  'country',
  'createdAt',
  'updatedAt',
] as const

/**
 * What narrows a list or a board (CONTRACT Filters). `minAmount` counts in minor units of `currency`. `minHome` counts
 * in minor units of the home currency: deals of any currency that has a rate, worth at least that by the rate of today.
 * `closing` is a stretch of close dates that moves with the calendar; overdue are only deals that still run.
 */
export const filters = z.strictObject({
  types: z.array(z.enum(DEAL_TYPES)).optional(),
  statuses: z.array(z.enum(STATUSES)).optional(),
  stages: z.array(stage).optional(),
  countries: z.array(country).max(50).optional(),
  solutionIds: z.array(id<'solution'>()).max(50).optional(),
  customerIds: z.array(id<'customer'>()).max(50).optional(),
  campaignId: shortText.optional(),
  currency: currency.optional(),
  minAmount: amount.optional(),
  minHome: amount.optional(),
  closeFrom: civilDate.optional(),
  closeTo: civilDate.optional(),
  closing: z.enum(CLOSE_PERIODS).optional(),
  registration: registrationState.optional(),
  microsoft: z.union([partyStatus, z.literal('none')]).optional(),
  expiringWithinDays: z.int().min(0).max(3650).optional(),
  text: shortText.optional(),
})
export type Filters = z.output<typeof filters>

/** A deal that looks like another: why, the strongest reason first, and how many days apart the two close. */
export const dealTwin = z.strictObject({
  deal: dealRow,
  reasons: z.array(z.enum(LIKENESS_REASONS)),
  daysApart: z.int().nullable(),
})
export type DealTwin = z.output<typeof dealTwin>

/** Fields of which the values in use can be asked. */
export const VALUE_FIELDS = ['country', 'customer', 'solution', 'campaign', 'currency'] as const

const selection = { tab: z.enum(TABS), filters: filters.optional() }
export const sort = z.strictObject({ by: z.enum(SORT_KEYS), direction: z.enum(['asc', 'desc']) })
const boardKey = z.enum([...new Set([...BOARD_COLUMNS.standard, ...BOARD_COLUMNS.assessment])])

/** `counts`: how many deals each of the totals counts, in their order. */
export const boardColumn = z.strictObject({
  key: boardKey,
  count: z.int(),
  counts: z.array(z.int()),
  totals: z.array(money),
  weighted: z.array(money),
  rows: z.array(dealRow),
  nextCursor: cursor.nullable(),
})
export type BoardColumnView = z.output<typeof boardColumn>

export const verdict = z.strictObject({
  action: z.enum(COMMAND_KINDS),
  target: z.string().nullable(),
  allowed: z.boolean(),
  reasons: z.array(refusal),
})
export type VerdictView = z.output<typeof verdict>

export const deals = {
  /** Carries out one command. Errors: REFUSED, CONFLICT, NOT_FOUND, INVALID_INPUT. (CONTRACT Deals) */
  'deals.execute': command(
    z.strictObject({
      dealId: id<'deal'>().nullable(),
      expectedVersion: z.int().nullable(),
      command: dealCommand,
    }),
    z.strictObject({ deal, events: z.array(id<'event'>()) }),
  ),
  /**
   * Carries out one command on many deals in one transaction: what `deals.execute` would refuse is left alone and listed
   * with all its reasons, the others go through. `dryRun` only says what would come of it. `batchId` names what was done
   * in the origin of its events; null where nothing was. `overwrites`, where a campaign ID is set: how many of those
   * allowed have another one until then. Errors: NOT_FOUND naming the first unknown id, INVALID_INPUT
   * for more than 10,000 deals and for commands that begin a deal or aim at one party. With an error nothing happens.
   */
  'deals.bulk': command(
    z.strictObject({
      selection: z.union([z.strictObject({ ids: z.array(id<'deal'>()) }), z.strictObject(selection)]),
      command: dealCommand,
      dryRun: z.boolean(),
    }),
    z.strictObject({
      batchId: id<'batch'>().nullable(),
      allowed: z.int(),
      refused: z.array(z.strictObject({ dealId: id<'deal'>(), reasons: z.array(refusal) })),
      overwrites: z.int().optional(),
    }),
  ),
  /**
   * Takes back one event, or everything one `deals.bulk` did (`batchId`, newest first on each deal), by events of its
   * own; what a person began and nothing else happened to leaves again. So it does for the batch of an import, with the
   * deals and directory entries its file brought (see `imports.undo`), which nothing brings back but the file. A deal of which anything cannot be taken back
   * is left alone and listed with its reasons: what ends a deal or another party's part never can (B4, P6), and the
   * rest only while nobody changed it again. `undone` counts deals; `redo` is the input that brings it all back, null
   * where nothing can. Errors: NOT_FOUND for an unknown event or batch, CLOCK_UNCERTAIN where a clock would run again
   * while ours is doubted. (CONTRACT Deals)
   */
  'deals.undo': command(
    z.union([z.strictObject({ eventId: id<'event'>() }), z.strictObject({ batchId: id<'batch'>() })]),
    z.strictObject({
      undone: z.int(),
      refused: z.array(z.strictObject({ dealId: id<'deal'>(), reasons: z.array(refusal) })),
      redo: z
        .union([z.strictObject({ eventId: id<'event'>() }), z.strictObject({ batchId: id<'batch'>() })])
        .nullable(),
    }),
  ),
  /** The verdict `deals.execute` would give, without doing anything. Errors: NOT_FOUND, INVALID_INPUT. */
  'deals.check': query(
    z.strictObject({ dealId: id<'deal'>().nullable(), command: dealCommand }),
    z.strictObject({ allowed: z.boolean(), reasons: z.array(refusal) }),
  ),
  /** Every action of a deal, allowed or blocked with all its reasons. Errors: NOT_FOUND. */
  'deals.actions': query(
    z.strictObject({ dealId: id<'deal'>() }),
    z.strictObject({ actions: z.array(verdict) }),
  ),
  /** One deal, now or as it was at an instant. Errors: NOT_FOUND (also when it did not exist then). */
  'deals.get': query(z.strictObject({ dealId: id<'deal'>(), asOf: instant.optional() }), deal),
  /** One page of a list, any sort, with the number of matches counted up to 10,000. Errors: INVALID_INPUT. */
  'deals.list': query(
    z.strictObject({
      ...selection,
      sort: sort.optional(),
      cursor: cursor.optional(),
      limit: limit.optional(),
    }),
    z.strictObject({
      rows: z.array(dealRow),
      nextCursor: cursor.nullable(),
      count: z.strictObject({ value: z.int(), capped: z.boolean() }),
    }),
  ),
  /** Sum per currency of everything a list shows, counted in full. */
  'deals.totals': query(
    z.strictObject(selection),
    z.strictObject({ count: z.int(), totals: z.array(money) }),
  ),
  /**
   * The deals `minHome` leaves out because their currency has no rate today, per currency, the most first: of those all
   * other filters find, and with `board` of those that board shows, now or `asOf` an instant. Empty without `minHome`.
   */
  'deals.unrated': query(
    z.strictObject({
      ...selection,
      board: z
        .strictObject({
          family: z.enum(FAMILIES),
          closedSince: civilDate.optional(),
          asOf: instant.optional(),
        })
        .optional(),
    }),
    z.strictObject({ rows: z.array(z.strictObject({ currency, deals: z.int() })) }),
  ),
  /**
   * The values a field has among the deals of a tab, the most frequent first, with the number of deals: what a filter
   * offers. `text` keeps those whose label holds all its words; `values` asks for the labels of exactly these. Labels are
   * names of customers and solutions, else the value itself.
   */
  'deals.values': query(
    z.strictObject({
      tab: z.enum(TABS),
      field: z.enum(VALUE_FIELDS),
      text: shortText.optional(),
      values: z.array(shortText).max(50).optional(),
      limit: limit.optional(),
    }),
    z.strictObject({
      rows: z.array(z.strictObject({ value: z.string(), label: z.string(), deals: z.int() })),
    }),
  ),
  /**
   * The board of one ladder, counts and sums from maintained counters. `column` with `cursor` asks for the next
   * cards of one column; `closedSince` narrows won and lost. `asOf`: the board as it was at that instant, from the event
   * log; deals taken back since are on it, and words of `filters.text` are those of today. Errors: INVALID_INPUT.
   */
  'deals.board': query(
    z.strictObject({
      family: z.enum(FAMILIES),
      filters: filters.optional(),
      perColumn: z.int().min(0).max(200).optional(),
      column: boardKey.optional(),
      cursor: cursor.optional(),
      closedSince: civilDate.optional(),
      asOf: instant.optional(),
    }),
    z.strictObject({ columns: z.array(boardColumn) }),
  ),
  /**
   * On which days something happened to deals, and how many events: the calendar days of where the person is, oldest
   * first, at most ten years back. Days without an event are left out; empty where there is no history.
   */
  'deals.activity': query(
    z.strictObject({}),
    z.strictObject({ rows: z.array(z.strictObject({ day: civilDate, events: z.int() })) }),
  ),
  /** The history of a deal, newest first; `part`: only what is about that. Errors: NOT_FOUND, INVALID_INPUT. */
  'deals.timeline': query(
    z.strictObject({
      dealId: id<'deal'>(),
      cursor: cursor.optional(),
      limit: limit.optional(),
      part: z.enum(TIMELINE_PARTS).optional(),
    }),
    z.strictObject({ rows: z.array(timelineEntry), nextCursor: cursor.nullable() }),
  ),
  /** Deals whose name, customer, notes, CRM ID, campaign or referral ID match all words, also parts of Chinese ones. */
  'deals.search': query(
    z.strictObject({ text: shortText, limit: limit.optional() }),
    z.strictObject({
      rows: z.array(
        z.strictObject({
          deal: dealRow,
          matches: z.array(z.strictObject({ field: z.string(), snippet: z.string() })),
        }),
      ),
    }),
  ),
  /**
   * Deals that look like one we have, or like one being written (`deal`, as far as it is known; `except` names those
   * that are meant to be alike), the likeliest first, at most five. Deals that came to nothing do not count; `openOnly`:
   * nor do those that were won. A warning, never a refusal. Errors: NOT_FOUND.
   */
  'deals.duplicates': query(
    z.union([
      z.strictObject({ dealId: id<'deal'>(), openOnly: z.boolean().optional() }),
      z.strictObject({
        deal: z.strictObject({
          name: shortText,
          customer: z
            .union([
              z.strictObject({ id: id<'customer'>() }),
              z.strictObject({ name: shortText, country, duns: shortText.nullable() }),
            ])
            .nullable(),
          value: money.nullable(),
          closeDate: civilDate.nullable(),
          crmId: shortText.nullable(),
        }),
        except: z.array(id<'deal'>()).max(50).optional(),
        openOnly: z.boolean().optional(),
      }),
    ]),
    z.strictObject({ rows: z.array(dealTwin) }),
  ),
}
