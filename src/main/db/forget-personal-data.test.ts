import { beforeEach, expect, test } from 'vitest'
import type { DealId } from '#shared/domain/ids.ts'
import type { TestApplication } from '../../../tests/support/application.ts'
import { rawOf, rowsOf } from '../../../tests/support/database-content.ts'
import { createDeal, execute, person } from '../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../tests/support/open-application.ts'
import { forgetPersonalData } from './forget-personal-data.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const forget = (...ids: string[]) =>
  app.app.core.writer.db.transaction().execute((trx) => forgetPersonalData(trx, ids as DealId[]))
const emails = () =>
  rowsOf(rawOf(app), 'SELECT email FROM people ORDER BY email').map(
    ({ email }) => String(email).split('@')[0],
  )
const texts = () => rowsOf(rawOf(app), 'SELECT text FROM texts ORDER BY text').map(({ text }) => text)

test('people and texts that only the removed deals name are gone', async () => {
  const gone = await createDeal(app, { team: [person('Gone')], notes: 'gone' })
  await execute(app, gone.id, { kind: 'set-team', team: [person('Also'), person('Gone')] })
  await createDeal(app, { team: [person('Kept')], notes: 'kept' })
  await forget(gone.id)
  expect(emails()).toEqual(['kept'])
  expect(texts()).toEqual(['kept'])
})

test('whoever another deal names stays, even one it named only once upon a time', async () => {
  const gone = await createDeal(app, { team: [person('Shared'), person('Past')] })
  const kept = await createDeal(app, { team: [person('Shared'), person('Past')] })
  await execute(app, kept.id, { kind: 'set-team', team: [person('New')] })
  await forget(gone.id)
  expect(emails()).toEqual(['new', 'past', 'shared'])
})

test('the person at the laptop stays, and so do whoever did something and the contacts of partners', async () => {
  await app.call('profile.save', { user: person('Actor') })
  await createDeal(app, { team: [person('Kept')] })
  await app.call('profile.save', { user: person('User') })
  await app.call('partners.save', { name: 'P', partnerId: '1', country: 'NL', contact: person('Contact') })
  const gone = await createDeal(app, {
    team: [person('Gone'), person('User'), person('Actor'), person('Contact')],
  })
  await forget(gone.id)
  expect(emails()).toEqual(['actor', 'contact', 'kept', 'user'])
})

test('forgetting nothing forgets nothing', async () => {
  await createDeal(app, { notes: 'kept' })
  await forget()
  expect([emails(), texts()]).toEqual([['ana'], ['kept']])
})

test('many at once are told apart from what others name as few are', async () => {
  const team = (count: number) => Array.from({ length: count }, (_, number) => person(`P${100 + number}`))
  const gone = await createDeal(app, { team: team(40), notes: 'gone' })
  await createDeal(app, { team: team(12), notes: 'kept' })
  await forget(gone.id)
  expect(emails()).toEqual(team(12).map(({ firstName }) => firstName.toLowerCase()))
  expect(texts()).toEqual(['kept'])
})

test.each([0, 1])(
  'equal notes of deals that were changed together outlive either of them (%i)',
  async (at) => {
    const ids = [await createDeal(app, { notes: 'equal' }), await createDeal(app, { notes: 'equal' })].map(
      ({ id }) => id,
    )
    const command = { kind: 'edit' as const, changes: { crmId: 'CRM-1' } }
    await app.call('deals.bulk', { selection: { ids }, command, dryRun: false })
    await forget(ids[at]!)
    const kept = await app.call('deals.get', { dealId: ids[1 - at]! })
    expect(kept.notes).toBe('equal')
  },
)
