import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testApplication } from '../../../../../tests/support/application.ts'
import { importLines } from '../../../../../tests/support/bulk-csv.ts'
import { contentOf, rawOf } from '../../../../../tests/support/database-content.ts'
import { lineArbitrary } from '../../../../../tests/support/random-lines.ts'

const file = fc.uniqueArray(lineArbitrary, {
  minLength: 1,
  maxLength: 4,
  selector: (line) => line['Referral ID'],
})

test('whatever files came before, the last one again creates and updates nothing', async () => {
  const property = fc.asyncProperty(
    fc.array(file, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('inbound' as const, 'outbound' as const),
    async (files, direction) => {
      const app = await testApplication()
      try {
        for (const lines of files) await importLines(app, lines, direction)
        const before = contentOf(rawOf(app))
        const { previewed, committed } = await importLines(app, files.at(-1)!, direction)
        expect(
          previewed.sample.filter(({ verdict }) => verdict === 'update' || verdict === 'create'),
        ).toEqual([])
        expect(committed).toMatchObject({ created: 0, updated: 0 })
        expect(contentOf(rawOf(app))).toEqual(before)
        expect(app.log).toEqual([])
      } finally {
        await app.close()
      }
    },
  )
  await fc.assert(property, { numRuns: 15 })
})
