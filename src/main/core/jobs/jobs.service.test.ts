import { uuidv7 } from 'uuidv7'
import { beforeEach, expect, test } from 'vitest'
import type { JobId } from '#shared/domain/ids.ts'
import { AppError } from '#shared/errors.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import type { LogEntry } from '../ports.ts'
import { type JobControl, stopIfCancelled } from './job-control.ts'
import { JobsService } from './jobs.service.ts'

let events: AppEvent[]
let log: LogEntry[]
let jobs: JobsService

beforeEach(() => {
  events = []
  log = []
  jobs = new JobsService(
    uuidv7,
    (event) => events.push(event),
    (entry) => log.push(entry),
  )
})

/** Work that goes on when the test says so. */
function held() {
  let release = (): void => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  let control: JobControl | null = null
  const work = async (given: JobControl) => {
    control = given
    await gate
    stopIfCancelled(given)
    return { rows: 1 }
  }
  return { work, release: () => release(), control: () => control! }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

test('a job is queued, runs, tells how far it is, and is done with its result', async () => {
  const { work, release, control } = held()
  const jobId = jobs.start('export', 'CSV', work)
  expect(jobs.get(jobId)).toEqual({
    jobId,
    kind: 'export',
    name: 'CSV',
    state: 'queued',
    done: 0,
    total: null,
    result: null,
    error: null,
  })
  await turn()
  control().progress(3, 10)
  expect(jobs.get(jobId)).toMatchObject({ state: 'running', done: 3, total: 10 })
  expect(events.at(-1)).toEqual({ name: 'jobs.progressed', payload: { jobId, done: 3, total: 10 } })
  release()
  await jobs.settled()
  expect(jobs.get(jobId)).toMatchObject({ state: 'done', result: { rows: 1 }, error: null })
})

test('jobs run one at a time, in the order they were asked for', async () => {
  const order: string[] = []
  const first = held()
  const firstId = jobs.start('export', 'first', (control) =>
    first.work(control).finally(() => order.push('first')),
  )
  const secondId = jobs.start('export', 'second', async () => void order.push('second') as never)
  await turn()
  expect([jobs.get(firstId).state, jobs.get(secondId).state]).toEqual(['running', 'queued'])
  first.release()
  await jobs.settled()
  expect(order).toEqual(['first', 'second'])
})

test('a job that was cancelled while it waited never begins', async () => {
  const first = held()
  jobs.start('export', 'first', first.work)
  let began = false
  const jobId = jobs.start('export', 'second', async () => (began = true))
  jobs.cancel(jobId)
  expect(jobs.get(jobId).state).toBe('cancelled')
  first.release()
  await jobs.settled()
  expect([began, jobs.get(jobId).state]).toEqual([false, 'cancelled'])
})

test('a job that is cancelled while it runs hears of it and ends cancelled', async () => {
  const { work, release } = held()
  const jobId = jobs.start('export', 'CSV', work)
  await turn()
  jobs.cancel(jobId)
  release()
  await jobs.settled()
  expect(jobs.get(jobId)).toMatchObject({ state: 'cancelled', result: null, error: null })
})

test('cancelling a finished job leaves it finished', async () => {
  const jobId = jobs.start('export', 'CSV', async () => 1)
  await jobs.settled()
  jobs.cancel(jobId)
  expect(jobs.get(jobId)).toMatchObject({ state: 'done', result: 1 })
})

test('an error of ours is the error of the job; one by mistake is INTERNAL and only its kind is logged', async () => {
  const refused = jobs.start('import', 'a', () => Promise.reject(new AppError('BUSY', { what: 'database' })))
  const broken = jobs.start('import', 'b', () => Promise.reject(new RangeError('secret')))
  await jobs.settled()
  expect(jobs.get(refused)).toMatchObject({ state: 'failed', error: { code: 'BUSY' } })
  const { state, error } = jobs.get(broken)
  expect([state, error!.code]).toEqual(['failed', 'INTERNAL'])
  expect(log).toMatchObject([{ code: 'JOB_FAILED', message: 'RangeError', ...error!.details }])
  expect(JSON.stringify([log, error])).not.toContain('secret')
})

test('a failed job does not keep the next one from running', async () => {
  jobs.start('export', 'a', () => Promise.reject(new Error('x')))
  const next = jobs.start('export', 'b', async () => 'fine')
  await jobs.settled()
  expect(jobs.get(next).result).toBe('fine')
})

test('cancelling all ends what runs and what waits', async () => {
  const { work, release } = held()
  const ids = [jobs.start('a', 'a', work), jobs.start('b', 'b', async () => 1)]
  await turn()
  jobs.cancelAll()
  release()
  await jobs.settled()
  expect(ids.map((id) => jobs.get(id).state)).toEqual(['cancelled', 'cancelled'])
})

test('a job nobody started is NOT_FOUND', () => {
  const error = new AppError('NOT_FOUND', { what: 'job', id: 'x' })
  expect(() => jobs.get('x' as JobId)).toThrow(error)
  expect(() => jobs.cancel('x' as JobId)).toThrow(error)
})

test('only so many finished jobs are remembered: the oldest are forgotten, never one that runs or waits', async () => {
  const ids: JobId[] = []
  for (let index = 0; index < 105; index += 1) {
    ids.push(jobs.start('export', String(index), async () => index))
    await jobs.settled()
  }
  const { work, release } = held()
  const running = jobs.start('export', 'running', work)
  expect(() => jobs.get(ids[0]!)).toThrow(/NOT_FOUND/)
  expect(jobs.get(ids[104]!).result).toBe(104)
  for (let index = 0; index < 150; index += 1) jobs.start('export', 'waiting', async () => index)
  expect(jobs.get(running).state).not.toBe('done')
  release()
  await jobs.settled()
  expect(jobs.get(running).state).toBe('done')
})
