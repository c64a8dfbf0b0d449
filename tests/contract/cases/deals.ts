import { expect } from 'vitest'
import type { deals } from '#shared/ipc/contract/deals.ts'
import { createDeal, euros, execute, person, receive, receiveDeal } from '../../support/deal-commands.ts'
import type { Case } from '../client.ts'

const NOBODY = '01890000-0000-7000-8000-000000000000'

export const dealsCases: Record<keyof typeof deals, readonly Case[]> = {
  'deals.execute': [
    {
      title: 'takes an inbound deal from its arrival to its end',
      run: async (client) => {
        const received = await receiveDeal(client)
        const accepted = await execute(
          client,
          received.id,
          { kind: 'accept', name: 'Accepted' },
          received.version,
        )
        const marked = await execute(
          client,
          received.id,
          { kind: 'mark-stage', stage: 'negotiated' },
          accepted.version,
        )
        const won = await execute(client, received.id, { kind: 'win' }, marked.version)
        expect([accepted.status, marked.percent, won.status]).toEqual(['accepted', 80, 'won'])
      },
    },
    {
      title: 'REFUSED names all reasons, CONFLICT both versions, NOT_FOUND the deal',
      run: async (client) => {
        const { id, version } = await createDeal(client)
        const lose = { kind: 'lose' as const, reason: null }
        const input = { dealId: id, expectedVersion: version, command: lose }
        const refused = await client.fail('deals.execute', input)
        expect(refused).toMatchObject({
          code: 'REFUSED',
          details: { reasons: [{ code: 'REASON_REQUIRED' }] },
        })
        const stale = await client.fail('deals.execute', { ...input, expectedVersion: 9 })
        expect(stale).toEqual({ code: 'CONFLICT', details: { expected: 9, actual: version } })
        expect((await client.fail('deals.execute', { ...input, dealId: NOBODY })).code).toBe('NOT_FOUND')
      },
    },
    {
      title: 'a co-sell deal with Microsoft and its answer',
      run: async (client) => {
        const microsoft = { help: 'poc-demo' as const, notes: 'size it' }
        const deal = await createDeal(client, { microsoft, contact: person('Iris'), consent: true })
        expect(deal).toMatchObject({ type: 'co-sell', microsoft: 'pending', help: { type: 'poc-demo' } })
        const answered = await execute(client, deal.id, {
          kind: 'record-answer',
          partyId: deal.parties[0]!.id,
          answer: 'accepted',
          sellers: [person('Sam')],
        })
        expect(answered.parties[0]).toMatchObject({ status: 'accepted', sellers: [person('Sam')] })
      },
    },
  ],
  'deals.bulk': [
    {
      title: 'does what can be done of many, and says what cannot and why',
      run: async (client) => {
        const running = await createDeal(client)
        const waiting = await receiveDeal(client)
        const selection = { ids: [waiting.id, running.id] }
        const ask = { selection, command: { kind: 'win' as const }, dryRun: true }
        const asked = await client.call('deals.bulk', ask)
        expect(asked).toMatchObject({ batchId: null, allowed: 1, refused: [{ dealId: waiting.id }] })
        expect(asked.refused[0]!.reasons[0]!.code).toBe('NOT_ACTIVE')
        expect((await client.call('deals.get', { dealId: running.id })).version).toBe(running.version)
        const done = await client.call('deals.bulk', { ...ask, dryRun: false })
        expect(done).toEqual({ ...asked, batchId: done.batchId })
        expect((await client.call('deals.get', { dealId: running.id })).status).toBe('won')
        const { rows } = await client.call('deals.timeline', { dealId: running.id, limit: 1 })
        expect(rows[0]!.origin).toBe(`bulk:${done.batchId}`)
      },
    },
    {
      title: 'takes a list, NOT_FOUND names the unknown deal, INVALID_INPUT what is not for many',
      run: async (client) => {
        const deal = await createDeal(client, { value: { amount: 700, currency: 'DKK' } })
        const selection = { tab: 'all' as const, filters: { currency: 'DKK' } }
        const like = { kind: 'set-favorite' as const, favorite: true }
        expect((await client.call('deals.bulk', { selection, command: like, dryRun: false })).allowed).toBe(1)
        const unknown = { selection: { ids: [deal.id, NOBODY] }, command: like, dryRun: false }
        const details = { what: 'deal', id: NOBODY }
        expect(await client.fail('deals.bulk', unknown)).toEqual({ code: 'NOT_FOUND', details })
        const begin = { selection, command: receive(), dryRun: true }
        expect((await client.fail('deals.bulk', begin)).code).toBe('INVALID_INPUT')
      },
    },
  ],
  'deals.undo': [
    {
      title: 'takes back an event or a batch, once, and says how to bring it back',
      run: async (client) => {
        const { id, value } = await createDeal(client)
        const command = { kind: 'edit' as const, changes: { value: euros(7) } }
        const done = await client.call('deals.bulk', { selection: { ids: [id] }, command, dryRun: false })
        const order = { batchId: done.batchId! }
        const undone = await client.call('deals.undo', order)
        expect(undone).toMatchObject({ undone: 1, refused: [] })
        expect((await client.call('deals.get', { dealId: id })).value).toEqual(value)
        const again = await client.call('deals.undo', order)
        expect(again).toMatchObject({ undone: 0, refused: [{ dealId: id }], redo: null })
        expect(again.refused[0]!.reasons[0]!.code).toBe('ALREADY_UNDONE')
        expect((await client.call('deals.undo', undone.redo!)).undone).toBe(1)
        expect((await client.call('deals.get', { dealId: id })).value).toEqual(euros(7))
      },
    },
    {
      title: 'never takes back what ends a deal; NOT_FOUND for an event or batch nobody knows',
      run: async (client) => {
        const { id } = await createDeal(client)
        await execute(client, id, { kind: 'win' })
        const { rows } = await client.call('deals.timeline', { dealId: id, limit: 1 })
        const { undone, refused } = await client.call('deals.undo', { eventId: rows[0]!.eventId })
        expect([rows[0]!.undoable, undone, refused[0]!.reasons[0]!.code]).toEqual([false, 0, 'NOT_UNDOABLE'])
        expect((await client.call('deals.get', { dealId: id })).status).toBe('won')
        for (const order of [{ eventId: NOBODY }, { batchId: NOBODY }]) {
          expect((await client.fail('deals.undo', order)).code).toBe('NOT_FOUND')
        }
      },
    },
  ],
  'deals.check': [
    {
      title: 'says what would happen, and does nothing',
      run: async (client) => {
        const { id } = await receiveDeal(client)
        const ask = (command: Parameters<typeof execute>[2]) =>
          client.call('deals.check', { dealId: id, command })
        expect(await ask({ kind: 'accept', name: 'Name' })).toEqual({ allowed: true, reasons: [] })
        const { allowed, reasons } = await ask({ kind: 'win' })
        expect([allowed, reasons[0]!.code]).toEqual([false, 'NOT_ACTIVE'])
        expect((await client.call('deals.get', { dealId: id })).version).toBe(1)
        const creation = await client.call('deals.check', { dealId: null, command: receive() })
        expect(creation.allowed).toBe(true)
      },
    },
  ],
  'deals.actions': [
    {
      title: 'lists every action with its verdict',
      run: async (client) => {
        const { id } = await createDeal(client)
        const { actions } = await client.call('deals.actions', { dealId: id })
        const verdict = (action: string) => actions.find((one) => one.action === action)!
        expect([verdict('win').allowed, verdict('accept').allowed]).toEqual([true, false])
        expect(actions.filter(({ action }) => action === 'mark-stage')).toHaveLength(4)
        expect((await client.fail('deals.actions', { dealId: NOBODY })).code).toBe('NOT_FOUND')
      },
    },
  ],
  'deals.get': [
    {
      title: 'gives a deal, now and as it was',
      run: async (client) => {
        const deal = await createDeal(client)
        expect(await client.call('deals.get', { dealId: deal.id })).toEqual(deal)
        expect(
          await client.call('deals.get', { dealId: deal.id.toUpperCase(), asOf: deal.createdAt }),
        ).toEqual(deal)
        const asOf = '2001-01-01T00:00:00Z'
        expect((await client.fail('deals.get', { dealId: deal.id, asOf })).code).toBe('NOT_FOUND')
      },
    },
  ],
  'deals.list': [
    {
      title: 'pages through a tab, filtered and sorted',
      run: async (client) => {
        for (const amount of [100, 300, 200]) await createDeal(client, { value: { amount, currency: 'CHF' } })
        const query = {
          tab: 'outbound' as const,
          filters: { currency: 'CHF' },
          sort: { by: 'value' as const, direction: 'desc' as const },
        }
        const first = await client.call('deals.list', { ...query, limit: 2 })
        const second = await client.call('deals.list', { ...query, limit: 2, cursor: first.nextCursor! })
        expect([...first.rows, ...second.rows].map(({ value }) => value.amount)).toEqual([300, 200, 100])
        expect([first.count, second.nextCursor]).toEqual([{ value: 3, capped: false }, null])
      },
    },
  ],
  'deals.totals': [
    {
      title: 'sums a list per currency',
      run: async (client) => {
        const value = { amount: 5_000, currency: 'NOK' }
        await createDeal(client, { value })
        await createDeal(client, { value })
        const totals = await client.call('deals.totals', { tab: 'all', filters: { currency: 'NOK' } })
        expect(totals).toEqual({ count: 2, totals: [{ amount: 10_000, currency: 'NOK' }] })
      },
    },
  ],
  'deals.unrated': [
    {
      title: 'counts what a value in the home currency leaves out for want of a rate',
      run: async (client) => {
        const filters = { minHome: 1, currency: 'DKK' }
        const unrated = async () => (await client.call('deals.unrated', { tab: 'all', filters })).rows
        const before = (await unrated())[0]?.deals ?? 0
        await createDeal(client, { value: { amount: 5_000, currency: 'DKK' } })
        expect(await unrated()).toEqual([{ currency: 'DKK', deals: before + 1 }])
        expect((await client.call('deals.list', { tab: 'all', filters })).rows).toEqual([])
      },
    },
  ],
  'deals.values': [
    {
      title: 'names what a field holds among the deals of a tab, with how many',
      run: async (client) => {
        const deal = await createDeal(client, { campaignId: 'VALUES-1' })
        const asked = { tab: 'outbound', field: 'campaign', text: 'values' } as const
        expect((await client.call('deals.values', asked)).rows).toEqual([
          { value: 'VALUES-1', label: 'VALUES-1', deals: 1 },
        ])
        const { rows } = await client.call('deals.values', {
          tab: 'all',
          field: 'customer',
          values: [deal.customer.id],
        })
        expect(rows).toMatchObject([{ value: deal.customer.id, label: deal.customerName }])
      },
    },
  ],
  'deals.board': [
    {
      title: 'shows the columns of both ladders, whole or one by one',
      run: async (client) => {
        const value = { amount: 1_000, currency: 'SEK' }
        await createDeal(client, { value })
        const filters = { currency: 'SEK' }
        const { columns } = await client.call('deals.board', { family: 'standard', filters })
        expect(columns[1]).toMatchObject({
          key: 'created',
          count: 1,
          counts: [1],
          totals: [value],
          weighted: [{ amount: 100 }],
        })
        expect((await client.call('deals.board', { family: 'assessment' })).columns).toHaveLength(8)
        const one = await client.call('deals.board', { family: 'standard', filters, column: 'created' })
        expect(one.columns[0]!.rows).toHaveLength(1)
      },
    },
  ],
  'deals.activity': [
    {
      title: 'counts the events of each day',
      run: async (client) => {
        const days = async () => (await client.call('deals.activity', {})).rows
        const before = await days()
        const { id } = await createDeal(client)
        await execute(client, id, { kind: 'edit', changes: { value: euros(1) } })
        const after = await days()
        expect(after.at(-1)!.events - (after.length === before.length ? before.at(-1)!.events : 0)).toBe(2)
        expect(after.map(({ day }) => day)).toEqual(after.map(({ day }) => day).sort())
      },
    },
  ],
  'deals.timeline': [
    {
      title: 'tells the history, newest first',
      run: async (client) => {
        const { id } = await createDeal(client)
        await execute(client, id, { kind: 'edit', changes: { value: euros(1) } })
        const { rows } = await client.call('deals.timeline', { dealId: id, limit: 1 })
        expect(rows[0]).toMatchObject({ kind: 'edited', after: { value: euros(1) } })
        const stages = await client.call('deals.timeline', { dealId: id, part: 'stages' })
        expect(stages.rows.map(({ kind }) => kind)).toEqual(['created'])
        expect((await client.fail('deals.timeline', { dealId: NOBODY })).code).toBe('NOT_FOUND')
      },
    },
  ],
  'deals.search': [
    {
      title: 'finds words anywhere in a deal, Chinese ones by any part',
      run: async (client) => {
        const deal = await createDeal(client, { name: '云禾数据平台', notes: 'zeppelin' })
        const ids = async (text: string) =>
          (await client.call('deals.search', { text })).rows.map((hit) => hit.deal.id)
        expect(await ids('禾数')).toContain(deal.id)
        expect(await ids('zepp')).toContain(deal.id)
        expect(await ids('"')).toEqual([])
      },
    },
  ],
  'deals.duplicates': [
    {
      title: 'names what looks the same and why; a copy of a deal is alike on purpose',
      run: async (client) => {
        const deal = await createDeal(client, { name: 'Observatory backbone', crmId: 'OBS-7719' })
        const written = {
          name: 'Observatory backbone',
          customer: { name: 'HARBORLINE Foods B.V.', country: 'NL', duns: null },
          value: null,
          closeDate: '2027-04-09',
          crmId: 'obs 7719',
        }
        const { rows } = await client.call('deals.duplicates', { deal: { ...written, crmId: null } })
        expect(rows).toMatchObject([{ deal: { id: deal.id }, reasons: ['customer', 'name'], daysApart: 9 }])
        const except = await client.call('deals.duplicates', { deal: written, except: [deal.id] })
        expect(except.rows).toEqual([])
        const copy = await createDeal(client, {
          name: 'Observatory backbone',
          crmId: 'OBS-7719',
          sourceDealId: deal.id,
        })
        expect((await client.call('deals.duplicates', { dealId: copy.id })).rows).toEqual([])
        const missed = { ...written, customer: { id: NOBODY } }
        expect((await client.fail('deals.duplicates', { dealId: NOBODY })).code).toBe('NOT_FOUND')
        expect((await client.fail('deals.duplicates', { deal: missed })).code).toBe('NOT_FOUND')
      },
    },
  ],
}
