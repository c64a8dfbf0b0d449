import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { createDeal, customer, execute, person } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const recent = async (limit?: number) => (await app.call('people.recent', { limit })).rows
const names = async (limit?: number) => (await recent(limit)).map(({ firstName }) => firstName)

/** A deal with a team, a minute after the one before. */
async function dealWith(name: string, ...team: ReturnType<typeof person>[]) {
  app.clock.advance(60_000)
  return createDeal(app, { name, team })
}

test('members of earlier teams come newest first, with the deal they were last on', async () => {
  await dealWith('First', person('Ana'), person('Bo'))
  await dealWith('Second', person('Ana'))
  expect(await recent()).toEqual([
    { ...person('Ana'), dealName: 'Second' },
    { ...person('Bo'), dealName: 'First' },
  ])
})

test('one e-mail address is one person: as written last, whatever its case', async () => {
  await dealWith('First', person('Anna', 'ANA@kestrel.example'))
  await dealWith('Second', person('Ana', 'ana@kestrel.example'))
  expect(await names()).toEqual(['Ana'])
})

test('somebody with many spellings does not crowd the others out', async () => {
  await dealWith('Old', person('Bo'))
  for (let index = 0; index < 12; index += 1) {
    await dealWith('New', { ...person('Ana'), phone: `+351 21 555 ${index}` })
  }
  expect(await names(2)).toEqual(['Ana', 'Bo'])
  expect((await recent())[0]!.phone).toBe('+351 21 555 11')
})

test('with a text, only those whose name or address has words that begin so, as they are written now', async () => {
  await dealWith('First', person('Åsa', 'asa.lind@kestrel.example'), person('Bo', 'bo@kestrel.example'))
  await dealWith('Second', { ...person('Robert', 'bo@kestrel.example'), lastName: 'Asplund' })
  const found = async (text: string) =>
    (await app.call('people.recent', { text })).rows.map(({ firstName }) => firstName)
  expect(await found('as')).toEqual(['Robert', 'Åsa'])
  expect(await found('robert as')).toEqual(['Robert'])
  expect(await found('bo@')).toEqual(['Robert'])
  expect(await found('Bo ')).toEqual(['Robert'])
  expect(await found('sa')).toEqual([])
  await dealWith('Third', person('陈思远'))
  expect(await found('思远')).toEqual(['陈思远'])
})

test('contacts, sellers and the person at the laptop are not team members', async () => {
  await app.call('profile.save', { user: person('Mara') })
  const contact = { contact: person('Iris'), consent: true, microsoft: { help: 'general' as const } }
  const deal = await createDeal(app, { ...contact, team: [person('Ana')] })
  const answer = { partyId: deal.parties[0]!.id, answer: 'accepted' as const, sellers: [person('Sam')] }
  await execute(app, deal.id, { kind: 'record-answer', ...answer })
  expect(await names()).toEqual(['Ana'])
})

test('a team changed later brings its new members; at most as many as asked for', async () => {
  const deal = await dealWith('Deal', person('Ana'))
  app.clock.advance(60_000)
  await execute(app, deal.id, { kind: 'set-team', team: [person('Bo')] })
  app.clock.advance(60_000)
  await execute(app, deal.id, { kind: 'set-team', team: [person('Chidi')] })
  expect(await names()).toEqual(['Chidi', 'Bo', 'Ana'])
  expect(await names(2)).toEqual(['Chidi', 'Bo'])
})

test('whoever is on a deal of our own stays known when the sample that named them too is gone', async () => {
  const { rows } = await app.call('sample.load', {}).then(() => app.call('deals.list', { tab: 'outbound' }))
  const active = rows.find(({ status }) => status === 'accepted')!
  await dealWith('Own', person('Ana'))
  app.clock.advance(60_000)
  await execute(app, active.id, { kind: 'set-team', team: [person('Ana')] })
  await app.call('sample.clear', {})
  expect(await names()).toEqual(['Ana'])
})

test('contacts of a customer come newest deal first, one for each e-mail address, and nobody of another customer', async () => {
  const harbor = { customer: customer('Harborline') }
  const first = await createDeal(app, { ...harbor, contact: person('Iris'), name: 'First' })
  const at = async (fields: Parameters<typeof createDeal>[1]) => {
    app.clock.advance(60_000)
    await createDeal(app, fields)
  }
  await at({ ...harbor, contact: person('Bo'), name: 'Second' })
  await at({ ...harbor, contact: { ...person('Iris'), phone: '+31 10 555' }, name: 'Third' })
  await at({ ...harbor, name: 'Nobody' })
  await at({ customer: customer('Other'), contact: person('Sam') })
  const { rows } = await app.call('customers.contacts', { customerId: first.customer.id })
  expect(rows.map(({ firstName, phone, dealName }) => [firstName, phone, dealName])).toEqual([
    ['Iris', '+31 10 555', 'Third'],
    ['Bo', person('Bo').phone, 'Second'],
  ])
  const found = async (asked: object) =>
    (await app.call('customers.contacts', { customerId: first.customer.id, ...asked })).rows.map(
      ({ firstName }) => firstName,
    )
  expect(await found({ limit: 1 })).toEqual(['Iris'])
  expect(await found({ text: 'b' })).toEqual(['Bo'])
  expect(await found({ text: 'sam' })).toEqual([])
})
