import { expect } from 'vitest'
import { addCivilDays } from '#shared/domain/time.ts'
import type { today } from '#shared/ipc/contract/today.ts'
import { createDeal, execute, receiveDeal } from '../../support/deal-commands.ts'
import type { Case } from '../client.ts'

export const todayCases: Record<keyof typeof today, readonly Case[]> = {
  'today.get': [
    {
      title: 'names what needs somebody, counts all of it, and shows as much as was asked for',
      run: async (client) => {
        const before = await client.call('today.get', {})
        const received = await receiveDeal(client, { name: 'Answer me' })
        await receiveDeal(client)
        const late = await createDeal(client, { closeDate: before.today })
        expect(late.closeDate).toBe(before.today)
        const day = await client.call('today.get', { limits: { answers: 1 } })
        expect(day.answers.count).toBe(before.answers.count + 2)
        expect(day.answers.rows).toHaveLength(1)
        // A date that is today has not passed.
        expect(day.overdue.count).toBe(before.overdue.count)
        expect(day.needs).toBe(before.needs + 2)
        const all = await client.call('today.get', { limits: { answers: 500 } })
        expect(all.answers.rows.map(({ id }) => id)).toContain(received.id)
        const ahead = Array.from({ length: 7 }, (_, index) => addCivilDays(all.today, index + 1))
        expect(all.days.map(({ day: date }) => date)).toEqual(ahead)
      },
    },
    {
      title: 'refuses limits of sections that are none',
      run: async (client) => {
        const { code } = await client.fail('today.get', { limits: { everything: 1 } as never })
        expect(code).toBe('INVALID_INPUT')
        expect((await client.fail('today.get', { limits: { answers: 0 } })).code).toBe('INVALID_INPUT')
      },
    },
  ],
  'today.waiting': [
    {
      title: 'counts the very deals Today lists, names none, and gives the first few by the time they have',
      run: async (client) => {
        const { id } = await receiveDeal(client, { name: 'Waiting room' })
        const waiting = await client.call('today.waiting', {})
        const { answers } = await client.call('today.get', { limits: { answers: 5 } })
        expect(waiting.count).toBe(answers.count)
        expect(waiting.first).toEqual(
          answers.rows.map((row) => ({ dealId: row.id, expiresAt: row.expiresAt })),
        )
        expect(JSON.stringify(waiting)).not.toContain('Waiting room')
        await execute(client, id, { kind: 'decline', reason: 'budget' })
        expect((await client.call('today.waiting', {})).count).toBe(waiting.count - 1)
      },
    },
  ],
  'today.visit': [
    {
      title: 'says when the visit before ended, again and again the same while this one goes on',
      run: async (client) => {
        const { since } = await client.call('today.visit', {})
        expect(await client.call('today.visit', {})).toEqual({ since })
        expect((await client.call('today.get', {})).away.since).toBe(since)
        const { clock } = await client.call('app.info', {})
        expect(since === null || since < clock.now).toBe(true)
      },
    },
  ],
}
