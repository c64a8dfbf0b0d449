import type { Partner, Solution } from '#shared/domain/company.ts'
import type { CustomerId, PartnerId, SolutionId } from '#shared/domain/ids.ts'
import { notFound } from '#shared/errors.ts'
import type { directory } from '#shared/ipc/contract/directory.ts'
import type { Handlers } from '../handlers.ts'
import {
  customerFrom,
  matchingCustomer,
  nameKey,
  partnersByIds,
  personFrom,
  prefixRange,
  saveCustomer,
  savePartner,
  saveSolution,
  solutionFrom,
  solutionsByIds,
} from './directory.repository.ts'

const ROWS = 20

export const directoryHandlers: Handlers<keyof typeof directory> = {
  'customers.search': async ({ db }, { text, country, city, duns, limit = ROWS }) => {
    let select = db.selectFrom('customers').selectAll().orderBy('name_key').orderBy('id').limit(limit)
    if (text.trim() !== '') {
      const [from, to] = prefixRange(text)
      const word = `% ${nameKey(text)}%`
      select = select.where((when) =>
        when.or([
          when.and([when('name_key', '>=', from), when('name_key', '<=', to)]),
          when('name_key', 'like', word),
        ]),
      )
    }
    if (country !== undefined) select = select.where('country', '=', country)
    if (city !== undefined && city.trim() !== '') {
      const [from, to] = prefixRange(city)
      select = select.where('city_key', '>=', from).where('city_key', '<=', to)
    }
    if (duns !== undefined) select = select.where('duns', 'like', `${duns.replace(/\D/g, '')}%`)
    return { rows: (await select.execute()).map(customerFrom) }
  },
  'customers.save': (context, input) =>
    context.write(async (unit) => {
      const known = await matchingCustomer(unit.db, input)
      if (known) return known
      const customer = { ...input, id: context.core.ports.newId() as CustomerId }
      await saveCustomer(unit.trx, customer, 'person')
      unit.announce({ name: 'directory.changed', payload: {} })
      return customer
    }),
  'partners.search': async ({ db, personal }, { text, limit = ROWS }) => {
    const key = nameKey(text)
    const found = await db
      .selectFrom('partners')
      .select('id')
      .where((when) =>
        when.or([when('name_key', 'like', `%${key}%`), when('partner_id', 'like', `${text.trim()}%`)]),
      )
      .orderBy('name_key')
      .limit(limit)
      .execute()
    const ids = found.map(({ id }) => id as PartnerId)
    const partners = ids.length === 0 ? new Map<PartnerId, Partner>() : await partnersByIds(db, personal, ids)
    return { rows: ids.map((id) => partners.get(id)!) }
  },
  'partners.save': (context, { id, contact = null, ...rest }) =>
    context.write(async (unit) => {
      if (id && !(await partnersByIds(unit.db, unit.personal, [id])).has(id)) throw notFound('partner', id)
      const partner = { ...rest, contact, id: id ?? (context.core.ports.newId() as PartnerId) }
      await savePartner(unit.trx, unit.personal, partner, 'person')
      unit.announce({ name: 'directory.changed', payload: {} })
      return partner
    }),
  'solutions.search': async ({ db }, { text, kinds, limit = ROWS }) => {
    let select = db.selectFrom('solutions').selectAll().orderBy('name_key').limit(limit)
    if (kinds && kinds.length > 0) select = select.where('kind', 'in', kinds)
    if (text.trim() !== '') {
      const like = `%${nameKey(text)}%`
      select = select.where((when) =>
        when.or([
          when('name_key', 'like', like),
          when('publisher', 'like', like),
          when('external_id', 'like', `%${text.trim()}%`),
        ]),
      )
    }
    return { rows: (await select.execute()).map(solutionFrom) }
  },
  'solutions.save': (context, { id, publisher = null, externalId = null, ...rest }) =>
    context.write(async (unit) => {
      if (id && !(await solutionsByIds(unit.db, [id])).has(id)) throw notFound('solution', id)
      const newId = id ?? (context.core.ports.newId() as SolutionId)
      const solution: Solution = { ...rest, publisher, externalId, id: newId }
      await saveSolution(unit.trx, solution, 'person')
      unit.announce({ name: 'directory.changed', payload: {} })
      return solution
    }),
  'people.recent': async ({ db }, { limit = ROWS }) => {
    const rows = await db
      .selectFrom('people')
      .innerJoin('deals', 'deals.id', 'people.team_deal_id')
      .selectAll('people')
      .select('deals.name as deal_name')
      .where('team_at', 'is not', null)
      .orderBy('team_at', 'desc')
      .limit(limit * 4)
      .execute()
    const newest = new Map<string, (typeof rows)[number]>()
    for (const row of rows) {
      const email = row.email.toLowerCase()
      if (!newest.has(email)) newest.set(email, row)
    }
    return {
      rows: [...newest.values()]
        .slice(0, limit)
        .map((row) => ({ ...personFrom(row), dealName: row.deal_name })),
    }
  },
}
