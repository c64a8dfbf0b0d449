import type { Contract, ProcedureName } from '#shared/ipc/contract.ts'
import { contract, procedureOf } from '#shared/ipc/contract.ts'
import type { Json } from '#shared/errors.ts'
import type { Random } from '../support/random.ts'

/** A call nobody honest would make, as it goes over the wire. */
export interface HostileCall {
  readonly name: Json
  readonly input: Json
}

const NAMES = Object.keys(contract) as ProcedureName[]
const NOT_PROCEDURES = [
  'constructor',
  '__proto__',
  'toString',
  'deals',
  'deals.',
  'deals.get ',
  'DEALS.GET',
  'deals/../app.info',
  '',
  'x'.repeat(10_000),
]

const LONG = 30_000
const DEEP = 3_000

const nested = (depth: number): Json => {
  let value: Json = 'bottom'
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** Single values that break somebody somewhere. */
function nastyValue(random: Random): Json {
  return random.pick<() => Json>([
    () => null,
    () => true,
    () => -1,
    () => 1e308,
    () => Number.MAX_SAFE_INTEGER,
    () => 0.1,
    () => '',
    () => '\u0000',
    () => '\ud800',
    () => "'; DROP TABLE deals; --",
    () => '<img src=x onerror=alert(1)>',
    () => '=HYPERLINK("http://x")',
    () => '../../etc/passwd',
    () => 'ⅷ'.repeat(random.int(1, 400)),
    () => 'x'.repeat(LONG),
    () => [],
    () => ({}),
    () => nested(DEEP),
    () => Array.from({ length: 2000 }, () => 0),
    () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {}}}') as Json,
    () => random.uuid(),
    () => '2026-02-30',
    () => '9999-99-99T99:99:99.999Z',
    () => random.int(-1e9, 1e9),
  ])()
}

/** Inputs that are nearly right, by procedure: what mutation starts from. None of them could write. */
function nearlyRight(random: Random, name: ProcedureName): Json {
  const dealId = random.uuid()
  const common: Json = {
    dealId,
    text: 'harbor',
    tab: 'all',
    family: 'standard',
    limit: 5,
    cursor: 'WyJhIl0',
    fileId: random.uuid(),
    importId: random.uuid(),
    jobId: random.uuid(),
    format: 'deals-csv',
    selection: { ids: [dealId] },
  }
  if (name !== 'deals.execute' && name !== 'deals.check') return common
  return { dealId, expectedVersion: 1, command: commandLike(random) }
}

const commandLike = (random: Random): Json =>
  random.pick<Json>([
    { kind: 'create', name: '', team: [], solutions: [] },
    { kind: 'accept', name: 'x' },
    { kind: 'edit', changes: { value: { amount: 1, currency: 'EUR' } } },
    { kind: 'mark-stage', stage: 'won' },
    { kind: 'record-answer', partyId: random.uuid(), answer: 'accepted' },
    { kind: 'expire' },
    { kind: 'adopt', start: {} },
    { kind: 'remove' },
  ])

/** Puts something nasty in one place of a value, adds a field, or takes one away. */
function mutated(random: Random, value: Json): Json {
  if (value === null || typeof value !== 'object' || random.percent(15)) return nastyValue(random)
  if (Array.isArray(value))
    return value.map((item: Json) => (random.percent(50) ? mutated(random, item) : item))
  const entries = Object.entries(value as Record<string, Json>)
  const key = entries.length > 0 ? random.pick(entries)[0] : 'a'
  const changed = random.weighted<readonly (readonly [string, Json])[]>([
    [5, entries.map(([name, part]) => [name, name === key ? mutated(random, part) : part] as const)],
    [2, entries.filter(([name]) => name !== key)],
    [2, [...entries, [random.pick(['__proto__', 'extra', 'toJSON', 'then', '$person']), nastyValue(random)]]],
  ])
  return Object.fromEntries(changed)
}

/** Whether a call could be a right one: then it may write, and says nothing here. */
function couldWrite({ name, input }: HostileCall): boolean {
  const procedure: Contract[ProcedureName] | null = typeof name === 'string' ? procedureOf(name) : null
  if (procedure?.kind !== 'command') return false
  // What `deals.execute` finds well-formed still names a deal there is none of, or lacks everything.
  return name !== 'deals.execute' && procedure.input.safeParse(input).success
}

/** One hostile call, as likely to be near the truth as far from it. Never one that a person could have meant. */
export function hostileCall(random: Random): HostileCall {
  for (;;) {
    const name: Json = random.weighted<Json>([
      [17, random.pick(NAMES)],
      [2, random.pick(NOT_PROCEDURES)],
      [1, nastyValue(random)],
    ])
    const base = NAMES.includes(name as ProcedureName) ? nearlyRight(random, name as ProcedureName) : {}
    const input = random.percent(20) ? nastyValue(random) : mutated(random, base)
    if (!couldWrite({ name, input })) return { name, input }
  }
}
