import { type Kysely, sql } from 'kysely'

const STATEMENTS = [
  // ── Personal data, apart from everything that must never change ──────────────────────────────
  `CREATE TABLE people (
     id TEXT PRIMARY KEY,
     first_name TEXT NOT NULL,
     last_name TEXT NOT NULL,
     phone TEXT NOT NULL,
     email TEXT NOT NULL,
     team_at TEXT,
     team_deal_id TEXT,
     UNIQUE (email, last_name, first_name, phone)
   ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX people_team ON people (team_at DESC) WHERE team_at IS NOT NULL`,
  `CREATE TABLE texts (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID`,

  // ── Directory ─────────────────────────────────────────────────────────────────────────────────
  `CREATE TABLE customers (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL CHECK (name <> ''),
     name_key TEXT NOT NULL,
     address_line1 TEXT NOT NULL,
     address_line2 TEXT,
     city TEXT NOT NULL,
     city_key TEXT NOT NULL,
     state TEXT,
     postal_code TEXT,
     country TEXT NOT NULL CHECK (length(country) = 2),
     duns TEXT CHECK (duns IS NULL OR (length(duns) = 9 AND duns NOT GLOB '*[^0-9]*')),
     origin TEXT NOT NULL
   ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX customers_name ON customers (name_key, country, city_key)`,
  `CREATE INDEX customers_duns ON customers (duns) WHERE duns IS NOT NULL`,
  `CREATE TABLE partners (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL CHECK (name <> ''),
     name_key TEXT NOT NULL,
     partner_id TEXT NOT NULL,
     country TEXT NOT NULL CHECK (length(country) = 2),
     contact TEXT REFERENCES people (id),
     origin TEXT NOT NULL
   ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX partners_name ON partners (name_key)`,
  `CREATE TABLE solutions (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL CHECK (name <> ''),
     name_key TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('own', 'microsoft', 'third-party', 'assessment')),
     publisher TEXT,
     external_id TEXT UNIQUE,
     incentive TEXT CHECK (incentive IN ('ip-co-sell', 'business-apps')),
     origin TEXT NOT NULL
   ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX solutions_name ON solutions (name_key)`,
  `CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,

  // ── The event log ─────────────────────────────────────────────────────────────────────────────
  `CREATE TABLE deal_events (
     seq INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     deal_id TEXT NOT NULL,
     deal_version INTEGER NOT NULL CHECK (deal_version > 0),
     kind TEXT NOT NULL,
     at TEXT NOT NULL CHECK (length(at) = 24),
     recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 24),
     actor TEXT,
     origin TEXT NOT NULL,
     rulebook TEXT NOT NULL,
     command_id TEXT NOT NULL,
     command TEXT NOT NULL,
     body TEXT NOT NULL CHECK (json_valid(body)),
     prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
     hash TEXT NOT NULL CHECK (length(hash) = 64),
     UNIQUE (deal_id, deal_version)
   ) STRICT`,
  `CREATE INDEX deal_events_origin ON deal_events (origin) WHERE origin NOT IN ('person', 'schedule')`,
  `CREATE TRIGGER deal_events_continue_the_chain BEFORE INSERT ON deal_events
     WHEN NEW.seq <> coalesce((SELECT max(seq) FROM deal_events), 0) + 1
       OR NEW.prev_hash <> coalesce((SELECT hash FROM deal_events ORDER BY seq DESC LIMIT 1), '${'0'.repeat(64)}')
       OR EXISTS (SELECT 1 FROM deal_events WHERE id = NEW.id)
       OR EXISTS (SELECT 1 FROM deal_events WHERE deal_id = NEW.deal_id AND deal_version = NEW.deal_version)
     BEGIN SELECT RAISE(ABORT, 'EVENT_LOG_IS_APPEND_ONLY'); END`,
  `CREATE TRIGGER deal_events_never_change BEFORE UPDATE ON deal_events
     BEGIN SELECT RAISE(ABORT, 'EVENT_LOG_IS_APPEND_ONLY'); END`,
  `CREATE TRIGGER deal_events_never_go BEFORE DELETE ON deal_events
     BEGIN SELECT RAISE(ABORT, 'EVENT_LOG_IS_APPEND_ONLY'); END`,

  // ── Projections ───────────────────────────────────────────────────────────────────────────────
  `CREATE TABLE deals (
     rowid INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     version INTEGER NOT NULL,
     rulebook TEXT NOT NULL,
     origin TEXT NOT NULL,
     name TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
     type TEXT NOT NULL CHECK (type IN ('co-sell', 'partner-to-partner', 'private', 'solution-assessment')),
     direction TEXT NOT NULL CHECK (direction IN ('inbound', 'outbound')),
     status TEXT NOT NULL CHECK (status IN ('received', 'accepted', 'won', 'lost', 'declined', 'expired')),
     stage TEXT,
     percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
     family TEXT NOT NULL CHECK (family IN ('standard', 'assessment')),
     board_column TEXT,
     value_amount INTEGER NOT NULL CHECK (value_amount > 0),
     value_currency TEXT NOT NULL CHECK (length(value_currency) = 3),
     close_date TEXT NOT NULL CHECK (length(close_date) = 10),
     customer_id TEXT NOT NULL,
     customer_name TEXT NOT NULL COLLATE NOCASE,
     country TEXT NOT NULL,
     sender TEXT,
     microsoft TEXT CHECK (microsoft IN ('pending', 'accepted', 'declined', 'expired', 'won', 'lost')),
     partners INTEGER NOT NULL,
     pending_partners INTEGER NOT NULL,
     favorite INTEGER NOT NULL CHECK (favorite IN (0, 1)),
     expires_at TEXT,
     next_expiry TEXT,
     registration TEXT,
     campaign_id TEXT,
     crm_id TEXT,
     referral_id TEXT,
     stage_since TEXT NOT NULL,
     accepted_at TEXT,
     closed_at TEXT,
     created_at TEXT NOT NULL,
     updated_at TEXT NOT NULL,
     attention INTEGER NOT NULL,
     state TEXT NOT NULL CHECK (json_valid(state)),
     CHECK ((status IN ('won', 'lost', 'declined', 'expired')) = (closed_at IS NOT NULL)),
     CHECK (status <> 'received' OR (stage IS NULL AND expires_at IS NOT NULL)),
     CHECK (status = 'received' OR expires_at IS NULL)
   ) STRICT`,
  `CREATE UNIQUE INDEX deals_referral ON deals (referral_id) WHERE referral_id IS NOT NULL`,
  `CREATE INDEX deals_next_expiry ON deals (next_expiry) WHERE next_expiry IS NOT NULL`,
  `CREATE INDEX deals_board_closed ON deals (family, board_column, closed_at DESC, id DESC)
     WHERE board_column IN ('won', 'lost')`,
  `CREATE INDEX deals_board_received ON deals (family, expires_at, id) WHERE board_column = 'received'`,
  `CREATE INDEX deals_board ON deals (family, board_column, close_date, id)`,
  ...[
    ['attention', 'attention'],
    ['name', 'name'],
    ['customer', 'customer_name'],
    ['status', 'status'],
    ['type', 'type'],
    ['stage', 'percent'],
    ['value', 'value_currency, value_amount'],
    ['close_date', 'close_date'],
    ['country', 'country'],
    ['created', 'created_at'],
    ['updated', 'updated_at'],
  ].flatMap(([name, columns]) => [
    `CREATE INDEX deals_by_${name} ON deals (${columns}, id)`,
    `CREATE INDEX deals_direction_by_${name} ON deals (direction, ${columns}, id)`,
  ]),
  `CREATE INDEX deals_favorite ON deals (attention, id) WHERE favorite = 1`,
  `CREATE INDEX deals_customer ON deals (customer_id)`,
  `CREATE INDEX deals_campaign ON deals (campaign_id) WHERE campaign_id IS NOT NULL`,
  `CREATE INDEX deals_origin ON deals (origin) WHERE origin = 'sample'`,

  `CREATE TABLE deal_parties (
     deal_id TEXT NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
     party_id TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('microsoft', 'partner')),
     organization TEXT NOT NULL,
     status TEXT NOT NULL,
     expires_at TEXT,
     PRIMARY KEY (deal_id, party_id)
   ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX deal_parties_one_microsoft ON deal_parties (deal_id) WHERE kind = 'microsoft'`,
  `CREATE TABLE deal_solutions (
     deal_id TEXT NOT NULL REFERENCES deals (id) ON DELETE CASCADE,
     solution_id TEXT NOT NULL,
     PRIMARY KEY (deal_id, solution_id)
   ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX deal_solutions_solution ON deal_solutions (solution_id)`,
  `CREATE VIRTUAL TABLE deal_search USING fts5(
     name, customer, notes, codes,
     content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
   )`,
  `INSERT INTO deal_search (deal_search, rank) VALUES ('secure-delete', 1)`,

  // ── No row without its event, no change to a closed deal (RULEBOOK B7) ────────────────────────
  // Whatever is unique is looked up here: an "OR REPLACE" removes the row it collides with past any DELETE trigger.
  `CREATE TRIGGER deals_need_an_event_to_begin BEFORE INSERT ON deals
     WHEN EXISTS (SELECT 1 FROM deals WHERE id = NEW.id OR rowid = NEW.rowid)
       OR EXISTS (SELECT 1 FROM deals WHERE referral_id = NEW.referral_id)
       OR NOT EXISTS (SELECT 1 FROM deal_events WHERE deal_id = NEW.id AND deal_version = NEW.version)
     BEGIN SELECT RAISE(ABORT, 'NO_EVENT_FOR_THIS_VERSION'); END`,
  `CREATE TRIGGER deals_need_an_event_to_change BEFORE UPDATE ON deals
     WHEN NEW.id <> OLD.id OR NEW.rowid <> OLD.rowid OR NEW.version <= OLD.version
       OR EXISTS (SELECT 1 FROM deals WHERE referral_id = NEW.referral_id AND id <> NEW.id)
       OR NOT EXISTS (SELECT 1 FROM deal_events WHERE deal_id = NEW.id AND deal_version = NEW.version)
     BEGIN SELECT RAISE(ABORT, 'NO_EVENT_FOR_THIS_VERSION'); END`,
  `CREATE TRIGGER deals_need_an_event_to_go BEFORE DELETE ON deals
     WHEN NOT EXISTS (SELECT 1 FROM deal_events
                      WHERE deal_id = OLD.id AND kind = 'removed' AND deal_version > OLD.version)
     BEGIN SELECT RAISE(ABORT, 'NO_EVENT_FOR_THIS_VERSION'); END`,
  `CREATE TRIGGER deals_terminal_are_frozen BEFORE UPDATE ON deals
     WHEN OLD.status IN ('won', 'lost', 'declined', 'expired') AND (
       NEW.status <> OLD.status OR NEW.name <> OLD.name COLLATE BINARY OR NEW.type <> OLD.type
       OR NEW.direction <> OLD.direction OR NEW.stage IS NOT OLD.stage OR NEW.percent <> OLD.percent
       OR NEW.family <> OLD.family OR NEW.board_column IS NOT OLD.board_column
       OR NEW.value_amount <> OLD.value_amount OR NEW.value_currency <> OLD.value_currency
       OR NEW.close_date <> OLD.close_date OR NEW.customer_id <> OLD.customer_id
       OR NEW.customer_name <> OLD.customer_name COLLATE BINARY OR NEW.country <> OLD.country
       OR NEW.sender IS NOT OLD.sender OR NEW.origin <> OLD.origin OR NEW.rulebook <> OLD.rulebook
       OR NEW.campaign_id IS NOT OLD.campaign_id OR NEW.crm_id IS NOT OLD.crm_id
       OR NEW.referral_id IS NOT OLD.referral_id OR NEW.stage_since <> OLD.stage_since
       OR NEW.accepted_at IS NOT OLD.accepted_at OR NEW.closed_at <> OLD.closed_at
       OR NEW.created_at <> OLD.created_at OR NEW.updated_at <> OLD.updated_at
       OR NEW.attention <> OLD.attention
       OR json_remove(NEW.state, '$.version', '$.favorite', '$.parties', '$.registration')
          <> json_remove(OLD.state, '$.version', '$.favorite', '$.parties', '$.registration')
     )
     BEGIN SELECT RAISE(ABORT, 'DEAL_TERMINAL'); END`,

  // ── Counters of the board, kept by the same statement that moves the deal ─────────────────────
  `CREATE TABLE board_counters (
     family TEXT NOT NULL,
     board_column TEXT NOT NULL,
     currency TEXT NOT NULL,
     deals INTEGER NOT NULL,
     amount INTEGER NOT NULL,
     PRIMARY KEY (family, board_column, currency)
   ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER board_counters_add AFTER INSERT ON deals WHEN NEW.board_column IS NOT NULL
     BEGIN
       INSERT INTO board_counters VALUES (NEW.family, NEW.board_column, NEW.value_currency, 1, NEW.value_amount)
       ON CONFLICT DO UPDATE SET deals = deals + 1, amount = amount + excluded.amount;
     END`,
  `CREATE TRIGGER board_counters_move AFTER UPDATE ON deals
     WHEN NEW.board_column IS NOT OLD.board_column OR NEW.value_amount <> OLD.value_amount
       OR NEW.value_currency <> OLD.value_currency OR NEW.family <> OLD.family
     BEGIN
       UPDATE board_counters SET deals = deals - 1, amount = amount - OLD.value_amount
        WHERE family = OLD.family AND board_column = OLD.board_column AND currency = OLD.value_currency;
       INSERT INTO board_counters
         SELECT NEW.family, NEW.board_column, NEW.value_currency, 1, NEW.value_amount
          WHERE NEW.board_column IS NOT NULL
       ON CONFLICT DO UPDATE SET deals = deals + 1, amount = amount + excluded.amount;
     END`,
  `CREATE TRIGGER board_counters_take AFTER DELETE ON deals WHEN OLD.board_column IS NOT NULL
     BEGIN
       UPDATE board_counters SET deals = deals - 1, amount = amount - OLD.value_amount
        WHERE family = OLD.family AND board_column = OLD.board_column AND currency = OLD.value_currency;
     END`,
]

/** The first schema: log, projections with their guards, directory, personal data apart. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
