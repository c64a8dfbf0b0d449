import { expect, test } from 'vitest'
import type { AppEvent } from '#shared/ipc/events.ts'
import { RunningJobs } from './running-jobs.ts'

test('work is under way from when it is told until it is over', async () => {
  const states = new Map<string, string>()
  const asked: string[] = []
  let tell: (event: AppEvent) => void = () => {}
  const jobs = new RunningJobs({
    subscribe: (listener) => {
      tell = listener
      return () => {}
    },
    call: async (_name, input) => {
      const { jobId } = input as { jobId: string }
      asked.push(jobId)
      const state = states.get(jobId)
      return state
        ? { ok: true, value: { state } }
        : { ok: false, error: { code: 'NOT_FOUND', details: { what: 'job', id: jobId } } }
    },
  })
  const progress = (jobId: string) =>
    tell({ name: 'jobs.progressed', payload: { jobId: jobId as never, done: 0, total: null } })
  expect(await jobs.any()).toBe(false)
  for (const [jobId, state] of [
    ['a', 'done'],
    ['b', 'running'],
    ['c', 'queued'],
  ] as const) {
    states.set(jobId, state)
    progress(jobId)
  }
  progress('forgotten')
  expect(await jobs.any()).toBe(true)
  states.set('b', 'failed')
  expect(await jobs.any()).toBe(true)
  states.set('c', 'cancelled')
  expect(await jobs.any()).toBe(false)
  const before = asked.length
  expect(await jobs.any()).toBe(false)
  expect(asked.length).toBe(before)
})
