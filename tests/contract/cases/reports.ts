import { expect } from 'vitest'
import { ANSWER_BUCKETS, MOVEMENTS, REPORTS } from '#shared/domain/report.ts'
import type { reports } from '#shared/ipc/contract/reports.ts'
import { createDeal, execute, receiveDeal } from '../../support/deal-commands.ts'
import type { Case } from '../client.ts'

/** An hour before and after, so that days of different zones do not matter. */
const wide = { from: '2000-01-01', to: '2049-12-31' }

export const reportsCases: Record<keyof typeof reports, readonly Case[]> = {
  'reports.get': [
    {
      title: 'gives every report in one shape, with the lines it always has',
      run: async (client) => {
        for (const report of REPORTS) {
          const told = await client.call('reports.get', { report })
          expect(told.report).toBe(report)
          expect(told.from <= told.to).toBe(true)
          expect(told.from.endsWith('-01')).toBe(true)
        }
        const { rows } = await client.call('reports.get', { report: 'response' })
        expect(rows.map(({ key }) => key)).toEqual(ANSWER_BUCKETS.map(({ key }) => key))
        const changes = await client.call('reports.get', { report: 'changes' })
        expect(changes.rows.map(({ key }) => key)).toEqual(MOVEMENTS)
        expect(changes.totals).toBeNull()
        expect((await client.call('reports.get', { report: 'solutions' })).totals).toBeNull()
      },
    },
    {
      title: 'counts what was won and lost by campaign, with the reasons, in its own currency',
      run: async (client) => {
        const filters = { currency: 'HKD' }
        const value = { amount: 50_000, currency: 'HKD' }
        const won = await createDeal(client, { value, campaignId: 'spring' })
        await execute(client, won.id, { kind: 'win' })
        const lost = await createDeal(client, { value })
        await execute(client, lost.id, { kind: 'lose', reason: 'budget' })
        const campaigns = await client.call('reports.get', { report: 'campaigns', filters, ...wide })
        expect(campaigns.rows.map(({ group }) => group)).toContainEqual({ campaignId: 'spring' })
        const spring = campaigns.rows.find(({ group }) => group['campaignId'] === 'spring')!
        expect(spring.measures['winRate']).toBe(1)
        expect(spring.figures['won']).toMatchObject({ count: 1, values: [value], counts: [1] })
        expect(campaigns.totals?.measures['winRate']).toBe(0.5)
        const reasons = await client.call('reports.get', { report: 'reasons', filters, ...wide })
        expect(reasons.rows).toMatchObject([
          { group: { outcome: 'lost', reason: 'budget' }, measures: { shareRate: 1 } },
        ])
      },
    },
    {
      title: 'refuses days the wrong way round, too many of them, and groups of a report with its own lines',
      run: async (client) => {
        const fail = async (input: object) =>
          (await client.fail('reports.get', { report: 'outcomes', ...input })).code
        expect(await fail({ from: '2026-11-02', to: '2026-11-01' })).toBe('INVALID_INPUT')
        expect(await fail({ from: '1970-01-01', to: '2026-11-01' })).toBe('INVALID_INPUT')
        expect(await fail({ to: '9999-12-31' })).toBe('INVALID_INPUT')
        expect(await fail({ to: '2026-02-30' })).toBe('INVALID_INPUT')
        expect(await fail({ report: 'forecast', groupBy: 'type' })).toBe('INVALID_INPUT')
        expect(await fail({ report: 'everything' })).toBe('INVALID_INPUT')
      },
    },
  ],
  'reports.deals': [
    {
      title: 'opens the deals of a figure page by page, as many as it counts',
      run: async (client) => {
        const filters = { currency: 'SGD' }
        const value = { amount: 100, currency: 'SGD' }
        const ids: string[] = []
        for (let index = 0; index < 3; index += 1) ids.push((await receiveDeal(client, { value })).id)
        const asked = { report: 'pipeline' as const, filters }
        const { rows } = await client.call('reports.get', asked)
        const received = rows.find(({ key }) => key === 'standard:received')!
        expect(received.figures['deals']!.count).toBe(3)
        const page = { ...asked, row: 'standard:received', figure: 'deals', limit: 2 }
        const first = await client.call('reports.deals', page)
        const second = await client.call('reports.deals', { ...page, cursor: first.nextCursor! })
        expect([first.count, second.count, second.nextCursor]).toEqual([3, 3, null])
        expect([...first.rows, ...second.rows].map(({ id }) => id).sort()).toEqual(ids.sort())
      },
    },
    {
      title: 'knows no figures and lines a report does not have',
      run: async (client) => {
        const code = async (row: string | null, figure: string) =>
          (await client.fail('reports.deals', { report: 'pipeline', row, figure })).code
        expect(await code('elsewhere', 'deals')).toBe('NOT_FOUND')
        expect(await code(null, 'constructor')).toBe('NOT_FOUND')
        const asked = { report: 'solutions' as const, row: null, figure: 'won' }
        expect((await client.fail('reports.deals', asked)).code).toBe('NOT_FOUND')
        const cursor = { report: 'pipeline' as const, row: null, figure: 'deals', cursor: 'nonsense' }
        expect((await client.fail('reports.deals', cursor)).code).toBe('INVALID_INPUT')
      },
    },
  ],
}
