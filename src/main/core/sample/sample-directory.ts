import type { Customer, Location, Partner, Solution } from '#shared/domain/company.ts'
import type { CustomerId, LocationId, PartnerId, SolutionId } from '#shared/domain/ids.ts'
import type { Unit } from '../context.ts'
import {
  matchingCustomer,
  partnerByNumber,
  saveCustomer,
  savePartner,
  saveSolution,
  solutionByExternalId,
} from '../directory/directory.repository.ts'
import { SAMPLE, type SampleScript } from './sample-script.ts'

/** The sample's directory entries by their key in the script. */
export interface SampleDirectory {
  readonly customers: ReadonlyMap<string, Customer>
  readonly partners: ReadonlyMap<string, Partner>
  readonly solutions: ReadonlyMap<string, Solution>
  readonly locations: ReadonlyMap<string, Location>
}

type Entry<K extends keyof SampleScript> = SampleScript[K] extends readonly (infer E)[] ? E : never

async function customerFor(
  unit: Unit,
  { key: _key, ...entry }: Entry<'customers'>,
  id: string,
): Promise<Customer> {
  const customer = { ...entry, id: id as CustomerId, addressLine2: null, state: null }
  const known = await matchingCustomer(unit.db, customer)
  if (!known) await saveCustomer(unit.trx, customer, 'sample')
  return known ?? customer
}

async function partnerFor(
  unit: Unit,
  { key: _key, ...entry }: Entry<'partners'>,
  id: string,
): Promise<Partner> {
  const known = await partnerByNumber(unit.db, unit.personal, entry.partnerId)
  const partner = { ...entry, id: id as PartnerId, contact: null }
  if (!known) await savePartner(unit.trx, unit.personal, partner, 'sample')
  return known ?? partner
}

/** An entry of another kind with the same id cannot stand for ours: then ours goes without it. */
async function solutionFor(
  unit: Unit,
  { key: _key, ...entry }: Entry<'solutions'>,
  id: string,
): Promise<Solution> {
  const known = await solutionByExternalId(unit.db, entry.externalId)
  if (known?.kind === entry.kind) return known
  const solution = { ...entry, id: id as SolutionId, externalId: known ? null : entry.externalId }
  await saveSolution(unit.trx, solution, 'sample')
  return solution
}

/**
 * Writes the directory entries the sample's deals name, where they are not there already. They carry its origin, and go
 * with it.
 */
export async function addSampleDirectory(unit: Unit): Promise<SampleDirectory> {
  const { newId } = unit.core.ports
  const customers = new Map<string, Customer>()
  const partners = new Map<string, Partner>()
  const solutions = new Map<string, Solution>()
  for (const entry of SAMPLE.customers) customers.set(entry.key, await customerFor(unit, entry, newId()))
  for (const entry of SAMPLE.partners) partners.set(entry.key, await partnerFor(unit, entry, newId()))
  for (const entry of SAMPLE.solutions) solutions.set(entry.key, await solutionFor(unit, entry, newId()))
  const locations = SAMPLE.locations.map(({ key, ...location }): [string, Location] => [
    key,
    { ...location, id: newId() as LocationId },
  ])
  return { customers, partners, solutions, locations: new Map(locations) }
}
