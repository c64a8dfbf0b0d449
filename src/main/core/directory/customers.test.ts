import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { createDeal } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const save = (name: string, more: Record<string, string> = {}) =>
  app.call('customers.save', { name, addressLine1: 'Kade 12', city: 'Rotterdam', country: 'NL', ...more })
const found = async (input: Parameters<typeof search>[0]) => (await search(input)).map(({ name }) => name)
const search = async (input: {
  text?: string
  country?: string
  city?: string
  duns?: string
  limit?: number
}) => (await app.call('customers.search', input)).rows

test('a customer is kept with every field, and found', async () => {
  const more = { addressLine2: 'Floor 3', state: 'ZH', postalCode: '3011', duns: '01-234 5678' }
  const saved = await save('Harborline Foods BV', more)
  expect(saved).toMatchObject({ ...more, name: 'Harborline Foods BV', city: 'Rotterdam', duns: '012345678' })
  expect(await search({ text: 'harbor' })).toEqual([saved])
})

test('the same organisation at the same address is the one already known', async () => {
  const first = await save('Harborline Foods BV')
  expect(await save('HARBORLINE  foods bv', { city: 'ROTTERDAM' })).toEqual(first)
  expect(await search({})).toHaveLength(1)
})

test('equal names elsewhere, at another address or with another number are others, told apart one by one', async () => {
  await save('Equal BV', { duns: '111111111' })
  await save('Equal BV', { duns: '222222222' })
  await save('Equal BV', { city: 'Delft' })
  await save('Equal BV', { addressLine1: 'Kade 13' })
  await save('Equal BV', { country: 'BE' })
  const rows = await search({ text: 'equal' })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(5)
})

test('names are found by their beginning or that of a word in them, whatever case and accents', async () => {
  for (const name of ['Café Réseau SA', 'Grand Café', 'Décathlon', '云禾数据科技']) await save(name)
  expect(await found({ text: 'cafe' })).toEqual(['Café Réseau SA', 'Grand Café'])
  expect(await found({ text: 'RÉS' })).toEqual(['Café Réseau SA'])
  expect(await found({ text: '云禾' })).toEqual(['云禾数据科技'])
  expect(await found({ text: 'athlon' })).toEqual([])
})

test.for(['%', '_', '%%', 'a_c', '\\'])('%j is a letter, not a wildcard', async (text) => {
  await save('Acme abc')
  expect(await found({ text })).toEqual([])
})

test('wildcards in a name are found as what they are', async () => {
  await save('Take 100% Pure')
  await save('Take 1000 Pure')
  expect(await found({ text: '100%' })).toEqual(['Take 100% Pure'])
})

test('place and number narrow: country, beginning of the city, beginning of the D-U-N-S', async () => {
  await save('A', { country: 'NL', city: 'Rotterdam', duns: '012345678' })
  await save('B', { country: 'NL', city: 'Roermond', duns: '012999999' })
  await save('C', { country: 'BE', city: 'Antwerpen' })
  expect(await found({ country: 'NL' })).toEqual(['A', 'B'])
  expect(await found({ city: 'ro' })).toEqual(['A', 'B'])
  expect(await found({ city: 'rott', country: 'NL' })).toEqual(['A'])
  expect(await found({ duns: '012-3' })).toEqual(['A'])
  expect(await found({ duns: '9' })).toEqual([])
  expect(await found({ text: 'c', duns: '' })).toEqual(['C'])
})

test('at most as many as asked for, by name', async () => {
  for (const name of ['C', 'A', 'B']) await save(name)
  expect(await found({ limit: 2 })).toEqual(['A', 'B'])
})

test('a customer without a name, country or whole number is INVALID_INPUT', async () => {
  const wrong = [
    { name: ' ' },
    { country: 'XX' },
    { country: 'nl' },
    { duns: '12345678' },
    { duns: '1234567890' },
  ]
  for (const overrides of wrong) {
    const input = { name: 'A', country: 'NL', ...overrides }
    expect((await app.fail('customers.save', input)).code, JSON.stringify(overrides)).toBe('INVALID_INPUT')
  }
})

test('an entry is put right under its id; deals keep the customer as it was; one nobody knows is NOT_FOUND', async () => {
  const saved = await save('Harborline Foods BV', { duns: '012345678' })
  const deal = await createDeal(app, { customer: { id: saved.id } })
  const changed = await app.call('customers.save', {
    ...saved,
    name: 'Harborline NV',
    city: 'Delft',
    duns: null,
  })
  expect(changed).toEqual({ ...saved, name: 'Harborline NV', city: 'Delft', duns: null })
  expect(await search({ text: 'harborline nv', city: 'del' })).toEqual([changed])
  expect(await search({ text: 'harborline foods' })).toEqual([])
  expect((await app.call('deals.get', { dealId: deal.id })).customer.name).toBe('Harborline Foods BV')
  const unknown = { ...saved, id: '01890000-0000-7000-8000-000000000000' }
  expect((await app.fail('customers.save', unknown)).code).toBe('NOT_FOUND')
})

test('place, name and number narrow together; equal names stay apart by address and number', async () => {
  await save('Equal BV', { duns: '111111111' })
  await save('Equal BV', { duns: '222222222', addressLine1: 'Kade 14' })
  await save('Equal BV', { city: 'Delft', duns: '111222333' })
  const rows = await search({ text: 'equ', country: 'NL', city: 'rott', duns: '1' })
  expect(rows.map(({ city, duns }) => [city, duns])).toEqual([['Rotterdam', '111111111']])
  const both = await search({ text: 'equal', city: 'Rotterdam' })
  expect(both.map(({ addressLine1, duns }) => [addressLine1, duns]).sort()).toEqual([
    ['Kade 12', '111111111'],
    ['Kade 14', '222222222'],
  ])
})
