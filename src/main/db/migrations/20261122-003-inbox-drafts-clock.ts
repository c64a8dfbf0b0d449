import { type Kysely, sql } from 'kysely'

const STATEMENTS = [
  // ── What a person has not finished, and how they like to look at their deals ─────────────────
  // A draft may go at any time and nothing hangs on it: whatever was typed stands in it as it is.
  `CREATE TABLE drafts (
     id TEXT PRIMARY KEY,
     saved_at TEXT NOT NULL CHECK (length(saved_at) = 24),
     form TEXT NOT NULL CHECK (json_valid(form))
   ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX drafts_saved ON drafts (saved_at DESC)`,
  `CREATE TABLE saved_views (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL CHECK (name <> ''),
     saved_at TEXT NOT NULL CHECK (length(saved_at) = 24),
     view TEXT NOT NULL CHECK (json_valid(view))
   ) STRICT, WITHOUT ROWID`,

  // ── The inbox: ids and figures, never names; "key" says what a notification is about, so that none comes twice ──
  `CREATE TABLE notifications (
     id TEXT PRIMARY KEY,
     key TEXT NOT NULL UNIQUE,
     kind TEXT NOT NULL,
     at TEXT NOT NULL CHECK (length(at) = 24),
     deal_id TEXT,
     party_id TEXT,
     params TEXT NOT NULL CHECK (json_valid(params)),
     summary_id TEXT REFERENCES notifications (id),
     read_at TEXT CHECK (length(read_at) = 24)
   ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX notifications_shown ON notifications (at DESC, id DESC) WHERE summary_id IS NULL`,
  `CREATE INDEX notifications_unread ON notifications (at DESC, id DESC)
     WHERE summary_id IS NULL AND read_at IS NULL`,
  `CREATE INDEX notifications_deal ON notifications (deal_id) WHERE deal_id IS NOT NULL`,
  `CREATE INDEX notifications_summary ON notifications (summary_id, at DESC, id DESC)
     WHERE summary_id IS NOT NULL`,
  `CREATE TABLE inbox_state (
     only INTEGER PRIMARY KEY CHECK (only = 1),
     swept_at TEXT NOT NULL CHECK (length(swept_at) = 24)
   ) STRICT`,

  // ── What a day asks of a person: few rows of many deals, each kind in its order ───────────────
  `CREATE INDEX deals_open_by_close_date ON deals (close_date) WHERE status = 'accepted'`,
  `CREATE INDEX deals_open_by_stage_since ON deals (stage_since) WHERE status = 'accepted'`,
  `CREATE INDEX deals_action_required ON deals (state ->> '$.registration.reviewedAt')
     WHERE registration = 'action-required'`,
  `CREATE INDEX deal_parties_pending ON deal_parties (expires_at) WHERE status = 'pending'`,
  `CREATE TABLE finished_imports (
     batch_id TEXT PRIMARY KEY,
     at TEXT NOT NULL CHECK (length(at) = 24),
     name TEXT NOT NULL,
     created INTEGER NOT NULL,
     updated INTEGER NOT NULL,
     unchanged INTEGER NOT NULL,
     refused INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX finished_imports_at ON finished_imports (at DESC)`,

  // ── What the clock of this computer said (PROMISES 7) ─────────────────────────────────────────
  `CREATE TABLE clock_state (
     only INTEGER PRIMARY KEY CHECK (only = 1),
     high_water TEXT NOT NULL CHECK (length(high_water) = 24),
     last_wall TEXT NOT NULL CHECK (length(last_wall) = 24),
     hold_since TEXT CHECK (length(hold_since) = 24),
     hold_reason TEXT,
     CHECK ((hold_since IS NULL) = (hold_reason IS NULL))
   ) STRICT`,
  `CREATE TABLE clock_resets (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     at TEXT NOT NULL CHECK (length(at) = 24),
     high_water_before TEXT NOT NULL CHECK (length(high_water_before) = 24),
     hold_since TEXT NOT NULL CHECK (length(hold_since) = 24),
     hold_reason TEXT NOT NULL,
     last_event INTEGER NOT NULL,
     actor TEXT
   ) STRICT`,
  `CREATE TRIGGER clock_resets_never_change BEFORE UPDATE ON clock_resets
     BEGIN SELECT RAISE(ABORT, 'EVENT_LOG_IS_APPEND_ONLY'); END`,
  `CREATE TRIGGER clock_resets_never_go BEFORE DELETE ON clock_resets
     BEGIN SELECT RAISE(ABORT, 'EVENT_LOG_IS_APPEND_ONLY'); END`,
  `CREATE TABLE event_walls (
     event_id TEXT PRIMARY KEY REFERENCES deal_events (id),
     wall TEXT NOT NULL CHECK (length(wall) = 24)
   ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER event_walls_never_change BEFORE UPDATE ON event_walls
     BEGIN SELECT RAISE(ABORT, 'EVENT_LOG_IS_APPEND_ONLY'); END`,
  `CREATE TRIGGER event_walls_never_go BEFORE DELETE ON event_walls
     BEGIN SELECT RAISE(ABORT, 'EVENT_LOG_IS_APPEND_ONLY'); END`,
]

/** Drafts, saved lists, the inbox, the day, and what is known of the clock. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
