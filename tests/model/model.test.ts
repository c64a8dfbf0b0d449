import { expect, test } from 'vitest'
import { REFUSAL_CODES } from '#shared/errors.ts'
import { type Chunk, chunksOf, runChunk } from './run-chunk.ts'
import { ANY_KIND } from './steps.ts'
import { addTally, emptyTally, tallyText } from './tally.ts'

/** `npm run model` plays as many as one likes, from any seed. */
const SEED = 3
const SEQUENCES = 100_000
const MOST_MS = 45_000
/** Played whatever time it takes: what follows from them is the same on every machine. */
const LEAST_CHUNKS = 24

/** Plays chunks until all are done or the time is up; the least of them in any case. Stops at the first violation. */
async function play(chunks: readonly Chunk[], least: number) {
  const sum = emptyTally()
  const startedMs = performance.now()
  let atLeast = emptyTally()
  for (const [index, chunk] of chunks.entries()) {
    if (index >= least && performance.now() - startedMs > MOST_MS) break
    const { tally, violation } = await runChunk(chunk)
    addTally(sum, tally)
    expect(violation).toBeNull()
    if (index + 1 === least) atLeast = structuredClone(sum)
  }
  return { sum, atLeast }
}

test('whatever is asked in whatever order, the application answers as the rulebook says', async () => {
  const { sum, atLeast } = await play(
    chunksOf({ seed: SEED, sequences: SEQUENCES, onFile: false }),
    LEAST_CHUNKS,
  )
  process.stdout.write(`model: ${sum.sequences} sequences, ${sum.commands} commands, seed ${SEED}\n`)

  // Every command went through and was refused, and every reason was given: nothing held only because it never came up.
  expect(atLeast.sequences, tallyText(atLeast)).toBeGreaterThanOrEqual(6000)
  for (const kind of ['create', 'receive', 'undo', ...ANY_KIND]) {
    const { allowed = 0, refused = 0, conflict = 0 } = atLeast.outcomes[kind] ?? {}
    expect(allowed, `${kind} allowed`).toBeGreaterThan(0)
    expect(kind === 'set-favorite' ? conflict : refused, `${kind} refused`).toBeGreaterThan(0)
  }
  // A doubted clock is an error of its own where something is done; among the reasons it stands where actions are listed.
  const unheard = REFUSAL_CODES.filter((code) => code !== 'CLOCK_UNCERTAIN' && !atLeast.reasons[code])
  expect(unheard).toEqual([])
  for (const deed of [
    'expired',
    'party-expired',
    'removed',
    'bulk',
    'asked before',
    'tamper',
    'without effect',
  ])
    expect(atLeast.others[deed], deed).toBeGreaterThan(0)
}, 600_000)

test('restarts, kills in the middle of a change and imports of a file change none of it', async () => {
  const { sum } = await play(chunksOf({ seed: SEED, sequences: 150, onFile: true }), 3)
  expect(sum.sequences).toBeGreaterThanOrEqual(150)
  for (const deed of ['restart', 'kill', 'import']) expect(sum.others[deed], deed).toBeGreaterThan(10)
}, 600_000)

const SABOTAGES = {
  'a notification that goes missing': `CREATE TEMP TRIGGER sabotage AFTER INSERT ON notifications
     WHEN NEW.kind = 'deal-received' BEGIN DELETE FROM notifications WHERE id = NEW.id; END`,
  'a counter that is one too high': `CREATE TEMP TRIGGER sabotage AFTER UPDATE ON deals WHEN NEW.status = 'won'
     BEGIN UPDATE board_counters SET deals = deals + 1 WHERE board_column = 'won'; END`,
  'closed deals that are not frozen': 'DROP TRIGGER deals_terminal_are_frozen',
  'rows that need no event': 'DROP TRIGGER deals_need_an_event_to_change',
}

test.each(Object.entries(SABOTAGES))(
  'notices %s, with a short story and how to hear it again',
  async (_what, sabotage) => {
    const { violation } = await runChunk({ seed: 5, sequences: 400, onFile: false, sabotage })
    expect(violation).toContain('npm run model -- --chunk 5')
    expect(violation!.split('\n').length).toBeLessThan(12)
  },
  300_000,
)
