import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import { expectConsistent, expectCountersToBeTrue } from '../../../../tests/support/consistency.ts'
import { move, worldOf } from '../../../../tests/support/moves.ts'

async function inFreshApplication(work: (app: TestApplication) => Promise<void>): Promise<void> {
  const app = await testApplication()
  try {
    await work(app)
  } finally {
    await app.close()
  }
}

test('whatever happens, in whatever order: events, rows, counters and index agree', async () => {
  let deals = 0
  const property = fc.asyncProperty(fc.array(move, { minLength: 20, maxLength: 70, size: 'max' }), (moves) =>
    inFreshApplication(async (app) => {
      const world = await worldOf(app)
      for (const step of moves) {
        await step(world)
        expectCountersToBeTrue(app)
      }
      await expectConsistent(app)
      deals += (await app.call('app.info', {})).counts.deals
      expect(app.log.filter(({ level }) => level === 'error')).toEqual([])
    }),
  )
  await fc.assert(property, { numRuns: 35, endOnFailure: true })
  expect(deals).toBeGreaterThan(100)
})

test('everything is as it was after closing and opening again', async () => {
  const property = fc.asyncProperty(
    fc.array(move, { minLength: 20, maxLength: 40, size: 'max' }),
    async (moves) => {
      const first = await testApplication()
      const world = await worldOf(first)
      for (const step of moves) await step(world)
      const list = await first.call('deals.list', { tab: 'all' })
      const board = await first.call('deals.board', { family: 'standard' })
      const second = await first.reopen()
      try {
        expect(await second.call('deals.list', { tab: 'all' })).toEqual(list)
        expect(await second.call('deals.board', { family: 'standard' })).toEqual(board)
        await expectConsistent(second)
      } finally {
        await second.close()
      }
    },
  )
  await fc.assert(property, { numRuns: 5 })
})
