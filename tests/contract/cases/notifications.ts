import { expect } from 'vitest'
import type { notifications } from '#shared/ipc/contract/notifications.ts'
import { importPreview } from '#shared/ipc/contract/exchange.ts'
import { fileOf, line, withMicrosoft } from '../../support/bulk-csv.ts'
import { receiveDeal } from '../../support/deal-commands.ts'
import { type Case, type ContractClient, jobOf } from '../client.ts'

let uses = 0
/** Two answers of Microsoft that a file brings: news, other than what a person does here. */
async function twoAnswers(client: ContractClient): Promise<void> {
  const names = [`REF-ANSWERED-${(uses += 1)}`, `REF-ANSWERED-${(uses += 1)}`]
  for (const status of ['Pending', 'Accepted']) {
    const file = fileOf(names.map((name) => line(name, withMicrosoft(status))))
    const fileId = await client.upload('answers.csv', file)
    const read = await client.call('imports.preview', { fileId, format: 'partner-center-csv' })
    const { importId } = importPreview.parse((await jobOf(client, read.jobId)).result)
    const { jobId } = await client.call('imports.commit', { importId })
    await jobOf(client, jobId)
  }
}

export const notificationsCases: Record<keyof typeof notifications, readonly Case[]> = {
  'notifications.list': [
    {
      title: 'tells of a deal that arrived, newest first, with the names of now',
      run: async (client) => {
        await receiveDeal(client, { name: 'Older' })
        const { id, parties, expiresAt } = await receiveDeal(client, { name: 'Newer' })
        const { rows } = await client.call('notifications.list', { limit: 2 })
        expect(rows.map(({ dealName }) => dealName)).toEqual(['Newer', 'Older'])
        expect(rows[0]).toMatchObject({
          kind: 'deal-received',
          readAt: rows[0]!.at,
          dealId: id,
          partyId: parties[0]!.id,
          organization: 'Microsoft',
          params: { expiresAt },
        })
      },
    },
    {
      title: 'goes on where a page ended, and refuses a cursor of another list',
      run: async (client) => {
        await receiveDeal(client)
        await receiveDeal(client)
        const both = await client.call('notifications.list', { limit: 2 })
        const first = await client.call('notifications.list', { limit: 1 })
        const second = await client.call('notifications.list', { limit: 1, cursor: first.nextCursor! })
        expect([...first.rows, ...second.rows]).toEqual(both.rows)
        const { code } = await client.fail('notifications.list', { cursor: 'bm90IG9uZQ' })
        expect(code).toBe('INVALID_INPUT')
      },
    },
  ],
  'notifications.mark-read': [
    {
      title: 'marks the named ones, then all, and says how many are left',
      run: async (client) => {
        await twoAnswers(client)
        const { rows, unread } = await client.call('notifications.list', { unreadOnly: true, limit: 2 })
        const ids = [rows[0]!.id]
        expect(await client.call('notifications.mark-read', { ids })).toEqual({ unread: unread - 1 })
        expect(await client.call('notifications.mark-read', { ids })).toEqual({ unread: unread - 1 })
        const left = await client.call('notifications.list', { unreadOnly: true, limit: 1 })
        expect(left.rows[0]!.id).toBe(rows[1]!.id)
        expect(await client.call('notifications.mark-read', { all: true })).toEqual({ unread: 0 })
        expect((await client.call('notifications.list', { unreadOnly: true })).rows).toEqual([])
      },
    },
  ],
  'notifications.take-untold': [
    {
      title: 'hands over what is news, each line once, without a name of anybody',
      run: async (client) => {
        await client.call('notifications.take-untold', {})
        await twoAnswers(client)
        const listed = await client.call('notifications.list', { unreadOnly: true, limit: 2 })
        const taken = await client.call('notifications.take-untold', {})
        expect(taken.rows.map(({ id }) => id)).toEqual(listed.rows.map(({ id }) => id).reverse())
        const { kind, dealId } = listed.rows[0]!
        expect(taken.rows[1]).toEqual({
          ...{ id: listed.rows[0]!.id, kind, dealId },
          ...{ expiresAt: null, counts: {}, isAway: false },
        })
        expect((await client.call('notifications.take-untold', {})).rows).toEqual([])
      },
    },
  ],
}
