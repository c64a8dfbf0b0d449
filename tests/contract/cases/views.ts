import { expect } from 'vitest'
import type { views } from '#shared/ipc/contract/views.ts'
import type { Case, ContractClient } from '../client.ts'

const NOBODY = '01890000-0000-7000-8000-000000000000'
const save = (client: ContractClient, name: string) => client.call('views.save', { name, tab: 'inbound' })
const rows = async (client: ContractClient) => (await client.call('views.list', {})).rows

export const viewsCases: Record<keyof typeof views, readonly Case[]> = {
  'views.list': [
    {
      title: 'gives what was saved',
      run: async (client) => {
        const saved = await save(client, 'Listed')
        expect(await rows(client)).toContainEqual(saved)
      },
    },
  ],
  'views.save': [
    {
      title: 'adds and changes a list; one nobody knows is NOT_FOUND',
      run: async (client) => {
        const saved = await save(client, 'Mine')
        expect(saved).toEqual({
          id: saved.id,
          name: 'Mine',
          tab: 'inbound',
          filters: {},
          sort: null,
          columns: null,
        })
        const sort = { by: 'value', direction: 'desc' } as const
        const changes = { filters: { countries: ['NL'] }, sort, columns: ['name', 'value'] }
        const changed = await client.call('views.save', { ...saved, ...changes, name: 'Ours' })
        expect(changed).toEqual({ ...saved, ...changes, name: 'Ours' })
        expect(await rows(client)).toContainEqual(changed)
        const unknown = { id: NOBODY, name: 'X', tab: 'all' as const }
        expect((await client.fail('views.save', unknown)).code).toBe('NOT_FOUND')
      },
    },
  ],
  'views.left': [
    {
      title: 'tells how lists were left, without a saved one that is gone',
      run: async (client) => {
        const { id } = await save(client, 'Chosen')
        const left = { tab: 'outbound', viewId: id, sort: null, columns: ['value'], own: null } as const
        const list = { ...left, filters: { text: 'port' } }
        await client.call('views.leave', list as never)
        expect((await client.call('views.left', {})).rows).toContainEqual(list)
        await client.call('views.delete', { id })
        expect((await client.call('views.left', {})).rows).toContainEqual({ ...list, viewId: null })
      },
    },
  ],
  'views.leave': [
    {
      title: 'keeps the latest of each list',
      run: async (client) => {
        const left = { tab: 'favorites' as const, viewId: null, sort: null, columns: null, own: null }
        for (const text of ['one', 'two']) {
          expect(await client.call('views.leave', { ...left, filters: { text } })).toEqual({})
        }
        const { rows: all } = await client.call('views.left', {})
        expect(all.filter(({ tab }) => tab === 'favorites')).toEqual([{ ...left, filters: { text: 'two' } }])
      },
    },
  ],
  'views.delete': [
    {
      title: 'deletes it once',
      run: async (client) => {
        const { id } = await save(client, 'Gone')
        expect(await client.call('views.delete', { id })).toEqual({})
        expect((await rows(client)).map((view) => view.id)).not.toContain(id)
        expect((await client.fail('views.delete', { id })).code).toBe('NOT_FOUND')
      },
    },
  ],
}
