import { type Person } from '#shared/domain/person.ts'
import { isBlank } from '#shared/rules/checks.ts'
import { keyOf } from '../../db/personal-references.ts'

/** Counts the different people a file names. Whoever was erased is nobody. */
export class PeopleCount {
  readonly #seen = new Set<string>()

  add(people: readonly (Person | null)[]): void {
    for (const person of people) if (person && !isBlank(person)) this.#seen.add(keyOf(person))
  }

  get size(): number {
    return this.#seen.size
  }
}
