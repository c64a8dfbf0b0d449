import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { JobId } from '#shared/domain/ids.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { useAppEvent, useClient } from '../../bridge/provide.ts'

export type Job = Output<'jobs.get'>

const isOver = (job: Job): boolean =>
  job.state === 'done' || job.state === 'failed' || job.state === 'cancelled'

/** Long work started from these screens: where each piece stands. */
export const useJobs = defineStore('jobs', () => {
  const client = useClient()
  const jobs = shallowRef<readonly Job[]>([])
  const waiting = new Map<JobId, ((job: Job) => void)[]>()
  const running = computed(() => jobs.value.filter((job) => !isOver(job)))

  function keep(job: Job): void {
    const known = jobs.value.findIndex(({ jobId }) => jobId === job.jobId)
    // Answers may overtake each other: a job that is over never runs again.
    if (known >= 0 && isOver(jobs.value[known]!)) return
    if (known < 0) jobs.value = [job, ...jobs.value]
    else jobs.value = jobs.value.map((old, index) => (index === known ? job : old))
    if (!isOver(job)) return
    for (const tell of waiting.get(job.jobId) ?? []) tell(job)
    waiting.delete(job.jobId)
  }
  async function refresh(jobId: JobId): Promise<void> {
    keep(await client.call('jobs.get', { jobId }))
  }

  /** Follows a job to its end. */
  async function follow(jobId: JobId): Promise<Job> {
    const ended = new Promise<Job>((resolve) => waiting.set(jobId, [...(waiting.get(jobId) ?? []), resolve]))
    await refresh(jobId)
    return ended
  }
  const cancel = (jobId: JobId) => client.call('jobs.cancel', { jobId })
  function dismiss(): void {
    jobs.value = running.value
  }
  /** Wires the store to the news of its jobs; called once by the tray. */
  function listen(): void {
    useAppEvent('jobs.progressed', ({ jobId }) => {
      if (waiting.has(jobId) || jobs.value.some((job) => job.jobId === jobId)) void refresh(jobId)
    })
  }
  return { jobs, running, follow, cancel, dismiss, listen }
})
