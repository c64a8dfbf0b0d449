import type { Customer, CustomerInput, Solution } from '#shared/domain/company.ts'
import type { CustomerId, SolutionId } from '#shared/domain/ids.ts'
import type { Executor, ReadExecutor } from '../../../db/executor.ts'
import {
  customerFrom,
  nameKey,
  saveCustomers,
  saveSolution,
  solutionFrom,
} from '../../directory/directory.repository.ts'

/**
 * The directory while a file is read: what is there, and what its rows would add. Nothing is written until a row that
 * names it is carried out.
 */
export class DirectoryDraft {
  readonly solutions = new Map<SolutionId, Solution>()
  readonly #newId: () => string
  readonly #solutionsByExternal = new Map<string, Solution>()
  readonly #customersByDuns = new Map<string, Customer>()
  readonly #customersByPlace = new Map<string, Customer>()
  readonly #unsaved = new Set<string>()

  private constructor(newId: () => string) {
    this.#newId = newId
  }

  static async load(db: ReadExecutor, newId: () => string): Promise<DirectoryDraft> {
    const draft = new DirectoryDraft(newId)
    const solutions = await db.selectFrom('solutions').selectAll().execute()
    for (const row of solutions) draft.#keepSolution(solutionFrom(row))
    const customers = await db.selectFrom('customers').selectAll().execute()
    for (const row of customers) draft.#keepCustomer(customerFrom(row))
    return draft
  }

  /** The directory entry of a solution id of a file; an unknown one enters as our own (CONTRACT). */
  solution(externalId: string): Solution {
    const known = this.#solutionsByExternal.get(externalId)
    if (known) return known
    const added: Solution = {
      id: this.#newId() as SolutionId,
      name: externalId,
      kind: 'own',
      publisher: null,
      externalId,
      incentive: null,
    }
    this.#unsaved.add(added.id)
    this.#keepSolution(added)
    return added
  }

  /** The customer a row means: by D-U-N-S, else by name, country and city (CONTRACT); else a new one. */
  customer(input: CustomerInput): Customer {
    const byDuns = input.duns === null ? undefined : this.#customersByDuns.get(input.duns)
    const byPlace = this.#customersByPlace.get(placeOf(input))
    const samePlace = byPlace && (byPlace.duns === null || input.duns === null) ? byPlace : undefined
    const known = byDuns ?? samePlace
    if (known) return known
    const added: Customer = { ...input, id: this.#newId() as CustomerId }
    this.#unsaved.add(added.id)
    this.#keepCustomer(added)
    return added
  }

  /** Writes the entries that are new among those the rows that are carried out name. */
  async save(trx: Executor, customers: readonly Customer[], solutions: readonly Solution[]): Promise<void> {
    const isNew = ({ id }: Customer | Solution) => this.#unsaved.delete(id)
    await saveCustomers(trx, customers.filter(isNew), 'import')
    for (const solution of solutions.filter(isNew)) await saveSolution(trx, solution, 'import')
  }

  #keepSolution(solution: Solution): void {
    this.solutions.set(solution.id, solution)
    if (solution.externalId !== null) this.#solutionsByExternal.set(solution.externalId, solution)
  }

  #keepCustomer(customer: Customer): void {
    if (customer.duns !== null) this.#customersByDuns.set(customer.duns, customer)
    const place = placeOf(customer)
    if (!this.#customersByPlace.has(place)) this.#customersByPlace.set(place, customer)
  }
}

const placeOf = (customer: Pick<CustomerInput, 'name' | 'country' | 'city'>): string =>
  [nameKey(customer.name), customer.country, nameKey(customer.city)].join('\u0000')
