import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { id } from '../../testing/deals.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { job } from '../../testing/jobs.ts'
import { setUp } from '../../testing/mount.ts'
import { type Job, useJobs } from './jobs.store.ts'

function jobs(client = new FakeClient()) {
  const stage = setUp(
    () => {
      const store = useJobs()
      store.listen()
      return store
    },
    { client },
  )
  const progress = async (number: number) => {
    client.tell('jobs.progressed', { jobId: id(number), done: 1, total: 4 })
    await flushPromises()
  }
  return { client, store: stage.result, unmount: stage.unmount, progress }
}
const running = (over: Partial<Job> = {}) => job({ state: 'running', done: 1, ...over })

test('a job is followed to its end', async () => {
  const { client, store, progress } = jobs()
  client.answer('jobs.get', running())
  const end = store.follow(id(20))
  await flushPromises()
  expect(store.running.map(({ done }) => done)).toEqual([1])
  client.answer('jobs.get', running({ done: 3 }))
  await progress(20)
  expect(store.running.map(({ done }) => done)).toEqual([3])
  client.answer('jobs.get', job())
  await progress(20)
  expect(await end).toEqual(job())
  expect([store.running, store.jobs.map(({ state }) => state)]).toEqual([[], ['done']])
})

test.each(['done', 'failed', 'cancelled'] as const)('a job found %s is at its end at once', async (state) => {
  const { client, store } = jobs()
  client.answer('jobs.get', job({ state }))
  expect((await store.follow(id(20))).state).toBe(state)
})

test('a job that is over never runs again, whatever answer comes late', async () => {
  const late = Promise.withResolvers<Job>()
  const { client, store, progress } = jobs()
  client.answer('jobs.get', running())
  void store.follow(id(20))
  await flushPromises()
  client.answer('jobs.get', () => late.promise)
  await progress(20)
  client.answer('jobs.get', job())
  await progress(20)
  late.resolve(running({ done: 2 }))
  await flushPromises()
  expect(store.jobs).toEqual([job()])
})

test('news of other jobs are not asked about', async () => {
  const { client, progress } = jobs()
  await progress(99)
  expect(client.calls).toEqual([])
})

test('a job that ends before its first answer is here is asked about again', async () => {
  const first = Promise.withResolvers<Job>()
  const { client, store, progress } = jobs()
  client.answer('jobs.get', () => first.promise)
  const end = store.follow(id(20))
  client.answer('jobs.get', job())
  await progress(20)
  first.resolve(running())
  expect((await end).state).toBe('done')
})

test('the newest job stands first; dismissing keeps those that run', async () => {
  const { client, store } = jobs()
  client.answer('jobs.get', ({ jobId }) => job({ jobId: jobId as Job['jobId'] }))
  await store.follow(id(1))
  await store.follow(id(2))
  client.answer('jobs.get', running({ jobId: id(3) }))
  void store.follow(id(3))
  await flushPromises()
  expect(store.jobs.map(({ jobId }) => jobId)).toEqual([id(3), id(2), id(1)])
  store.dismiss()
  expect(store.jobs.map(({ jobId }) => jobId)).toEqual([id(3)])
})

test('two who follow the same job both hear of its end', async () => {
  const { client, store, progress } = jobs()
  client.answer('jobs.get', running())
  const ends = [store.follow(id(20)), store.follow(id(20))]
  await flushPromises()
  client.answer('jobs.get', job({ state: 'failed' }))
  await progress(20)
  expect((await Promise.all(ends)).map(({ state }) => state)).toEqual(['failed', 'failed'])
})

test('cancelling asks for it, and the tray stops listening when it goes', async () => {
  const { client, store, unmount } = jobs(new FakeClient().answer('jobs.cancel', {}))
  await store.cancel(id(20))
  expect(client.calls).toEqual([{ name: 'jobs.cancel', input: { jobId: id(20) } }])
  expect(client.heardBy('jobs.progressed')).toBe(1)
  unmount()
  expect(client.heardBy('jobs.progressed')).toBe(0)
})
