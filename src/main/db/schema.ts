import type { Generated } from 'kysely'

/** Tables as the newest migration leaves them. Instants are ISO text, flags 0 or 1, `state` and `body` JSON. */
export interface Database {
  deals: DealsTable
  deal_events: DealEventsTable
  deal_parties: DealPartiesTable
  deal_solutions: DealSolutionsTable
  deal_search: DealSearchTable
  board_counters: BoardCountersTable
  people: PeopleTable
  texts: TextsTable
  customers: CustomersTable
  partners: PartnersTable
  solutions: SolutionsTable
  settings: SettingsTable
  drafts: DraftsTable
  saved_views: SavedViewsTable
  notifications: NotificationsTable
  inbox_state: InboxStateTable
  clock_state: ClockStateTable
  clock_resets: ClockResetsTable
  event_walls: EventWallsTable
  finished_imports: FinishedImportsTable
  import_open: ImportOpenTable
  import_changes: ImportChangesTable
}

/** Projection of the event log: one row a deal, written in the transaction of its events. */
export interface DealsTable {
  rowid: Generated<number>
  id: string
  version: number
  rulebook: string
  origin: string
  name: string
  type: string
  direction: string
  status: string
  stage: string | null
  percent: number
  family: string
  board_column: string | null
  value_amount: number
  value_currency: string
  close_date: string
  customer_id: string
  customer_name: string
  country: string
  sender: string | null
  microsoft: string | null
  partners: number
  pending_partners: number
  favorite: number
  expires_at: string | null
  /** The earliest instant at which this deal or a party of it expires: what the sweep looks for. */
  next_expiry: string | null
  registration: string | null
  campaign_id: string | null
  crm_id: string | null
  referral_id: string | null
  stage_since: string
  accepted_at: string | null
  closed_at: string | null
  created_at: string
  updated_at: string
  /** Sort key of "what needs me first". */
  attention: number
  /** The deal as the rules see it, personal data by reference. */
  state: string
}

/** The append-only log. `hash` chains every row to the one before (PROMISES F6). */
export interface DealEventsTable {
  seq: Generated<number>
  id: string
  deal_id: string
  deal_version: number
  kind: string
  at: string
  recorded_at: string
  actor: string | null
  origin: string
  rulebook: string
  command_id: string
  command: string
  body: string
  prev_hash: string
  hash: string
}

export interface DealPartiesTable {
  deal_id: string
  party_id: string
  kind: string
  organization: string
  status: string
  expires_at: string | null
}

export interface DealSolutionsTable {
  deal_id: string
  solution_id: string
}

/** FTS5 over words prepared by search-text.ts; `rowid` is that of the deal. */
export interface DealSearchTable {
  rowid: number
  name: string
  customer: string
  notes: string
  codes: string
}

export interface BoardCountersTable {
  family: string
  board_column: string
  currency: string
  deals: number
  amount: number
}

/** Personal data lives here and in `texts`, named by id from events and deals, so that it can be erased. */
export interface PeopleTable {
  id: string
  first_name: string
  last_name: string
  phone: string
  email: string
  /** When last named as a member of one of our teams, and on which deal; null for others' people. */
  team_at: string | null
  team_deal_id: string | null
}

export interface TextsTable {
  id: string
  text: string
}

export interface CustomersTable {
  id: string
  name: string
  name_key: string
  address_line1: string
  address_line2: string | null
  city: string
  city_key: string
  state: string | null
  postal_code: string | null
  country: string
  duns: string | null
  origin: string
}

export interface PartnersTable {
  id: string
  name: string
  name_key: string
  partner_id: string
  country: string
  contact: string | null
  origin: string
}

export interface SolutionsTable {
  id: string
  name: string
  name_key: string
  kind: string
  publisher: string | null
  external_id: string | null
  incentive: string | null
  origin: string
}

export interface SettingsTable {
  key: string
  value: string
}

/** Deals somebody is still writing: `form` is what was typed, personal data in it as it is. */
export interface DraftsTable {
  id: string
  saved_at: string
  form: string
}

export interface SavedViewsTable {
  id: string
  name: string
  saved_at: string
  view: string
}

/** The inbox: ids and figures only. `key` makes each unique; `summary_id` names the summary that told it instead. */
export interface NotificationsTable {
  id: string
  key: string
  kind: string
  at: string
  deal_id: string | null
  party_id: string | null
  params: string
  summary_id: string | null
  read_at: string | null
}

/** One row: when the clocks were last looked at from start to finish, and the inbox was up to date. */
export interface InboxStateTable {
  only: 1
  swept_at: string
}

/** One row: the latest instant known, what the clock last said, and since when it is doubted. */
export interface ClockStateTable {
  only: 1
  high_water: string
  last_wall: string
  hold_since: string | null
  hold_reason: string | null
}

/** Every time a person confirmed the date against a doubted clock. Append-only. */
export interface ClockResetsTable {
  seq: Generated<number>
  at: string
  high_water_before: string
  hold_since: string
  hold_reason: string
  /** The newest event then: those up to it may be dated in a wrong future. */
  last_event: number
  actor: string | null
}

/** What the computer's clock said when an event was recorded, where that was not the time the event carries. */
export interface EventWallsTable {
  event_id: string
  wall: string
}

/** What a file brought, once an import is through: rows of the file by what became of them. */
export interface FinishedImportsTable {
  batch_id: string
  at: string
  name: string
  created: number
  updated: number
  unchanged: number
  refused: number
  /** Where the log ended before it: no earlier event can name what it brought. */
  after_event: Generated<number>
  /** The refused lines, for as long as files are kept. */
  errors_file_id: string | null
  undone_at: string | null
}

/** One row while an import writes: triggers note under its batch what it does to the directory. */
export interface ImportOpenTable {
  only: 1
  batch_id: string
}

/** An entry of the directory before an import (null: it was new) and after it, as JSON of its columns. */
export interface ImportChangesTable {
  batch_id: string
  entry_table: string
  entry_id: string
  before: string | null
  after: string
}
