import fc from 'fast-check'
import type { Json } from '#shared/errors.ts'
import { REPORTS } from '#shared/domain/report.ts'
import { type ProcedureName, contract } from '#shared/ipc/contract.ts'
import { create, customer, partnerInvite, person, receive } from '../support/deal-commands.ts'
import { writtenDraft } from '../support/written-draft.ts'

/** A call as it goes over the wire: a name and anything at all. */
export interface Payload {
  readonly name: string
  readonly input: Json
}

/** Things that exist, for inputs that get as far as they can. */
export interface Known {
  readonly dealId: string
  readonly partyId: string
  readonly solutionId: string
  readonly partnerId: string
  readonly fileId: string
  /** Something that can be undone, and done again. */
  readonly eventId: string
}

type Command = { readonly kind: string } & Json

const commands = ({ partyId, solutionId, partnerId }: Known): Command[] => [
  create(solutionId, {
    microsoft: { help: 'general' },
    contact: person('Iris'),
    consent: true,
    partners: [partnerInvite(partnerId, solutionId)],
  }),
  receive({ externalId: 'REF' }),
  { kind: 'accept', name: 'Name', team: [person()] },
  { kind: 'decline', reason: 'budget' },
  { kind: 'edit', changes: { name: 'Name', notes: 'x', contact: person() } },
  { kind: 'set-team', team: [person()] },
  { kind: 'set-solutions', solutions: [{ id: solutionId, price: '1' }] },
  { kind: 'invite-microsoft', help: 'general', consent: true },
  { kind: 'invite-partner', invite: partnerInvite(partnerId, solutionId) },
  { kind: 'record-answer', partyId, answer: 'accepted', sellers: [person()] },
  { kind: 'mark-stage', stage: 'proposed' },
  { kind: 'correct-stage', stage: 'created', note: 'x' },
  { kind: 'win' },
  { kind: 'lose', reason: 'other', notes: 'x' },
  { kind: 'set-favorite', favorite: true },
]

/** Commands of `deals.bulk`: none that begins a deal or aims at one party. */
const isForMany = ({ kind }: Command): boolean => !['create', 'receive', 'record-answer'].includes(kind)

/** Inputs that fit, one or more for every procedure: what mutation starts from. */
export function fitting(known: Known): Payload[] {
  const { dealId, fileId, eventId } = known
  const begins = (command: Command) => command.kind === 'create' || command.kind === 'receive'
  const calls = commands(known).map((command) => ({ dealId: begins(command) ? null : dealId, command }))
  const filters = { types: ['co-sell'], text: 'x', minAmount: 1, minHome: 1, closeFrom: '2026-01-01' }
  const sort = { by: 'value', direction: 'asc' }
  const inputs: Record<ProcedureName, Json[]> = {
    'app.info': [{}],
    'app.confirm-clock': [{ today: '2026-11-22' }],
    'sample.load': [{}],
    'sample.clear': [{}],
    'profile.get': [{}],
    'profile.save': [
      { companyName: 'X', invitationDays: 14, locations: [{ name: 'L', country: 'SE' }], user: person() },
    ],
    'settings.get': [{}],
    'settings.save': [{ locale: 'en', theme: 'dark', warnDaysBefore: [7], toasts: false, background: true }],
    'deals.execute': calls.map((call) => ({ ...call, expectedVersion: null })),
    'deals.bulk': commands(known)
      .filter(isForMany)
      .flatMap((command) => [
        { selection: { ids: [dealId] }, command, dryRun: false },
        { selection: { tab: 'all', filters }, command, dryRun: true },
      ]),
    'deals.undo': [{ eventId }, { batchId: dealId }],
    'deals.check': calls,
    'deals.actions': [{ dealId }],
    'deals.get': [{ dealId, asOf: '2026-11-22T09:00:00Z' }],
    'deals.list': [{ tab: 'all', filters, sort, limit: 5 }],
    'deals.totals': [{ tab: 'inbound', filters }],
    'deals.unrated': [
      { tab: 'all', filters: { minHome: 1 } },
      { tab: 'all', filters: { minHome: 1 }, board: { family: 'standard', closedSince: '2026-01-01' } },
      { tab: 'all', filters: { minHome: 1 }, board: { family: 'standard', asOf: '2026-11-01T00:00Z' } },
    ],
    'deals.values': [
      { tab: 'all', field: 'customer', text: 'h', limit: 5 },
      { tab: 'inbound', field: 'country', values: ['NL'] },
    ],
    'deals.board': [{ family: 'standard', filters, column: 'created', perColumn: 2 }],
    'deals.activity': [{}],
    'deals.timeline': [{ dealId, cursor: '1', limit: 5, part: 'stages' }],
    'deals.search': [{ text: 'cold', limit: 5 }],
    'deals.duplicates': [
      { dealId, openOnly: true },
      {
        deal: {
          name: 'Cold chain',
          customer: { name: 'Harborline', country: 'NL', duns: '012345678' },
          value: { amount: 1, currency: 'EUR' },
          closeDate: '2027-02-26',
          crmId: 'CRM-1',
        },
        except: [dealId],
      },
    ],
    'customers.search': [{ text: 'h', country: 'NL', city: 'r', duns: '01' }],
    'customers.save': [{ ...customer(), duns: '012345678' }],
    'partners.search': [{ text: 'b', limit: 5 }],
    'partners.save': [{ name: 'P', partnerId: '1', country: 'NL', contact: person() }],
    'solutions.search': [{ text: 'c', kinds: ['own'] }],
    'solutions.save': [{ name: 'S', kind: 'own', externalId: 'SOL-1', incentive: null }],
    'people.recent': [{ limit: 5 }],
    'customers.contacts': [{ customerId: dealId, limit: 5 }],
    'drafts.save': [{ draftId: null, form: writtenDraft() }],
    'drafts.list': [{}],
    'drafts.get': [{ draftId: dealId }],
    'drafts.discard': [{ draftId: dealId }],
    'today.get': [{ limits: { answers: 1, still: 500 } }, {}],
    'reports.get': REPORTS.map((report) => ({
      report,
      from: '2026-09-01',
      asOf: '2026-11-01T00:00Z',
      filters,
    })),
    'reports.deals': [{ report: 'pipeline', row: null, figure: 'deals', groupBy: 'type' }],
    'today.waiting': [{}],
    'today.visit': [{}],
    'views.list': [{}],
    'views.save': [{ name: 'Mine', tab: 'inbound', filters, sort, columns: ['name'] }],
    'views.delete': [{ id: dealId }],
    'views.left': [{}],
    'views.leave': [{ tab: 'inbound', viewId: dealId, filters, sort, columns: ['name'], own: null }],
    'exports.start': [{ format: 'deals-csv', selection: { tab: 'all', filters, sort }, columns: ['name'] }],
    'imports.columns': [{ fileId, format: 'customers-csv', encoding: 'gb18030' }, { fileId }],
    'imports.preview': [
      { fileId, format: 'partner-center-csv', options: { direction: 'inbound' } },
      {
        fileId,
        format: 'customers-csv',
        mapping: { name: 'A', country: 'B' },
        options: { encoding: 'unicode' },
      },
    ],
    'imports.commit': [{ importId: dealId }],
    'imports.undoPreview': [{ batchId: dealId }],
    'imports.undo': [{ batchId: dealId }],
    'jobs.get': [{ jobId: dealId }],
    'jobs.cancel': [{ jobId: dealId }],
    'notifications.list': [{ limit: 5, unreadOnly: true }, { summaryId: dealId }],
    'notifications.take-untold': [{}],
    'notifications.mark-read': [{ ids: [dealId] }, { all: true }],
  }
  return Object.entries(inputs).flatMap(([name, list]) => list.map((input) => ({ name, input })))
}

