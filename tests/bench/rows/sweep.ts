import { rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { DAY_MS } from '#shared/domain/time.ts'
import type { BenchContext, Group } from '../bench-context.ts'
import { rowOf, timed } from '../measure.ts'
import { fileOf, importFile } from '../seed.ts'

const DUE = 10_000
const ROUNDS = 3

/** What the sweep does, as statements over the whole set: no rules, no hashes, no fold. */
const SET_BASED = [
  `INSERT INTO deal_events (id, deal_id, deal_version, kind, at, recorded_at, origin, rulebook, command_id,
                            command, body, prev_hash, hash)
   SELECT hex(randomblob(16)), id, version + 1, 'expired', next_expiry, @now, 'schedule', rulebook,
          hex(randomblob(16)), 'expire', '{}', hex(randomblob(32)), hex(randomblob(32))
     FROM deals WHERE next_expiry <= @now`,
  `UPDATE deals
      SET version = version + 1, status = 'expired', closed_at = expires_at, updated_at = expires_at,
          expires_at = NULL, next_expiry = NULL, board_column = NULL, attention = attention + 1e13,
          state = json_set(state, '$.version', version + 1, '$.status', 'expired', '$.closedAt', expires_at,
                           '$.updatedAt', expires_at, '$.expiresAt', NULL)
    WHERE next_expiry <= @now`,
]

/** The floor, on a copy: the same rows, indexes and triggers, but for the one that knows the hash chain. */
async function setBased({ bench, raw, scratch }: BenchContext): Promise<number> {
  const copy = join(scratch, 'sweep-floor.db')
  rmSync(copy, { force: true })
  raw.exec(`VACUUM INTO '${copy}'`)
  const db = new BetterSqlite3(copy)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('DROP TRIGGER deal_events_continue_the_chain')
  const now = bench.clock.now()
  const ms = await timed(() => {
    db.transaction(() => SET_BASED.forEach((sql) => db.prepare(sql).run({ now }))).immediate()
  })
  db.close()
  rmSync(copy)
  return ms
}

/** The sweep itself, and how long each of its transactions took. */
async function sweep({ bench }: BenchContext): Promise<{ ms: number; slices: number[] }> {
  const ends: number[] = []
  const stop = bench.app.subscribe(({ name }) => {
    if (name === 'deals.changed') ends.push(performance.now())
  })
  const start = performance.now()
  await bench.app.resume()
  const ms = performance.now() - start
  stop()
  return { ms, slices: ends.map((end, index) => end - (ends[index - 1] ?? start)) }
}

/** Row 8: ten thousand invitations run out while nobody looked. Changes the database: comes last. */
export const sweeps: Group = async (context) => {
  const { bench } = context
  const works: number[][] = []
  const floors: number[][] = []
  const slices: number[][] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    bench.clock.advance(20 * DAY_MS)
    await bench.app.resume()
    await importFile(bench, fileOf(DUE, context.random, bench, 'received'))
    bench.clock.advance(15 * DAY_MS)
    floors.push([await setBased(context)])
    const swept = await sweep(context)
    works.push([swept.ms])
    slices.push(swept.slices)
  }
  const whole = { id: '8', work: `Expiry sweep of ${DUE} due`, floor: 'set-based statements, no hashes' }
  const slice = { id: '8b', work: 'Expiry sweep, one slice', floor: null }
  return [
    rowOf({ ...whole, budget: { text: '≤ 1.5 ×', mostRatio: 1.5 } }, works, floors),
    rowOf(
      {
        ...slice,
        budget: { text: 'none over 25 ms', mostLongest: 25 },
        note: `longest ${Math.max(...slices.flat()).toFixed(1)}`,
      },
      slices,
      [],
    ),
  ]
}
