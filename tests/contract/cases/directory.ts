import { expect } from 'vitest'
import type { directory } from '#shared/ipc/contract/directory.ts'
import { createDeal, customer, person } from '../../support/deal-commands.ts'
import type { Case } from '../client.ts'

/** A word nobody else uses: the cases share one application over HTTP. */
let uses = 0
const unique = (word: string): string => `${word}${(uses += 1)}x`

export const directoryCases: Record<keyof typeof directory, readonly Case[]> = {
  'customers.save': [
    {
      title: 'adds a customer once',
      run: async (client) => {
        const input = { ...customer(unique('Harbor')), duns: '01-234-5678' }
        const saved = await client.call('customers.save', input)
        expect(saved).toMatchObject({ name: input.name, duns: '012345678', addressLine2: null })
        expect(await client.call('customers.save', input)).toEqual(saved)
      },
    },
  ],
  'customers.search': [
    {
      title: 'finds it by the beginning of its name, in its country',
      run: async (client) => {
        const saved = await client.call('customers.save', customer(unique('Vennholt')))
        const text = saved.name.slice(0, -1).toUpperCase()
        expect((await client.call('customers.search', { text, country: 'NL' })).rows).toContainEqual(saved)
        expect((await client.call('customers.search', { text, country: 'BE' })).rows).toEqual([])
      },
    },
  ],
  'partners.save': [
    {
      title: 'adds and changes a partner; one nobody knows is NOT_FOUND',
      run: async (client) => {
        const input = { name: unique('Brink'), partnerId: '4301187', country: 'NL', contact: person('Iris') }
        const saved = await client.call('partners.save', input)
        expect(saved).toMatchObject(input)
        const changed = await client.call('partners.save', { ...saved, contact: null })
        expect(changed).toEqual({ ...saved, contact: null })
        const unknown = { ...input, id: '01890000-0000-7000-8000-000000000000' }
        expect((await client.fail('partners.save', unknown)).code).toBe('NOT_FOUND')
      },
    },
  ],
  'partners.search': [
    {
      title: 'finds it by name',
      run: async (client) => {
        const name = unique('Solace')
        const saved = await client.call('partners.save', { name, partnerId: '1', country: 'IE' })
        expect((await client.call('partners.search', { text: name })).rows).toEqual([saved])
      },
    },
  ],
  'solutions.save': [
    {
      title: 'adds a solution; the id of another is refused',
      run: async (client) => {
        const externalId = unique('SOL-')
        const input = { name: 'ColdTrace', kind: 'own' as const, publisher: 'Kestrel', externalId }
        const saved = await client.call('solutions.save', { ...input, incentive: 'ip-co-sell' })
        expect(saved).toEqual({ ...input, incentive: 'ip-co-sell', id: saved.id })
        expect((await client.fail('solutions.save', input)).code).toBe('INVALID_INPUT')
      },
    },
  ],
  'solutions.search': [
    {
      title: 'finds it by name, among the kinds asked for',
      run: async (client) => {
        const saved = await client.call('solutions.save', { name: unique('Fabric'), kind: 'microsoft' })
        const find = (kinds: ('own' | 'microsoft')[]) =>
          client.call('solutions.search', { text: saved.name, kinds })
        expect((await find(['microsoft'])).rows).toEqual([saved])
        expect((await find(['own'])).rows).toEqual([])
      },
    },
  ],
  'people.recent': [
    {
      title: 'offers whoever was on a team last',
      run: async (client) => {
        const member = person(unique('Ana'))
        const deal = await createDeal(client, { team: [member] })
        const { rows } = await client.call('people.recent', { limit: 5 })
        expect(rows).toContainEqual({ ...member, dealName: deal.name })
      },
    },
  ],
  'customers.contacts': [
    {
      title: 'offers whom earlier deals with a customer named',
      run: async (client) => {
        const contact = person(unique('Iris'))
        const deal = await createDeal(client, { contact, customer: customer(unique('Harbor')) })
        const { rows } = await client.call('customers.contacts', { customerId: deal.customer.id })
        expect(rows).toEqual([{ ...contact, dealName: deal.name }])
        const nobody = '01890000-0000-7000-8000-000000000000'
        expect((await client.call('customers.contacts', { customerId: nobody })).rows).toEqual([])
      },
    },
  ],
}
