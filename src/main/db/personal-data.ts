import type { PersonId } from '#shared/domain/ids.ts'
import type { Person } from '#shared/domain/person.ts'
import type { Executor, ReadExecutor } from './executor.ts'

/**
 * Personal data stays out of events and deal rows: people and free text are kept in tables of their own and named by
 * id, so that a person can be erased without breaking a hash or an immutable row (ARCHITECTURE 3, PROMISES 5.3).
 * `seal` takes them out, `open` puts them back.
 */
const FREE_TEXT_KEYS: ReadonlySet<string> = new Set(['notes', 'note', 'closedNotes', 'answerNotes'])
/** Columns of a file beyond our model: anybody's names may stand in them, under any header. One text as a whole. */
const VERBATIM_KEY = 'extra'
const MOST_VARIABLES = 500

type PersonRef = { readonly $person: string }
type TextRef = { readonly $text: string }

const isPerson = (value: object): value is Person =>
  'firstName' in value && 'lastName' in value && 'phone' in value && 'email' in value
const textOf = (key: string, value: unknown): string | null => {
  if (typeof value === 'string') return FREE_TEXT_KEYS.has(key) ? value : null
  const verbatim = key === VERBATIM_KEY && value !== null && typeof value === 'object'
  return verbatim && Object.keys(value).length > 0 ? JSON.stringify(value) : null
}
const keyOf = (person: Person): string =>
  [person.email, person.lastName, person.firstName, person.phone].join('\u0000')

/** Takes personal data out of values and puts it back, remembering what it has seen in this unit of work. */
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
    const people = new Map<string, Person>()
    const texts = new Set<string>()
    for (const value of values) this.#collect(value, people, texts)
    await this.#storePeople(trx, [...people.values()])
    await this.#storeTexts(trx, [...texts])
    return values.map((value) => JSON.stringify(value, (key, part: unknown) => this.#sealed(key, part)))
  }

  /** Values from their sealed JSON, people and texts filled in. */
  async open<T>(db: ReadExecutor, sealed: readonly string[]): Promise<T[]> {
    const personIds = new Set<string>()
    const textIds = new Set<string>()
    for (const json of sealed) {
      for (const [, kind, id] of json.matchAll(/\{"\$(person|text)":"([^"]+)"\}/g)) {
        if (kind === 'person' && !this.#people.has(id!)) personIds.add(id!)
        if (kind === 'text' && !this.#texts.has(id!)) textIds.add(id!)
      }
    }
    await this.#loadPeople(db, [...personIds])
    await this.#loadTexts(db, [...textIds])
    return sealed.map((json) => JSON.parse(json, (key, part: unknown) => this.#opened(key, part)) as T)
  }

  /** The id of a person, stored if new. */
  async personId(trx: Executor, person: Person): Promise<PersonId> {
    await this.#storePeople(trx, [person])
    return this.#personIds.get(keyOf(person)) as PersonId
  }

  #collect(value: unknown, people: Map<string, Person>, texts: Set<string>, key = ''): void {
    const text = textOf(key, value)
    if (text !== null) {
      texts.add(text)
    } else if (Array.isArray(value)) {
      for (const item of value) this.#collect(item, people, texts)
    } else if (value !== null && typeof value === 'object') {
      if (isPerson(value)) people.set(keyOf(value), value)
      else for (const [name, part] of Object.entries(value)) this.#collect(part, people, texts, name)
    }
  }

  #sealed(key: string, part: unknown): unknown {
    const text = textOf(key, part)
    if (text !== null) return { $text: this.#textIds.get(text)! } satisfies TextRef
    if (part !== null && typeof part === 'object' && isPerson(part)) {
      return { $person: this.#personIds.get(keyOf(part))! } satisfies PersonRef
    }
    return part
  }

  #opened(key: string, part: unknown): unknown {
    if (part === null || typeof part !== 'object') return part
    if ('$person' in part) return this.#people.get((part as PersonRef).$person) ?? ERASED_PERSON
    if (!('$text' in part)) return part
    const text = this.#texts.get((part as TextRef).$text)
    return key === VERBATIM_KEY ? (JSON.parse(text ?? '{}') as unknown) : (text ?? '')
  }

  #rememberPerson(id: string, person: Person): void {
    this.#personIds.set(keyOf(person), id)
    this.#people.set(id, person)
  }

  async #storePeople(trx: Executor, people: readonly Person[]): Promise<void> {
    for (const person of people) {
      if (this.#personIds.has(keyOf(person))) continue
      const { firstName, lastName, phone, email } = person
      const known = await trx
        .selectFrom('people')
        .select('id')
        .where('email', '=', email)
        .where('last_name', '=', lastName)
        .where('first_name', '=', firstName)
        .where('phone', '=', phone)
        .executeTakeFirst()
      const id = known?.id ?? this.#newId()
      if (!known) {
        const row = { id, first_name: firstName, last_name: lastName, phone, email }
        await trx
          .insertInto('people')
          .values({ ...row, team_at: null, team_deal_id: null })
          .execute()
      }
      this.#rememberPerson(id, person)
    }
  }

  async #storeTexts(trx: Executor, texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      if (this.#textIds.has(text)) continue
      const id = this.#newId()
      await trx.insertInto('texts').values({ id, text }).execute()
      this.#textIds.set(text, id)
      this.#texts.set(id, text)
    }
  }

  async #loadPeople(db: ReadExecutor, ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += MOST_VARIABLES) {
      const chunk = ids.slice(start, start + MOST_VARIABLES)
      const rows = await db.selectFrom('people').selectAll().where('id', 'in', chunk).execute()
      for (const row of rows) {
        const { first_name, last_name, phone, email } = row
        this.#rememberPerson(row.id, { firstName: first_name, lastName: last_name, phone, email })
      }
    }
  }

  async #loadTexts(db: ReadExecutor, ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += MOST_VARIABLES) {
      const chunk = ids.slice(start, start + MOST_VARIABLES)
      const rows = await db.selectFrom('texts').selectAll().where('id', 'in', chunk).execute()
      for (const { id, text } of rows) {
        this.#textIds.set(text, id)
        this.#texts.set(id, text)
      }
    }
  }
}

/** What stands where a person was erased. */
export const ERASED_PERSON: Person = { firstName: '', lastName: '', phone: '', email: '' }
