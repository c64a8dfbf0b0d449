import { expect, test, vi } from 'vitest'
import { reactive } from 'vue'
import type { Output } from '#shared/ipc/contract.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { dealView, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import { usePromptForm } from './prompt-form.ts'

function promptForm() {
  const client = new FakeClient()
  const done = vi.fn<(deal: DealView) => void>()
  return { client, done, ...setUp(() => usePromptForm(() => dealView(), done), { client }).result }
}

test('a command that passes hands the changed deal on, and is busy until then', async () => {
  const { client, done, busy, submit } = promptForm()
  const answer = Promise.withResolvers<Output<'deals.execute'>>()
  client.answer('deals.execute', () => answer.promise)
  const submitted = submit({ kind: 'win' })
  expect(busy.value).toBe(true)
  answer.resolve({ deal: dealView({ status: 'won', version: 4 }), events: [] })
  await submitted
  expect(busy.value).toBe(false)
  expect(client.inputsOf('deals.execute')[0]).toMatchObject({ expectedVersion: 3, command: { kind: 'win' } })
  expect(done.mock.calls.map(([deal]) => [deal.status, deal.version])).toEqual([['won', 4]])
})

test('a refusal is said at its field; what belongs to none is said above the buttons', async () => {
  const { client, done, fault, problem, busy, submit } = promptForm()
  client.refuse(
    'deals.execute',
    refusal('NAME_REQUIRED', {}, { field: 'name' }),
    refusal('VALUE_REQUIRED', {}, { field: 'value' }),
    refusal('DEAL_TERMINAL', {}, { action: 'copy' }),
    refusal('INVITATION_EXPIRED'),
  )
  await submit({ kind: 'accept' })
  expect([fault('name'), fault('value'), fault('closeDate')]).toEqual([
    'Deal name is missing',
    'Estimated value is missing',
    null,
  ])
  expect(problem.value).toBe(
    'A closed deal never changes. Copy it as a new deal to go on. ' +
      'The invitation expired. Ask the sender for a new one, or copy it as a new deal.',
  )
  expect([busy.value, done.mock.calls]).toEqual([false, []])
})

test('a field with two faults says the first', async () => {
  const { client, fault, submit } = promptForm()
  const fix = { field: 'team' }
  client.refuse('deals.execute', refusal('TOO_MANY', { limit: 50 }, fix), refusal('TEAM_REQUIRED', {}, fix))
  await submit({ kind: 'accept' })
  expect(fault('team')).toBe('Too many')
})

test('a failure that is no refusal is explained above the buttons', async () => {
  const { client, problem, reasons, submit } = promptForm()
  client.fail('deals.execute', { code: 'BUSY', details: { what: 'database' } })
  await submit({ kind: 'win' })
  expect(problem.value).toBe('Another program holds the data. Wait a moment and try again.')
  expect(reasons.value).toEqual([])
})

test('trying again begins without the faults of the last time', async () => {
  const { client, fault, problem, submit } = promptForm()
  client.refuse('deals.execute', refusal('NAME_REQUIRED', {}, { field: 'name' }), refusal('NOT_ACTIVE'))
  await submit({ kind: 'accept' })
  client.answer('deals.execute', { deal: dealView(), events: [] })
  await submit({ kind: 'accept', name: 'A' })
  expect([fault('name'), problem.value]).toEqual([null, ''])
})

test('a field that is changed is not called wrong any more; the next try says it again', async () => {
  const client = new FakeClient()
  const fields = reactive({ name: '', value: null })
  const { result: form } = setUp(
    () =>
      usePromptForm(
        () => dealView(),
        () => undefined,
        () => fields,
      ),
    { client },
  )
  const reasons = [
    refusal('NAME_REQUIRED', {}, { field: 'name' }),
    refusal('VALUE_REQUIRED', {}, { field: 'value' }),
  ]
  client.refuse('deals.execute', ...reasons)
  await form.submit({ kind: 'accept' })
  fields.name = 'Ours'
  expect([form.fault('name'), form.fault('value')]).toEqual([null, 'Estimated value is missing'])
  await form.submit({ kind: 'accept' })
  expect(form.fault('name')).toBe('Deal name is missing')
})

test('checking says what is wrong and sends nothing', async () => {
  const { client, done, fault, problem, check } = promptForm()
  const reasons = [refusal('NAME_REQUIRED', {}, { field: 'name' }), refusal('NOT_ACTIVE')]
  client.answer('deals.check', { allowed: false, reasons })
  await check({ kind: 'accept' })
  expect(fault('name')).toBe('Deal name is missing')
  expect(problem.value).not.toBe('')
  expect(client.inputsOf('deals.execute')).toEqual([])
  expect(done.mock.calls).toEqual([])
})
