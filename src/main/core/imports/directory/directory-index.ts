import type { DirectoryField } from '#shared/domain/directory-tables.ts'
import { nameKey } from '../../directory/directory.repository.ts'
import type { Entry, Identity, Values } from './values.ts'

/** Which entry a row means: one, none yet, or several that fit alike. */
export type Match =
  { readonly kind: 'one'; readonly entry: Entry } | { readonly kind: 'none' } | { readonly kind: 'several' }

/** Whether an entry says all that a row says. */
export const saysTheSame = (entry: Entry, values: Values): boolean =>
  (Object.entries(values) as [DirectoryField, string][]).every(
    ([field, value]) => entry.values[field] === value,
  )

const key = (values: Values, field: DirectoryField): string => nameKey(values[field] ?? '')

/** The entries of a kind as rows look them up, with what earlier rows of the same file added and changed. */
export class DirectoryIndex {
  readonly #identity: Identity
  readonly #byCode = new Map<string, Entry[]>()
  readonly #byPlace = new Map<string, Entry[]>()

  constructor(identity: Identity, entries: readonly Entry[]) {
    this.#identity = identity
    for (const entry of entries) this.add(entry)
  }

  add(entry: Entry): void {
    const code = entry.values[this.#identity.code] ?? ''
    if (code !== '') put(this.#byCode, code, entry)
    put(this.#byPlace, this.#placeOf(entry.values), entry)
  }

  /** Puts what an entry has become in the place of what it was. */
  replace(before: Entry, after: Entry): void {
    take(this.#byCode, before.values[this.#identity.code] ?? '', before)
    take(this.#byPlace, this.#placeOf(before.values), before)
    this.add(after)
  }

  /** The entry a row means: by its number, else by where it is. Never the likeliest of several. */
  match(values: Values): Match {
    const { code } = this.#identity
    const given = values[code]
    const holders = given === undefined ? [] : (this.#byCode.get(given) ?? [])
    if (holders.length > 0) return this.#one(holders, values)
    const around = this.#byPlace.get(this.#placeOf(values)) ?? []
    // An entry with another number is another organisation, whatever it is called.
    const possible = given === undefined ? around : around.filter((entry) => entry.values[code] === '')
    return this.#one(this.#notApart(possible, values), values)
  }

  #placeOf(values: Values): string {
    return this.#identity.place.map((field) => key(values, field)).join('\u0000')
  }

  /** Those in the same city; where there are none, those without one. A row without a city may mean any. */
  #notApart(entries: readonly Entry[], values: Values): readonly Entry[] {
    const { apart } = this.#identity
    if (apart === null || values[apart] === undefined) return entries
    const same = entries.filter((entry) => key(entry.values, apart) === key(values, apart))
    return same.length > 0 ? same : entries.filter((entry) => entry.values[apart] === '')
  }

  /** One of several only where it alone is told apart, or where the row changes nothing whichever is meant. */
  #one(entries: readonly Entry[], values: Values): Match {
    if (entries.length === 0) return { kind: 'none' }
    if (entries.length === 1) return { kind: 'one', entry: entries[0]! }
    const { telling } = this.#identity
    const told =
      telling === null || values[telling] === undefined
        ? []
        : entries.filter((entry) => key(entry.values, telling) === key(values, telling))
    if (told.length === 1) return { kind: 'one', entry: told[0]! }
    const same = entries.find((entry) => saysTheSame(entry, values))
    return same ? { kind: 'one', entry: same } : { kind: 'several' }
  }
}

function put(map: Map<string, Entry[]>, at: string, entry: Entry): void {
  const there = map.get(at)
  if (there) there.push(entry)
  else map.set(at, [entry])
}

function take(map: Map<string, Entry[]>, at: string, entry: Entry): void {
  const left = (map.get(at) ?? []).filter((other) => other.id !== entry.id)
  if (left.length > 0) map.set(at, left)
  else map.delete(at)
}
