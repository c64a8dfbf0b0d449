import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { useApplication } from '../../app/application.store.ts'
import { CallError } from '../../bridge/client.ts'
import { ANNA, dealView, id, money, refusal } from '../../testing/deals.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { setUp } from '../../testing/mount.ts'
import { profile } from '../../testing/profile.ts'
import { type CommandInput, useDealCommands } from './deal-commands.ts'

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

const ME = { firstName: 'Ida', lastName: 'Lund', phone: '', email: '' }
const WHOLE = { ...ME, phone: '+45 2', email: 'ida@fabrikam.example' }
const INVITE = { partnerId: id(61), closeDate: null, value: null, notes: null, solutions: [], help: null }

test.each([
  { kind: 'set-team', team: [ANNA, WHOLE] },
  { kind: 'accept', name: 'Deal', value: money(1, 'EUR'), team: [WHOLE] },
  { kind: 'invite-partner', invite: { ...INVITE, team: [WHOLE] } },
] as unknown as CommandInput[])(
  'what $kind tells of whoever sits here is kept in the profile',
  async (command) => {
    const { client, execute } = commands()
    useApplication().profile = profile({ user: ME })
    client.answer('profile.save', {} as never).answer('profile.get', profile({ user: WHOLE }))
    await execute({ id: id(7), version: 3 }, command)
    await flushPromises()
    expect(client.inputsOf('profile.save')).toEqual([{ user: WHOLE }])
    expect(useApplication().profile?.user).toEqual(WHOLE)
  },
)

test('a profile that says it already is left alone, and so is one when a command is refused', async () => {
  const { client, execute } = commands()
  useApplication().profile = profile({ user: { ...WHOLE, phone: '+45 1' } })
  await execute({ id: id(7), version: 3 }, { kind: 'set-team', team: [WHOLE] })
  useApplication().profile = profile({ user: ME })
  client.refuse('deals.execute', refusal('DEAL_TERMINAL'))
  await execute({ id: id(7), version: 3 }, { kind: 'set-team', team: [WHOLE] }).catch(() => {})
  await flushPromises()
  expect(client.inputsOf('profile.save')).toEqual([])
})
