import { beforeEach, expect, test } from 'vitest'
import type { ReadExecutor } from '#main/db/executor.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { sampleBytes, commit, preview } from '../../../../tests/support/bulk-csv.ts'
import { addPartner, createDeal, execute, person } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { contentHash } from './content-hash.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const hash = () => contentHash(app.app.core.reader.db as unknown as ReadExecutor)

test('is the same for the same content however it came about', async () => {
  const deal = await createDeal(app)
  const before = await hash()
  expect(before).toMatch(/^[0-9a-f]{64}$/)
  await execute(app, deal.id, { kind: 'set-favorite', favorite: true })
  const favorite = await hash()
  expect(favorite).not.toBe(before)
  await execute(app, deal.id, { kind: 'set-favorite', favorite: false })
  expect(await hash()).toBe(before)
  await app.call('settings.save', { theme: 'dark' })
  await app.call('notifications.mark-read', { all: true })
})

test('differs with every kind of content', async () => {
  const seen = new Set([await hash()])
  const steps: (() => Promise<unknown>)[] = [
    () => createDeal(app),
    () => addPartner(app),
    () => app.call('partners.save', { name: 'P', partnerId: '1', country: 'NL', contact: person() }),
    () => app.call('solutions.save', { name: 'S', kind: 'own' }),
    () => app.call('customers.save', { name: 'C', addressLine1: 'A 1', city: 'Lund', country: 'SE' }),
    async () => commit(app, (await preview(app, sampleBytes())).importId),
  ]
  for (const step of steps) {
    await step()
    seen.add(await hash())
  }
  expect(seen.size).toBe(steps.length + 1)
})
