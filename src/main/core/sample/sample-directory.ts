import type { Customer, Location, Partner, Solution } from '#shared/domain/company.ts'
import type { CustomerId, LocationId, PartnerId, SolutionId } from '#shared/domain/ids.ts'
import type { Unit } from '../context.ts'
import { saveCustomer, savePartner, saveSolution } from '../directory/directory.repository.ts'
import { SAMPLE } from './sample-script.ts'

/** The sample's directory entries by their key in the script. */
export interface SampleDirectory {
  readonly customers: ReadonlyMap<string, Customer>
  readonly partners: ReadonlyMap<string, Partner>
  readonly solutions: ReadonlyMap<string, Solution>
  readonly locations: ReadonlyMap<string, Location>
}

const byKey = <S extends { readonly key: string }, T>(entries: readonly S[], make: (entry: S) => T) =>
  new Map(entries.map((entry) => [entry.key, make(entry)]))

/** Writes the directory entries the sample's deals name. They carry its origin, and go with it. */
export async function addSampleDirectory(unit: Unit): Promise<SampleDirectory> {
  const { newId } = unit.core.ports
  const customers = byKey(SAMPLE.customers, ({ key: _key, ...customer }): Customer => ({
    ...customer,
    id: newId() as CustomerId,
    addressLine2: null,
    state: null,
  }))
  const partners = byKey(SAMPLE.partners, ({ key: _key, ...partner }): Partner => ({
    ...partner,
    id: newId() as PartnerId,
    contact: null,
  }))
  const solutions = byKey(SAMPLE.solutions, ({ key: _key, ...solution }): Solution => ({
    ...solution,
    id: newId() as SolutionId,
  }))
  const locations = byKey(SAMPLE.locations, ({ key: _key, ...location }): Location => ({
    ...location,
    id: newId() as LocationId,
  }))
  for (const customer of customers.values()) await saveCustomer(unit.trx, customer, 'sample')
  for (const partner of partners.values()) await savePartner(unit.trx, unit.personal, partner, 'sample')
  for (const solution of solutions.values()) await saveSolution(unit.trx, solution, 'sample')
  return { customers, partners, solutions, locations }
}
