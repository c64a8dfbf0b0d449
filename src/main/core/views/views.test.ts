import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const names = async () => (await app.call('views.list', {})).rows.map(({ name }) => name)

test('saved lists come by name, whatever its case', async () => {
  for (const name of ['overdue', ' Asia ', 'Big ones']) await app.call('views.save', { name, tab: 'all' })
  expect(await names()).toEqual(['Asia', 'Big ones', 'overdue'])
})

test('filters, sort and columns are kept to the letter', async () => {
  const view = {
    name: 'Big',
    tab: 'outbound' as const,
    filters: { types: ['co-sell' as const], currency: 'EUR', minAmount: 1_000_00, text: 'port' },
    sort: { by: 'closeDate' as const, direction: 'asc' as const },
    columns: ['name', 'customerName', 'value'],
  }
  const { id } = await app.call('views.save', view)
  expect((await app.call('views.list', {})).rows).toEqual([{ ...view, id }])
})

test('every change is announced', async () => {
  const heard: string[] = []
  app.app.subscribe(({ name }) => heard.push(name))
  const { id } = await app.call('views.save', { name: 'A', tab: 'all' })
  await app.call('views.delete', { id })
  expect(heard).toEqual(['views.changed', 'views.changed'])
})

test.for([
  { name: ' ' },
  { tab: 'archive' },
  { filters: { fruit: 1 } },
  { sort: { by: 'phone', direction: 'asc' } },
])('a list with %j is INVALID_INPUT and nothing is saved', async (wrong) => {
  const input = { name: 'A', tab: 'all', ...wrong } as never
  expect((await app.fail('views.save', input)).code).toBe('INVALID_INPUT')
  expect(await names()).toEqual([])
})
