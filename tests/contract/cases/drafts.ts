import { expect } from 'vitest'
import type { drafts } from '#shared/ipc/contract/drafts.ts'
import { writtenDraft } from '../../support/written-draft.ts'
import type { Case, ContractClient } from '../client.ts'

const NOBODY = '01890000-0000-7000-8000-000000000000'
const save = (client: ContractClient, name: string) =>
  client.call('drafts.save', { draftId: null, form: writtenDraft({ name }) })

export const draftsCases: Record<keyof typeof drafts, readonly Case[]> = {
  'drafts.save': [
    {
      title: 'keeps one draft however often it is saved; one nobody knows is NOT_FOUND',
      run: async (client) => {
        const { draftId } = await save(client, 'First')
        const again = await client.call('drafts.save', { draftId, form: { name: 'Second' } })
        expect(again.draftId).toBe(draftId)
        expect((await client.call('drafts.get', { draftId })).form).toEqual({ name: 'Second' })
        expect((await client.fail('drafts.save', { draftId: NOBODY, form: {} })).code).toBe('NOT_FOUND')
      },
    },
    {
      title: 'refuses what no form holds',
      run: async (client) => {
        const form = { fruit: 'apple' } as never
        expect((await client.fail('drafts.save', { draftId: null, form })).code).toBe('INVALID_INPUT')
      },
    },
  ],
  'drafts.list': [
    {
      title: 'names each draft by deal and customer',
      run: async (client) => {
        const saved = await save(client, 'Listed')
        const names = { name: 'Listed', customerName: 'Harborline Foods BV' }
        expect((await client.call('drafts.list', {})).rows).toContainEqual({ ...saved, ...names })
      },
    },
  ],
  'drafts.get': [
    {
      title: 'gives back everything that was typed; one nobody knows is NOT_FOUND',
      run: async (client) => {
        const saved = await save(client, 'Typed')
        const draft = await client.call('drafts.get', { draftId: saved.draftId })
        expect(draft).toEqual({ ...saved, form: writtenDraft({ name: 'Typed' }) })
        expect((await client.fail('drafts.get', { draftId: NOBODY })).code).toBe('NOT_FOUND')
      },
    },
  ],
  'drafts.discard': [
    {
      title: 'deletes it once',
      run: async (client) => {
        const { draftId } = await save(client, 'Gone')
        expect(await client.call('drafts.discard', { draftId })).toEqual({})
        expect((await client.fail('drafts.get', { draftId })).code).toBe('NOT_FOUND')
        expect((await client.fail('drafts.discard', { draftId })).code).toBe('NOT_FOUND')
      },
    },
  ],
}
