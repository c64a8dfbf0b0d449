import { expect, test } from 'vitest'
import { CallError } from '../../bridge/client.ts'
import { dealView, id } from '../../testing/deals.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { setUp } from '../../testing/mount.ts'
import { useDealCommands } from './deal-commands.ts'

function commands(locale: 'en' | 'zh-CN' = 'en') {
  const client = new FakeClient().answer('deals.execute', { deal: dealView({ version: 4 }), events: [] })
  return { client, ...setUp(() => useDealCommands(), { client, locale }).result }
}

test('a command is aimed at the version the person saw', async () => {
  const { client, execute } = commands()
  const { deal } = await execute({ id: id(7), version: 3 }, { kind: 'win' })
  expect(deal.version).toBe(4)
  expect(client.inputsOf('deals.execute')).toEqual([
    { dealId: '00000000-0000-7000-8000-000000000007', expectedVersion: 3, command: { kind: 'win' } },
  ])
})

test('a command that begins a deal is aimed at none', async () => {
  const { client, execute } = commands()
  const command = { kind: 'receive', from: { kind: 'microsoft', organization: 'Microsoft' } } as const
  await execute(null, command)
  expect(client.inputsOf('deals.execute')).toEqual([{ dealId: null, expectedVersion: null, command }])
})

test.each([
  ['en', 'The deal was changed meanwhile. It has been loaded anew; try once more.'],
  ['zh-CN', '交易刚刚被更改，已重新加载，请再试一次。'],
] as const)('in %s, a failure is a sentence', async (locale, sentence) => {
  const { client, execute, explain } = commands(locale)
  client.fail('deals.execute', { code: 'CONFLICT', details: { expected: 3, actual: 4 } })
  const error: unknown = await execute({ id: id(7), version: 3 }, { kind: 'win' }).catch((caught) => caught)
  expect(error).toBeInstanceOf(CallError)
  expect(explain(error)).toBe(sentence)
})
