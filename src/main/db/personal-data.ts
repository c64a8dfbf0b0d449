import type { PersonId } from '#shared/domain/ids.ts'
import type { Person } from '#shared/domain/person.ts'
import type { Executor, ReadExecutor } from './executor.ts'
import { TakenOut, keyOf, openedText, referencesIn } from './personal-references.ts'

const MOST_VARIABLES = 500
const ROWS_PER_INSERT = 100

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

/**
 * Personal data stays out of events and deal rows: people and free text are kept in tables of their own and named by
 * id, so that a person can be erased without breaking a hash or an immutable row (ARCHITECTURE 3, PROMISES 5.3).
 * `seal` takes them out, `open` puts them back, both remembering what they have seen in this unit of work.
 */
export class PersonalData {
  readonly #newId: () => string
  readonly #personIds = new Map<string, string>()
  readonly #textIds = new Map<string, string>()
  readonly #people = new Map<string, Person>()
  readonly #texts = new Map<string, string>()

  constructor(newId: () => string) {
    this.#newId = newId
  }

  /** The JSON of values with every person and free text replaced by its id, new ones stored. */
  async seal(trx: Executor, values: readonly unknown[]): Promise<string[]> {
    const taken = new TakenOut()
    const stripped = values.map((value) => taken.from(value))
    await this.#storePeople(trx, taken.people)
    await this.#storeTexts(trx, [...taken.texts.keys()])
    for (const [key, { ref }] of taken.people) ref.$person = this.#personIds.get(key)!
    for (const [text, ref] of taken.texts) ref.$text = this.#textIds.get(text)!
    return stripped.map((value) => JSON.stringify(value))
  }

  /** Values from their sealed JSON, people and texts filled in. */
  async open<T>(db: ReadExecutor, sealed: readonly string[]): Promise<T[]> {
    const values = sealed.map((json) => JSON.parse(json) as unknown)
    const { people, texts } = referencesIn(values, sealed)
    await this.#loadPeople(db, [...new Set(people.map(({ id }) => id))])
    await this.#loadTexts(db, [...new Set(texts.map(({ id }) => id))])
    for (const { holder, key, id } of people) holder[key] = this.#people.get(id) ?? ERASED_PERSON
    for (const { holder, key, id } of texts) holder[key] = openedText(key, this.#texts.get(id))
    return values as T[]
  }

  /** The id of a person, stored if new. */
  async personId(trx: Executor, person: Person): Promise<PersonId> {
    const [id] = await this.personIds(trx, [person])
    return id!
  }

  /** The ids of people, each stored if new. */
  async personIds(trx: Executor, people: readonly Person[]): Promise<PersonId[]> {
    const keys = people.map(keyOf)
    await this.#storePeople(trx, new Map(people.map((person, index) => [keys[index]!, { person }])))
    return keys.map((key) => this.#personIds.get(key) as PersonId)
  }

  /** People by their ids; those who were erased are not among them. */
  async peopleByIds(db: ReadExecutor, ids: readonly PersonId[]): Promise<Map<PersonId, Person>> {
    const wanted = [...new Set(ids)]
    await this.#loadPeople(db, wanted)
    return new Map(
      wanted.flatMap((id) => {
        const person = this.#people.get(id)
        return person ? [[id, person]] : []
      }),
    )
  }

  #rememberPerson(id: string, person: Person): void {
    this.#personIds.set(keyOf(person), id)
    this.#people.set(id, person)
  }

  async #storePeople(trx: Executor, people: ReadonlyMap<string, { readonly person: Person }>): Promise<void> {
    const unseen = [...people].filter(([key]) => !this.#personIds.has(key)).map(([, { person }]) => person)
    for (const chunk of chunksOf(unseen, ROWS_PER_INSERT)) {
      await this.#findPeople(trx, chunk)
      const added = chunk.filter((person) => !this.#personIds.has(keyOf(person)))
      if (added.length === 0) continue
      const rows = added.map((person) => ({
        id: this.#newId(),
        first_name: person.firstName,
        last_name: person.lastName,
        phone: person.phone,
        email: person.email,
        team_at: null,
        team_deal_id: null,
      }))
      await trx.insertInto('people').values(rows).execute()
      for (const [index, person] of added.entries()) this.#rememberPerson(rows[index]!.id, person)
    }
  }

  /** Remembers those people that are stored already. */
  async #findPeople(trx: Executor, people: readonly Person[]): Promise<void> {
    const wanted = new Set(people.map(keyOf))
    const rows = await trx
      .selectFrom('people')
      .select(['id', 'first_name as firstName', 'last_name as lastName', 'phone', 'email'])
      .where('email', 'in', [...new Set(people.map(({ email }) => email))])
      .where('last_name', 'in', [...new Set(people.map(({ lastName }) => lastName))])
      .execute()
    for (const { id, ...person } of rows) if (wanted.has(keyOf(person))) this.#rememberPerson(id, person)
  }

  async #storeTexts(trx: Executor, texts: readonly string[]): Promise<void> {
    const rows = texts.filter((text) => !this.#textIds.has(text)).map((text) => ({ id: this.#newId(), text }))
    for (const chunk of chunksOf(rows, ROWS_PER_INSERT)) {
      await trx.insertInto('texts').values(chunk).execute()
    }
    for (const { id, text } of rows) this.#rememberText(id, text)
  }

  #rememberText(id: string, text: string): void {
    this.#textIds.set(text, id)
    this.#texts.set(id, text)
  }

  async #loadPeople(db: ReadExecutor, ids: readonly string[]): Promise<void> {
    const unseen = ids.filter((id) => !this.#people.has(id))
    for (const chunk of chunksOf(unseen, MOST_VARIABLES)) {
      const rows = await db.selectFrom('people').selectAll().where('id', 'in', chunk).execute()
      for (const row of rows) {
        const { first_name, last_name, phone, email } = row
        this.#rememberPerson(row.id, { firstName: first_name, lastName: last_name, phone, email })
      }
    }
  }

  async #loadTexts(db: ReadExecutor, ids: readonly string[]): Promise<void> {
    const unseen = ids.filter((id) => !this.#texts.has(id))
    for (const chunk of chunksOf(unseen, MOST_VARIABLES)) {
      const rows = await db.selectFrom('texts').selectAll().where('id', 'in', chunk).execute()
      for (const { id, text } of rows) this.#rememberText(id, text)
    }
  }
}

/** What stands where a person was erased. */
export const ERASED_PERSON: Person = { firstName: '', lastName: '', phone: '', email: '' }
