import { type Kysely, sql } from 'kysely'

/** Of each table of the directory: the columns an import can change. Of people only when they were last on a team. */
const COLUMNS = {
  customers: [
    'name',
    'name_key',
    'address_line1',
    'address_line2',
    'city',
    'city_key',
    'state',
    'postal_code',
    'country',
    'duns',
    'origin',
  ],
  partners: ['name', 'name_key', 'partner_id', 'country', 'contact', 'origin'],
  solutions: ['name', 'name_key', 'kind', 'publisher', 'external_id', 'incentive', 'origin'],
  people: ['team_at', 'team_deal_id'],
} as const

type Table = keyof typeof COLUMNS

const json = (table: Table, row: 'OLD' | 'NEW'): string =>
  `json_object(${COLUMNS[table].map((column) => `'${column}', ${row}.${column}`).join(', ')})`

/** A person comes with their deal and goes with it: only entries of the directory proper are noted as new. */
const noteNew = (table: Table): string =>
  `CREATE TRIGGER ${table}_note_new AFTER INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM import_open)
   BEGIN
     INSERT INTO import_changes SELECT batch_id, '${table}', NEW.id, NULL, ${json(table, 'NEW')} FROM import_open;
   END`

const noteChanged = (table: Table): string =>
  `CREATE TRIGGER ${table}_note_changed AFTER UPDATE ON ${table} WHEN EXISTS (SELECT 1 FROM import_open)
   BEGIN
     INSERT INTO import_changes
       SELECT batch_id, '${table}', OLD.id, ${json(table, 'OLD')}, ${json(table, 'NEW')} FROM import_open
        WHERE NOT EXISTS (SELECT 1 FROM import_changes AS c
                           WHERE c.batch_id = import_open.batch_id AND c.entry_table = '${table}'
                             AND c.entry_id = OLD.id);
     UPDATE import_changes SET after = ${json(table, 'NEW')}
      WHERE batch_id = (SELECT batch_id FROM import_open) AND entry_table = '${table}' AND entry_id = OLD.id;
   END`

const STATEMENTS = [
  // The import that is writing now: one row inside its transaction, none outside.
  `CREATE TABLE import_open (only INTEGER PRIMARY KEY CHECK (only = 1), batch_id TEXT NOT NULL) STRICT`,
  // What an import did to the directory: an entry before ("null": it was new) and after. People by id only.
  `CREATE TABLE import_changes (
     batch_id TEXT NOT NULL,
     entry_table TEXT NOT NULL,
     entry_id TEXT NOT NULL,
     before TEXT CHECK (json_valid(before)),
     after TEXT NOT NULL CHECK (json_valid(after)),
     PRIMARY KEY (batch_id, entry_table, entry_id)
   ) STRICT, WITHOUT ROWID`,
  ...(['customers', 'partners', 'solutions'] as const).map(noteNew),
  ...(['customers', 'partners', 'solutions', 'people'] as const).map(noteChanged),
  `ALTER TABLE finished_imports ADD COLUMN after_event INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE finished_imports ADD COLUMN errors_file_id TEXT`,
  `ALTER TABLE finished_imports ADD COLUMN undone_at TEXT CHECK (length(undone_at) = 24)`,
]

/** What every import does to the directory is noted as it happens, so that an undo can put it back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
