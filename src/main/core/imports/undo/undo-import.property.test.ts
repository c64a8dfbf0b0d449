import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Output } from '#shared/ipc/contract.ts'
import type { ImportUndo } from '#shared/ipc/contract/exchange.ts'
import type { ReadExecutor } from '#main/db/executor.ts'
import { type TestApplication, testApplication } from '../../../../../tests/support/application.ts'
import { type Line, importLines, line, withMicrosoft } from '../../../../../tests/support/bulk-csv.ts'
import { expectConsistent } from '../../../../../tests/support/consistency.ts'
import { rawOf, rowsOf } from '../../../../../tests/support/database-content.ts'
import { type CommandInput, execute } from '../../../../../tests/support/deal-commands.ts'
import { contentHash } from '../../integrity/content-hash.ts'

const DAY_MS = 86_400_000
const REFERRALS = ['R-0', 'R-1', 'R-2', 'R-3', 'R-4', 'R-5']

/** What a line may say; whichever a deal has first, a second file may say any other of them. */
const CELLS: readonly Line[] = [
  {},
  { 'Deal Name': 'Renamed', Notes: 'from a file' },
  { 'Sales Stage': '60', 'Estimated Deal Value': '77' },
  { 'Solution 1': 'SOL-B', 'Team member 2': 'Bo, Berg, +46 8 555, bo@kestrel.example' },
  { ...withMicrosoft(), 'Customer Name': 'Quayside AB' },
  withMicrosoft('Accepted'),
  { 'Partner Referral Status': 'New', 'Partner Referral Substatus': 'Pending', 'Sales Stage': '' },
  { 'FY27 Consumed revenue': '12', 'Solution 1': 'SOL-C' },
]
const file = fc.array(fc.option(fc.nat(CELLS.length - 1)), {
  minLength: REFERRALS.length,
  maxLength: REFERRALS.length,
})
const linesOf = (said: readonly (number | null)[]): Line[] =>
  said.flatMap((cells, at) => (cells === null ? [] : [line(REFERRALS[at]!, CELLS[cells])]))

const COMMANDS: readonly CommandInput[] = [
  { kind: 'edit', changes: { name: 'By hand' } },
  { kind: 'edit', changes: { crmId: 'CRM-7' } },
  { kind: 'set-favorite', favorite: true },
  { kind: 'mark-stage', stage: 'proposed' },
  { kind: 'win' },
]
const edits = fc.array(
  fc.record({ deal: fc.nat(REFERRALS.length - 1), command: fc.nat(COMMANDS.length - 1) }),
  {
    maxLength: 4,
  },
)

type DealView = Output<'deals.get'>
const content = ({ version: _version, updatedAt: _updatedAt, ...deal }: DealView) => deal

async function dealsOf(app: TestApplication): Promise<Map<string, DealView>> {
  const rows = rowsOf(rawOf(app), 'SELECT id, referral_id AS referral FROM deals')
  const deals = new Map<string, DealView>()
  for (const { id, referral } of rows) {
    deals.set(String(referral), await app.call('deals.get', { dealId: String(id) }))
  }
  return deals
}

test('whatever two files say and a person does after: what was left alone goes back, the rest stays and is named', async () => {
  const seen = { leave: 0, back: 0, stay: 0 }
  await fc.assert(
    fc.asyncProperty(file, file, edits, fc.constantFrom(0, 0, 30), async (first, second, acts, days) => {
      const app = await testApplication()
      try {
        await importLines(app, linesOf(first))
        app.clock.advance(DAY_MS)
        await app.app.core.sweep()
        const hash = () => contentHash(app.app.core.reader.db as unknown as ReadExecutor)
        const [before, was] = [await hash(), await dealsOf(app)]
        const { batchId, created, updated } = (await importLines(app, linesOf(second))).committed
        const left = await dealsOf(app)
        for (const { deal, command } of acts) {
          const dealId = left.get(REFERRALS[deal]!)?.id
          if (dealId) await execute(app, dealId, COMMANDS[command]!).catch(() => {})
        }
        app.clock.advance(days * DAY_MS)
        await app.app.core.sweep()
        const now = await dealsOf(app)
        const would = await app.call('imports.undoPreview', { batchId })
        const { jobId } = await app.call('imports.undo', { batchId })
        const done = (await app.job(jobId)) as ImportUndo
        expect(done).toEqual(would)
        expect(done.leave + done.back + done.stay.count).toBe(created + updated)
        const after = await dealsOf(app)
        const staying = new Map(done.stay.rows.map(({ dealId, reasons }) => [dealId, reasons]))
        for (const [referral, deal] of now) {
          const alone = deal.version === left.get(referral)!.version
          if (staying.has(deal.id)) {
            // Only a clock that has run out meanwhile keeps back what nobody touched.
            if (alone) expect(staying.get(deal.id)).toMatchObject([{ code: 'INVITATION_EXPIRED' }])
            expect(after.get(referral)).toEqual(deal)
          } else if (alone) {
            const old = was.get(referral)
            expect(after.has(referral)).toBe(old !== undefined)
            if (old) expect(content(after.get(referral)!)).toEqual(content(old))
          }
        }
        if (
          done.stay.count === 0 &&
          [...now].every(([referral, { version }]) => version === left.get(referral)!.version)
        )
          expect(await hash()).toBe(before)
        await expectConsistent(app)
        seen.leave += done.leave
        seen.back += done.back
        seen.stay += done.stay.count
      } finally {
        await app.close()
      }
    }),
    { numRuns: 25 },
  )
  expect(Math.min(seen.leave, seen.back, seen.stay)).toBeGreaterThan(0)
}, 120_000)
