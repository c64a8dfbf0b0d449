import type { Kysely } from 'kysely'
import * as dealsAndEventLog from './20261122-001-deals-and-event-log.ts'
import * as thinIndexes from './20261122-002-thin-indexes.ts'
import * as inboxDraftsClock from './20261122-003-inbox-drafts-clock.ts'
import * as eventsByTime from './20261123-004-events-by-time.ts'
import * as twins from './20261123-005-twins.ts'
import * as whatImportsChanged from './20261123-006-what-imports-changed.ts'

/** One step of the schema. Its version is its place in this list, counting from 1. */
export interface Migration {
  readonly name: string
  up(db: Kysely<unknown>): Promise<void>
}

/** All migrations, oldest first. History: only ever appended to. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '20261122-001-deals-and-event-log', up: dealsAndEventLog.up },
  { name: '20261122-002-thin-indexes', up: thinIndexes.up },
  { name: '20261122-003-inbox-drafts-clock', up: inboxDraftsClock.up },
  { name: '20261123-004-events-by-time', up: eventsByTime.up },
  { name: '20261123-005-twins', up: twins.up },
  { name: '20261123-006-what-imports-changed', up: whatImportsChanged.up },
]
