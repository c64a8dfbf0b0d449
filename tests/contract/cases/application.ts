import { expect } from 'vitest'
import type { application } from '#shared/ipc/contract/application.ts'
import type { Case } from '../client.ts'

export const applicationCases: Record<keyof typeof application, readonly Case[]> = {
  'app.info': [
    {
      title: 'says what is running and counts what it holds',
      run: async (client) => {
        const info = await client.call('app.info', {})
        expect(info).toMatchObject({ name: 'Tandem', rulebook: '2020-10', host: 'loopback' })
        expect(info.counts.received + info.counts.active + info.counts.closed).toBe(info.counts.deals)
        expect(info.clock.hold).toBeNull()
      },
    },
  ],
  'app.confirm-clock': [
    {
      title: 'changes nothing while nobody doubts the clock, and tells what it is',
      run: async (client) => {
        const today = '2031-01-01'
        const answer = await client.call('app.confirm-clock', { today })
        expect(answer).toMatchObject({ clock: { hold: null, banner: null }, expiredMeanwhile: [] })
        expect(answer.clock.computer.today).not.toBe(today)
      },
    },
    {
      title: 'asks for a day that there is',
      run: async (client) => {
        const error = await client.fail('app.confirm-clock', { today: '2027-02-29' })
        expect(error.code).toBe('INVALID_INPUT')
      },
    },
  ],
  'sample.load': [
    {
      title: 'brings sixty deals, once',
      run: async (client) => {
        expect(await client.call('sample.load', {})).toEqual({ deals: 60 })
        const { counts } = await client.call('app.info', {})
        expect(await client.call('sample.load', {})).toEqual({ deals: 60 })
        expect((await client.call('app.info', {})).counts).toEqual(counts)
        expect(counts.sample).toBe(60)
        await client.call('sample.clear', {})
      },
    },
  ],
  'sample.clear': [
    {
      title: 'takes them out again, and nothing else',
      run: async (client) => {
        const before = (await client.call('app.info', {})).counts
        await client.call('sample.load', {})
        expect(await client.call('sample.clear', {})).toEqual({ deals: 60 })
        const after = (await client.call('app.info', {})).counts
        expect({ ...after, events: 0 }).toEqual({ ...before, events: 0 })
        expect(await client.call('sample.clear', {})).toEqual({ deals: 0 })
      },
    },
  ],
}
