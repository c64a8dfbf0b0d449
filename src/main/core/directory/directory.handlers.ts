import type { Partner, Solution } from '#shared/domain/company.ts'
import type { CustomerId, PartnerId, SolutionId } from '#shared/domain/ids.ts'
import { invalidInput, notFound } from '#shared/errors.ts'
import type { directory } from '#shared/ipc/contract/directory.ts'
import type { Handlers } from '../handlers.ts'
import {
  changeCustomer,
  customerById,
  matchingCustomer,
  partnersByIds,
  saveCustomer,
  savePartner,
  saveSolution,
  solutionByExternalId,
  solutionsByIds,
} from './directory.repository.ts'
import {
  contactsOf,
  recentPeople,
  searchCustomers,
  searchPartnerIds,
  searchSolutions,
} from './search.repository.ts'

const ROWS = 20

export const directoryHandlers: Handlers<keyof typeof directory> = {
  'customers.search': async ({ db }, { limit = ROWS, ...search }) => ({
    rows: await searchCustomers(db, search, limit),
  }),
  'customers.save': (context, { id, ...input }) =>
    context.write(async (unit) => {
      if (id && !(await customerById(unit.db, id))) throw notFound('customer', id)
      const known = id ? null : await matchingCustomer(unit.db, input)
      if (known) return known
      const customer = { ...input, id: id ?? (context.core.ports.newId() as CustomerId) }
      if (id) await changeCustomer(unit.trx, customer)
      else await saveCustomer(unit.trx, customer, 'person')
      unit.announce({ name: 'directory.changed', payload: {} })
      return customer
    }),
  'partners.search': async ({ db, personal }, { text, limit = ROWS }) => {
    const ids = await searchPartnerIds(db, text, limit)
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
  'solutions.search': async ({ db }, { text, kinds = [], limit = ROWS }) => ({
    rows: await searchSolutions(db, text, kinds, limit),
  }),
  'solutions.save': (context, { id, publisher = null, externalId = null, ...rest }) =>
    context.write(async (unit) => {
      if (id && !(await solutionsByIds(unit.db, [id])).has(id)) throw notFound('solution', id)
      const known = externalId === null ? null : await solutionByExternalId(unit.db, externalId)
      if (known && known.id !== id) throw invalidInput('externalId', 'belongs to another solution')
      const newId = id ?? (context.core.ports.newId() as SolutionId)
      const solution: Solution = { ...rest, publisher, externalId, id: newId }
      await saveSolution(unit.trx, solution, 'person')
      unit.announce({ name: 'directory.changed', payload: {} })
      return solution
    }),
  'people.recent': async ({ db }, { text, limit = ROWS }) => ({
    rows: await recentPeople(db, text, limit),
  }),
  'customers.contacts': async ({ db, personal }, { customerId, text, limit = ROWS }) => ({
    rows: await contactsOf(db, personal, customerId, text, limit),
  }),
}
