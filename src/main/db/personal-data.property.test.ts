import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/folder.ts'
import type { ReadExecutor } from './executor.ts'
import { openWriter } from './open.ts'
import { PersonalData } from './personal-data.ts'

const text = () => fc.oneof(fc.string({ unit: 'binary' }), fc.string()).map((value) => value.toWellFormed())
const person = fc.record({ firstName: text(), lastName: text(), phone: text(), email: text() })
const columns = fc.dictionary(text(), text(), { maxKeys: 4 })

/** Values shaped as events and deals are: people and free text at any depth among other things. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    person,
    fc.record({ extra: columns }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.record(
      { notes: fc.option(text()), note: text(), contact: fc.option(person), changes: tie('value') },
      { requiredKeys: [] },
    ),
  ),
}))

test('open(seal(x)) is x, whatever x is and whoever opens it', async () => {
  const { db } = await openWriter(temporaryFolder())
  onTestFinished(() => db.destroy())
  const roundTrip = fc.asyncProperty(fc.array(value, { maxLength: 5 }), async (values) => {
    const plain = JSON.parse(JSON.stringify(values)) as unknown[]
    const sealing = new PersonalData(uuidv7)
    const sealed = await db.transaction().execute((trx) => sealing.seal(trx, plain))
    for (const opener of [sealing, new PersonalData(uuidv7)]) {
      const opened = await opener.open(db as unknown as ReadExecutor, sealed)
      expect(JSON.stringify(opened)).toBe(JSON.stringify(plain))
    }
  })
  await fc.assert(roundTrip, { numRuns: 150 })
})
