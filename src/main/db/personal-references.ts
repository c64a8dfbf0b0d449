import type { Person } from '#shared/domain/person.ts'

/*
 * Where personal data stands in a value, walked by hand: a replacer or reviver of JSON is called for every part of it
 * and made up half the cost of an import.
 */
const FREE_TEXT_KEYS: ReadonlySet<string> = new Set(['notes', 'note', 'closedNotes', 'answerNotes'])
/**
 * What a file says beyond our model, its columns and its records: anybody's names may stand there, under any name. One
 * text as a whole; with what stands in its place once it is erased.
 */
const VERBATIM: ReadonlyMap<string, string> = new Map([
  ['extra', '{}'],
  ['referrals', '[]'],
])

type PersonRef = { $person: string }
type TextRef = { $text: string }
type Holder = { [key: string]: unknown }

const isPerson = (value: object): value is Person =>
  'firstName' in value && 'lastName' in value && 'phone' in value && 'email' in value

const textOf = (key: string, value: unknown): string | null => {
  if (typeof value === 'string') return FREE_TEXT_KEYS.has(key) ? value : null
  const verbatim = VERBATIM.has(key) && value !== null && typeof value === 'object'
  return verbatim && Object.keys(value).length > 0 ? JSON.stringify(value) : null
}

/** What makes two people the same: all four fields. */
export const keyOf = (person: Person): string =>
  `${person.email}\u0000${person.lastName}\u0000${person.firstName}\u0000${person.phone}`

/** A text as it stood under its key; an erased one is empty. */
export function openedText(key: string, text: string | undefined): unknown {
  const erased = VERBATIM.get(key)
  return erased === undefined ? (text ?? '') : (JSON.parse(text ?? erased) as unknown)
}

/** Personal data taken out of values, each with the reference left in its place: the ids are filled in afterwards. */
export class TakenOut {
  readonly people = new Map<string, { readonly person: Person; readonly ref: PersonRef }>()
  readonly texts = new Map<string, TextRef>()

  /** A value with references for its personal data. The value stays as it is; parts without any are shared. */
  from(value: unknown, key = ''): unknown {
    const text = textOf(key, value)
    if (text !== null) return this.#textRef(text)
    if (value === null || typeof value !== 'object') return value
    if (isPerson(value)) return this.#personRef(value)
    const parts = value as Holder
    let copy: Holder | null = null
    for (const name of Object.keys(parts)) {
      const part = this.from(parts[name], name)
      if (part === parts[name]) continue
      copy ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...parts }) as Holder
      copy[name] = part
    }
    return copy ?? value
  }

  #personRef(person: Person): PersonRef {
    const key = keyOf(person)
    let taken = this.people.get(key)
    if (!taken) this.people.set(key, (taken = { person, ref: { $person: '' } }))
    return taken.ref
  }

  #textRef(text: string): TextRef {
    let ref = this.texts.get(text)
    if (!ref) this.texts.set(text, (ref = { $text: '' }))
    return ref
  }
}

/** A reference where it stands. */
export interface Reference {
  readonly holder: Holder
  readonly key: string
  readonly id: string
}

interface References {
  readonly people: Reference[]
  readonly texts: Reference[]
}

/** Every reference in values that were parsed from `sealed`. A value that is one itself stands in the list. */
export function referencesIn(values: unknown[], sealed: readonly string[]): References {
  const found: References = { people: [], texts: [] }
  const list = values as unknown as Holder
  for (const [index, json] of sealed.entries()) {
    if (json.includes('{"$')) collect(list, String(index), found)
  }
  return found
}

function collect(holder: Holder, key: string, found: References): void {
  const part = holder[key]
  if (part === null || typeof part !== 'object') return
  if ('$person' in part) found.people.push({ holder, key, id: (part as PersonRef).$person })
  else if ('$text' in part) found.texts.push({ holder, key, id: (part as TextRef).$text })
  else for (const name of Object.keys(part)) collect(part as Holder, name, found)
}
