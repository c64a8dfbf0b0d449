import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addSolution, create, euros, execute } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

test('paging visits every deal that was there from first to last, while others come and go before the cursor', async () => {
  const app = await openApplication()
  const solutionId = await addSolution(app)
  const sort = { by: 'value', direction: 'asc' } as const
  const add = (amount: number) => execute(app, null, create(solutionId, { value: euros(amount) }))
  const stable = new Set<string>()
  for (let index = 0; index < 12; index += 1) stable.add((await add(1000 + (index % 3))).id)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await app.call('deals.list', { tab: 'all', sort, limit: 2, cursor })
    seen.push(...page.rows.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
    await add(1)
  } while (cursor !== undefined)
  expect(seen.filter((id) => stable.has(id)).sort()).toEqual([...stable].sort())
  expect(new Set(seen).size).toBe(seen.length)
})

test('any amounts, any page size: each deal once, amounts never fall', async () => {
  const app = await openApplication()
  const solutionId = await addSolution(app)
  const amounts = fc.sample(fc.integer({ min: 1, max: 5 }), { numRuns: 30, seed: 7 })
  for (const amount of amounts) await execute(app, null, create(solutionId, { value: euros(amount) }))
  const property = fc.asyncProperty(
    fc.integer({ min: 1, max: 31 }),
    fc.constantFrom('asc' as const, 'desc' as const),
    async (limit, direction) => {
      const found: number[] = []
      let cursor: string | undefined
      do {
        const page = await app.call('deals.list', {
          tab: 'all',
          sort: { by: 'value', direction },
          limit,
          cursor,
        })
        found.push(...page.rows.map(({ value }) => value.amount))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      const sorted = [...amounts].sort((a, b) => a - b)
      expect(found).toEqual(direction === 'asc' ? sorted : sorted.reverse())
    },
  )
  await fc.assert(property, { numRuns: 40 })
})