const NASTY: readonly Json[] = [
  null,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '"',
  "'; DROP TABLE deals; --",
  '../../etc/passwd',
  '__proto__',
  'x'.repeat(5000),
  '9999-99-99',
  '2026-02-30',
  '+275760-09-13T00:00:00.001Z',
  '0000-00-00T00:00:00Z',
  0,
  -1,
  1e308,
  -1e-9,
  2 ** 53,
  true,
  [],
  {},
  [[[[]]]],
  Array.from({ length: 2000 }, () => 0),
  JSON.parse('{"__proto__": {"admin": true}}') as Json,
  { constructor: { prototype: { admin: true } } },
  { toString: null, valueOf: 1, hasOwnProperty: false },
]

const anything: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

/** Every place of a value that can be reached from its top. */
function placesIn(value: Json, path: readonly string[] = []): string[][] {
  const here = path.length === 0 ? [] : [[...path]]
  if (value === null || typeof value !== 'object') return here
  return [...here, ...Object.keys(value).flatMap((key) => placesIn((value as never)[key], [...path, key]))]
}

type Change = 'replace' | 'remove' | 'add' | 'wrap'

/** A value with one place changed. */
function changed(value: Json, path: readonly string[], change: Change, to: Json): Json {
  const [key, ...rest] = path
  if (key === undefined || value === null || typeof value !== 'object') return to
  const copy = (Array.isArray(value) ? [...(value as Json[])] : { ...value }) as Record<string, Json>
  if (rest.length > 0) copy[key] = changed(copy[key]!, rest, change, to)
  else if (change === 'remove') delete copy[key]
  else if (change === 'add') copy[typeof to === 'string' ? to.slice(0, 50) : 'extra'] = to
  else copy[key] = change === 'wrap' ? [copy[key]!] : to
  return copy
}

const mutated = (seeds: readonly Payload[]): fc.Arbitrary<Payload> =>
  fc
    .record({
      seed: fc.constantFrom(...seeds),
      changes: fc.array(
        fc.tuple(fc.nat(), fc.constantFrom<Change>('replace', 'replace', 'remove', 'add', 'wrap'), anything),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map(({ seed, changes }) => {
      const input = changes.reduce((value, [at, change, to]) => {
        const places = placesIn(value)
        return places.length === 0 ? to : changed(value, places[at % places.length]!, change, to)
      }, seed.input)
      return { name: seed.name, input }
    })

const names = fc.oneof(
  fc.constantFrom(...Object.keys(contract)),
  fc.constantFrom('constructor', '__proto__', 'toString', '', 'deals', 'deals.execute ', 'DEALS.LIST'),
  fc.string({ maxLength: 40 }),
)

/** Calls of every kind: anything at all, almost right, right. */
export const payloads = (known: Known): fc.Arbitrary<Payload> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ name: names, input: anything }) },
    { weight: 7, arbitrary: mutated(fitting(known)) },
    { weight: 1, arbitrary: fc.constantFrom(...fitting(known)) },
  )
