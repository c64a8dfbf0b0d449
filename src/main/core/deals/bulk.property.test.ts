import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Output } from '#shared/ipc/contract.ts'
import { testApplication } from '../../../../tests/support/application.ts'
import { expectConsistent } from '../../../../tests/support/consistency.ts'
import { contentOf, rawOf } from '../../../../tests/support/database-content.ts'
import { type CommandInput, partnerInvite } from '../../../../tests/support/deal-commands.ts'
import { type World, move, simple, worldOf } from '../../../../tests/support/moves.ts'

type Wish = (world: World) => CommandInput

const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 8, arbitrary: simple.map((command) => () => command) },
  {
    weight: 1,
    arbitrary: fc.nat(2).map((count): Wish => ({ solutions }) => ({
      kind: 'set-solutions',
      solutions: solutions.slice(0, count).map((id) => ({ id })),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.nat(2).map((who): Wish => ({ partners, solutions }) => ({
      kind: 'invite-partner',
      invite: partnerInvite(partners[who]!, solutions[0]!),
    })),
  },
)

/** Gives a command to all deals there are, and holds what comes of it against asking one by one. */
async function bulkLikeOneByOne(world: World, command: CommandInput): Promise<[number, number]> {
  const { app } = world
  const { rows } = await app.call('deals.list', { tab: 'all', limit: 500 })
  const ids = rows.map(({ id }) => id)
  const asked: Output<'deals.check'>[] = []
  for (const dealId of ids) asked.push(await app.call('deals.check', { dealId, command }))
  const refused = ids.flatMap((dealId, at) => {
    const { allowed, reasons } = asked[at]!
    return allowed ? [] : [{ dealId, reasons }]
  })
  const expected = { allowed: ids.length - refused.length, refused }

  const untouched = contentOf(rawOf(app))
  const dry = await app.call('deals.bulk', { selection: { tab: 'all' }, command, dryRun: true })
  const told = ({ overwrites: _overwrites, ...answer }: typeof dry) => answer
  expect(told(dry)).toEqual({ batchId: null, ...expected })
  expect(contentOf(rawOf(app))).toEqual(untouched)

  const done = await app.call('deals.bulk', { selection: { ids }, command, dryRun: false })
  expect(told(done)).toEqual({ batchId: done.batchId, ...expected })
  const rowOf = (content: typeof untouched, id: string) => content.deals.find((row) => row['id'] === id)
  const after = contentOf(rawOf(app))
  for (const { dealId } of refused) expect(rowOf(after, dealId)).toEqual(rowOf(untouched, dealId))
  const added = after.deal_events.slice(untouched.deal_events.length)
  expect(done.batchId === null).toBe(added.length === 0)
  expect(added.every(({ origin }) => origin === `bulk:${done.batchId}`)).toBe(true)
  return [expected.allowed, refused.length]
}

test('in any situation a command for many deals is judged and done as it is for each of them', async () => {
  const seen = { allowed: 0, refused: 0 }
  const property = fc.asyncProperty(
    fc.array(move, { minLength: 20, maxLength: 40, size: 'max' }),
    fc.array(wish, { minLength: 3, maxLength: 6 }),
    async (moves, wishes) => {
      const app = await testApplication()
      try {
        const world = await worldOf(app)
        for (const step of moves) await step(world)
        for (const one of wishes) {
          const [allowed, refused] = await bulkLikeOneByOne(world, one(world))
          seen.allowed += allowed
          seen.refused += refused
        }
        await expectConsistent(app)
        expect(app.log.filter(({ level }) => level === 'error')).toEqual([])
      } finally {
        await app.close()
      }
    },
  )
  await fc.assert(property, { numRuns: 12 })
  expect(seen.allowed).toBeGreaterThan(20)
  expect(seen.refused).toBeGreaterThan(20)
})
