import { type CustomerSketch, type DealFacts, customerSketch } from '#shared/rules/duplicates/likeness.ts'
import { placesOf, sameOrganisation } from '#shared/rules/duplicates/organisation-name.ts'
import { digitsOf } from '#shared/rules/duplicates/typo.ts'

/** Customers of one name in one country, and who else may be meant. */
export interface Group {
  readonly number: number
  /** The first of them. */
  readonly named: CustomerSketch
  /** Entries of the directory whose deals are still to be fetched. */
  customerIds: string[]
  alike: Group[]
}

/** A customer as a deal names it. Deals share it: a file names few customers many times. */
export interface Named {
  readonly sketch: CustomerSketch
  readonly group: Group
}

/** Nobody is alike to most groups: they share one empty list. */
const NOBODY: Group[] = []

/** Customers by name, kept in memory: who is alike to whom is not asked of the database row by row. */
export class TwinCustomers {
  readonly #named = new Map<string, Named>()
  readonly #groups = new Map<string, Group>()
  readonly #places = new Map<string, Group[]>()
  readonly #byDuns = new Map<string, Group>()

  /** A customer and the group it belongs to. */
  of(customer: NonNullable<DealFacts['customer']>): Named {
    const { name, country, duns } = customer
    const key = `${country}|${duns ?? ''}|${name}`
    const known = this.#named.get(key)
    if (known) return known
    const sketch = customerSketch(customer)
    const named = { sketch, group: this.#groupOf(sketch) }
    this.#named.set(key, named)
    return named
  }

  #groupOf(sketch: CustomerSketch): Group {
    const { country, key, duns } = sketch
    const place = `${country}|${key}`
    const known = this.#groups.get(place)
    const group = known ?? this.#begin(sketch)
    if (!known) this.#groups.set(place, group)
    if (duns === null) return group
    const same = this.#byDuns.get(duns)
    if (!same) this.#byDuns.set(duns, group)
    else if (same !== group) link(same, group)
    return group
  }

  #begin(named: CustomerSketch): Group {
    const group: Group = { number: this.#groups.size, named, customerIds: [], alike: NOBODY }
    const { head, middles } = placesOf(named.key)
    const at = (piece: string) => `${named.country}|${digitsOf(named.whole)}|${piece}`
    const near = [`${at(head)}|`, ...middles.map((piece) => at(piece))]
    for (const place of near) {
      for (const other of this.#places.get(place) ?? []) {
        if (sameOrganisation(other.named, named) !== null) link(other, group)
      }
    }
    for (const place of near.slice(0, 2)) {
      const there = this.#places.get(place)
      if (there) there.push(group)
      else this.#places.set(place, [group])
    }
    return group
  }
}

function link(a: Group, b: Group): void {
  if (a.alike.includes(b)) return
  a.alike = [...a.alike, b]
  b.alike = [...b.alike, a]
}
