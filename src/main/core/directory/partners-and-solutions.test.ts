import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { person } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

const NOBODY = '01890000-0000-7000-8000-000000000000'
let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const partners = async (text?: string) => (await app.call('partners.search', { text })).rows
const solutions = async (text: string, kinds?: ('own' | 'microsoft' | 'third-party' | 'assessment')[]) =>
  (await app.call('solutions.search', { text, kinds })).rows.map(({ name }) => name)

test('a partner is kept with its contact, found by part of its name or its number, and can be changed', async () => {
  const input = { name: 'Brink & Daughters', partnerId: '4301187', country: 'NL', contact: person('Iris') }
  const saved = await app.call('partners.save', input)
  expect(saved).toEqual({ ...input, id: saved.id })
  for (const text of ['brink', 'DAUGH', '43011', '']) expect(await partners(text)).toEqual([saved])
  expect(await partners('zzz')).toEqual([])
  const changed = await app.call('partners.save', { ...saved, name: 'Brink', contact: null })
  expect(await partners()).toEqual([{ ...saved, name: 'Brink', contact: null }])
  expect(changed.id).toBe(saved.id)
})

test('a solution is kept, found by name, publisher or id, of the kinds asked for, and can be changed', async () => {
  const input = {
    name: 'ColdTrace',
    kind: 'own' as const,
    publisher: 'Kestrel Cloud',
    externalId: 'SOL-1-ABC',
  }
  const saved = await app.call('solutions.save', { ...input, incentive: 'ip-co-sell' })
  expect(saved).toEqual({ ...input, incentive: 'ip-co-sell', id: saved.id })
  await app.call('solutions.save', { name: 'Fabric', kind: 'microsoft' })
  for (const text of ['coldt', 'trace', 'KESTREL', 'sol-1'])
    expect(await solutions(text)).toEqual(['ColdTrace'])
  expect(await solutions('')).toEqual(['ColdTrace', 'Fabric'])
  expect(await solutions('', ['microsoft', 'assessment'])).toEqual(['Fabric'])
  expect(await solutions('', [])).toEqual(['ColdTrace', 'Fabric'])
  await app.call('solutions.save', { ...saved, name: 'ColdTrace 2' })
  expect(await solutions('')).toEqual(['ColdTrace 2', 'Fabric'])
})

test.for(['%', '_', 'c_ld'])('%j is a letter, not a wildcard', async (text) => {
  await app.call('partners.save', { name: 'Cold', partnerId: '1', country: 'NL' })
  await app.call('solutions.save', { name: 'Cold', kind: 'own', publisher: 'P', externalId: 'E' })
  expect([await partners(text), await solutions(text)]).toEqual([[], []])
})

test('two solutions cannot have the same external id, and the answer says which field', async () => {
  await app.call('solutions.save', { name: 'One', kind: 'own', externalId: 'SOL-1' })
  const error = await app.fail('solutions.save', { name: 'Two', kind: 'own', externalId: 'SOL-1' })
  expect(error).toMatchObject({ code: 'INVALID_INPUT', details: { issues: [{ path: 'externalId' }] } })
  expect(await solutions('')).toEqual(['One'])
})

test('changing what nobody knows is NOT_FOUND', async () => {
  const partner = { id: NOBODY, name: 'P', partnerId: '1', country: 'NL' }
  expect(await app.fail('partners.save', partner)).toMatchObject({ code: 'NOT_FOUND' })
  const solution = { id: NOBODY, name: 'S', kind: 'own' as const }
  expect(await app.fail('solutions.save', solution)).toMatchObject({ code: 'NOT_FOUND' })
})

test('every change of the directory is announced, after it is there', async () => {
  const events: string[] = []
  app.app.subscribe(({ name }) => events.push(name))
  await app.call('partners.save', { name: 'P', partnerId: '1', country: 'NL' })
  await app.call('solutions.save', { name: 'S', kind: 'own' })
  await app.call('customers.save', { name: 'C', country: 'NL' })
  expect(events).toEqual(['directory.changed', 'directory.changed', 'directory.changed'])
})
