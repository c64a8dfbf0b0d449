import type { Customer, CustomerInput, Partner, Solution } from '#shared/domain/company.ts'
import type { CustomerId, PartnerId, SolutionId } from '#shared/domain/ids.ts'
import type { ReadExecutor } from '../../../db/executor.ts'
import type { BareUnit } from '../../context.ts'
import {
  changeCustomer,
  customerFrom,
  nameKey,
  saveCustomers,
  savePartner,
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
  readonly #customersByPlace = new Map<string, Set<CustomerId>>()
  readonly #customers = new Map<CustomerId, Customer>()
  readonly #unsaved = new Set<string>()
  readonly #partnersByNumber = new Map<string, Partner>()
  readonly #partnersByName = new Map<string, Partner>()
  /** Entries a row has given the number they lacked. */
  readonly #numbered = new Set<CustomerId>()

  private constructor(newId: () => string) {
    this.#newId = newId
  }

  static async load(db: ReadExecutor, newId: () => string): Promise<DirectoryDraft> {
    const draft = new DirectoryDraft(newId)
    const solutions = await db.selectFrom('solutions').selectAll().execute()
    for (const row of solutions) draft.#keepSolution(solutionFrom(row))
    const customers = await db.selectFrom('customers').selectAll().execute()
    for (const row of customers) draft.#keepCustomer(customerFrom(row))
    const partners = await db.selectFrom('partners').selectAll().orderBy('id').execute()
    for (const { id, name, partner_id, country } of partners) {
      draft.#keepPartner({ id: id as PartnerId, name, partnerId: partner_id, country, contact: null })
    }
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

  /**
   * The customer a row means: by D-U-N-S, else by name, country and city (CONTRACT); else a new one. An entry found by
   * its place that has no number gets the row's.
   */
  customer(input: CustomerInput): Customer {
    const byDuns = input.duns === null ? undefined : this.#customersByDuns.get(input.duns)
    const known = byDuns ?? this.#atPlace(input)
    if (known && (known.duns !== null || input.duns === null)) return known
    const kept: Customer = known
      ? { ...known, duns: input.duns }
      : { ...input, id: this.#newId() as CustomerId }
    if (known) this.#numbered.add(kept.id)
    else this.#unsaved.add(kept.id)
    this.#keepCustomer(kept)
    return kept
  }

  #atPlace(input: CustomerInput): Customer | undefined {
    const ids = [...(this.#customersByPlace.get(placeOf(input)) ?? [])]
    const there = ids.map((id) => this.#customers.get(id)!)
    return there.find(({ duns }) => duns === null || input.duns === null)
  }

  /**
   * The partner of a number, or where the directory or the file has none of that name; else a new one. A file does not
   * say where a partner is: an unknown one enters with the country of the customer.
   */
  partner(number: string | null, name: string | null, country: string): Partner {
    const byNumber = number === null ? undefined : this.#partnersByNumber.get(number)
    const byName = name === null ? undefined : this.#partnersByName.get(nameKey(name))
    const sameName = byName && (byName.partnerId === '' || number === null) ? byName : undefined
    const known = byNumber ?? sameName
    if (known) return known
    const id = this.#newId() as PartnerId
    const added: Partner = { id, name: name ?? number ?? '', partnerId: number ?? '', country, contact: null }
    this.#unsaved.add(added.id)
    this.#keepPartner(added)
    return added
  }

  /** Writes what is new or has got its number among the entries that the rows that are carried out name. */
  async save(
    { trx, personal }: Pick<BareUnit, 'trx' | 'personal'>,
    customers: readonly Customer[],
    solutions: readonly Solution[],
    partners: readonly Partner[],
  ): Promise<void> {
    const isNew = ({ id }: Customer | Solution | Partner) => this.#unsaved.delete(id)
    const current = customers.map(({ id }) => this.#customers.get(id)).filter((entry) => entry !== undefined)
    const added = current.filter(isNew)
    await saveCustomers(trx, added, 'import')
    for (const { id } of added) this.#numbered.delete(id)
    for (const entry of current) if (this.#numbered.delete(entry.id)) await changeCustomer(trx, entry)
    for (const solution of solutions.filter(isNew)) await saveSolution(trx, solution, 'import')
    for (const partner of partners.filter(isNew)) await savePartner(trx, personal, partner, 'import')
  }

  #keepSolution(solution: Solution): void {
    this.solutions.set(solution.id, solution)
    if (solution.externalId !== null) this.#solutionsByExternal.set(solution.externalId, solution)
  }

  #keepPartner(partner: Partner): void {
    const { partnerId, name } = partner
    if (partnerId !== '' && !this.#partnersByNumber.has(partnerId))
      this.#partnersByNumber.set(partnerId, partner)
    const key = nameKey(name)
    if (!this.#partnersByName.has(key)) this.#partnersByName.set(key, partner)
  }

  #keepCustomer(customer: Customer): void {
    this.#customers.set(customer.id, customer)
    if (customer.duns !== null) this.#customersByDuns.set(customer.duns, customer)
    const place = placeOf(customer)
    const there = this.#customersByPlace.get(place)
    if (there) there.add(customer.id)
    else this.#customersByPlace.set(place, new Set([customer.id]))
  }
}

const placeOf = (customer: Pick<CustomerInput, 'name' | 'country' | 'city'>): string =>
  [nameKey(customer.name), customer.country, nameKey(customer.city)].join('\u0000')
