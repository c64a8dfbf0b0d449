import { beforeEach, expect, test } from 'vitest'
import type { DealId } from '#shared/domain/ids.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import type { TestApplication } from '../../../tests/support/application.ts'
import { rawOf, rowsOf } from '../../../tests/support/database-content.ts'
import { createDeal, receiveDeal } from '../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../tests/support/open-application.ts'
import { otherConnection } from '../../../tests/support/other-connection.ts'

let app: TestApplication
let events: AppEvent[]

beforeEach(async () => {
  app = await openApplication()
  events = []
  app.app.subscribe((event) => events.push(event))
})

const write = (key: string) =>
  app.app.core.context().write(async (unit) => {
    unit.announce({ name: 'settings.changed', payload: {} })
    await unit.trx.insertInto('settings').values({ key, value: '1' }).execute()
  })
const keys = () => rowsOf(rawOf(app), 'SELECT key FROM settings').map(({ key }) => key)

test('an event is announced after the commit, when everybody can see what it tells of', async () => {
  const seen: unknown[] = []
  app.app.subscribe(() =>
    seen.push(app.app.core.reader.raw.prepare('SELECT key FROM settings').pluck().all()),
  )
  await write('one')
  expect(events).toEqual([{ name: 'settings.changed', payload: {} }])
  expect(seen).toEqual([['one']])
})

test('work that fails leaves nothing and announces nothing', async () => {
  const failing = app.app.core.context().write(async (unit) => {
    unit.announce({ name: 'settings.changed', payload: {} })
    unit.dealChanged('x' as DealId)
    await unit.trx.insertInto('settings').values({ key: 'gone', value: '1' }).execute()
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  expect([events, keys()]).toEqual([[], []])
})

test('a commit that fails announces nothing', async () => {
  const raw = rawOf(app)
  const orphaned = app.app.core.context().write(async (unit) => {
    raw.exec('PRAGMA defer_foreign_keys = ON')
    unit.announce({ name: 'settings.changed', payload: {} })
    await unit.trx
      .insertInto('deal_solutions')
      .values({ deal_id: 'nobody', solution_id: 'nothing' })
      .execute()
  })
  await expect(orphaned).rejects.toThrow(/FOREIGN KEY/)
  expect(events).toEqual([])
  await write('after')
  expect(keys()).toEqual(['after'])
})

test('changed deals are told in one event by id; when there are very many, without ids', async () => {
  const deal = await createDeal(app)
  expect(events.filter(({ name }) => name === 'deals.changed')).toEqual([
    { name: 'deals.changed', payload: { ids: [deal.id] } },
  ])
  events.length = 0
  await app.app.core.context().write(async (unit) => {
    for (let index = 0; index < 201; index += 1) unit.dealChanged(`deal ${index}` as DealId)
    unit.dealChanged('deal 0' as DealId)
  })
  expect(events).toEqual([{ name: 'deals.changed', payload: { ids: [] } }])
})

test('a refused command announces nothing', async () => {
  await app.fail('deals.execute', { dealId: null, expectedVersion: null, command: { kind: 'create' } })
  expect(events).toEqual([])
})

test('one command sees one moment, however long it takes', async () => {
  const context = app.app.core.context()
  const started = app.clock.now()
  app.clock.advance(1000)
  expect(await context.write(async ({ now }) => now)).toBe(started)
})

test('while another program holds the write lock for a moment, a command waits and then succeeds', async () => {
  const other = otherConnection(app)
  rawOf(app).pragma('busy_timeout = 5')
  other.exec('BEGIN IMMEDIATE')
  setImmediate(() => setImmediate(() => other.exec('COMMIT')))
  await write('patient')
  expect(keys()).toEqual(['patient'])
})

test('when another program keeps the write lock, a command is BUSY and nothing of it is there', async () => {
  const other = otherConnection(app)
  rawOf(app).pragma('busy_timeout = 1')
  other.exec('BEGIN IMMEDIATE')
  const command = { dealId: null, expectedVersion: null, command: { kind: 'win' as const } }
  const { id } = await app.fail('settings.save', { theme: 'dark' }).then((error) => {
    expect(error).toEqual({ code: 'BUSY', details: { what: 'database' } })
    other.exec('COMMIT')
    return receiveDeal(app)
  })
  expect((await app.call('settings.get', {})).theme).toBe('system')
  expect((await app.fail('deals.execute', { ...command, dealId: id })).code).toBe('REFUSED')
})

test('reading goes on while another program holds the write lock', async () => {
  const deal = await receiveDeal(app)
  const other = otherConnection(app)
  rawOf(app).pragma('busy_timeout = 5')
  other.exec('BEGIN IMMEDIATE')
  const order: string[] = []
  const blocked = write('late').then(() => order.push('written'))
  await app.call('deals.get', { dealId: deal.id }).then(() => order.push('read'))
  other.exec('COMMIT')
  await blocked
  expect(order).toEqual(['read', 'written'])
})

test('two commands at once both happen, one after the other', async () => {
  await Promise.all([write('a'), write('b'), write('c')])
  expect(keys()).toEqual(['a', 'b', 'c'])
})
