import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import type { Deal } from '#shared/domain/deal.ts'
import { type BatchId, type CommandId } from '#shared/domain/ids.ts'
import { expiriesDue } from '#shared/rules/commands/system.ts'
import { fold } from '#shared/rules/evolve.ts'
import { FakeClock } from '../../../../../tests/support/application.ts'
import type { Line } from '../../../../../tests/support/bulk-csv.ts'
import { openApplication } from '../../../../../tests/support/open-application.ts'
import { lineArbitrary } from '../../../../../tests/support/random-lines.ts'
import type { ReadExecutor } from '../../../db/executor.ts'
import { DEFAULT_PROFILE } from '../../company/profile.repository.ts'
import { importOrigin } from '../../context.ts'
import { DirectoryDraft } from './directory-draft.ts'
import { type PlanContext, planRow } from './plan.ts'
import { readRow } from './row.ts'

async function emptyContext(direction: 'inbound' | 'outbound'): Promise<PlanContext> {
  const clock = new FakeClock()
  const db = (await openApplication()).app.core.reader.db as unknown as ReadExecutor
  return {
    now: clock.now(),
    today: clock.today(),
    hold: null,
    direction,
    profile: DEFAULT_PROFILE,
    actor: null,
    newId: uuidv7,
    author: { origin: importOrigin(uuidv7() as BatchId), actor: null, commandId: uuidv7() as CommandId },
    directory: await DirectoryDraft.load(db, uuidv7),
  }
}

const rowOf = (line: Line) => readRow({ line: 2, cells: new Map(Object.entries(line)) }).row

/** One deal through the lines of several files, as an import would take it. */
function through(lines: readonly Line[], context: PlanContext): Deal | null {
  let deal: Deal | null = null
  for (const line of lines) {
    const row = rowOf(line)
    if (row) deal = planRow(row, deal, context).change?.after ?? deal
  }
  return deal
}

const lines = fc.array(lineArbitrary, { minLength: 1, maxLength: 5 })

test.for(['inbound', 'outbound'] as const)(
  'the same line again finds nothing left to do (%s)',
  async (direction) => {
    const context = await emptyContext(direction)
    const seen = new Map<string, number>()
    const property = fc.property(lines, (history) => {
      const deal = through(history, context)
      const row = rowOf(history.at(-1)!)
      if (!deal || !row) return
      const { verdict, change } = planRow(row, deal, context)
      seen.set(verdict, (seen.get(verdict) ?? 0) + 1)
      expect(['unchanged', 'refused']).toContain(verdict)
      expect(change).toBeNull()
    })
    fc.assert(property, { numRuns: 1500 })
    expect(seen.get('unchanged')).toBeGreaterThan(300)
    expect(seen.get('refused')).toBeGreaterThan(50)
  },
)

test('a change is the fold of its events, and a closed deal of ours never has one', async () => {
  const context = await emptyContext('outbound')
  const property = fc.property(lines, lineArbitrary, (history, last) => {
    const deal = through(history, context)
    const row = rowOf(last)
    if (!row) return
    const { change } = planRow(row, deal, context)
    if (!change) return
    expect(['received', 'accepted', undefined]).toContain(deal?.status)
    expect(change.before).toBe(deal)
    expect(change.events.map(({ version }) => version)).toEqual(
      change.events.map((_event, index) => (deal?.version ?? 0) + index + 1),
    )
    if (!deal) expect(fold(change.events)).toEqual(change.after)
    expect(expiriesDue(change.after!, context.now)).toEqual([])
  })
  fc.assert(property, { numRuns: 1500 })
})
